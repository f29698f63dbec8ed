import { table } from '../../finding/table';

const SECONDS = table<number>({ us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 });

const MIB = 1024 * 1024;

/** `1m30s` in seconds; nothing for what is no duration. */
export function secondsOf(text: string): number | undefined {
  if (/^\s*0\s*$/.test(text)) return 0;
  if (!/^\s*(\d+(\.\d+)?(us|ms|s|m|h))+\s*$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g)]
    .reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit], 0);
}

/** `512m`, `1.5gb` or a number of bytes; nothing for what is no size. */
export function bytesOf(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([bkmgt]?)(?:i?b)?\s*$/i.exec(text);
  if (!match) return undefined;
  const power = ['', 'k', 'm', 'g', 't'].indexOf(match[2].toLowerCase().replace('b', ''));
  return Number(match[1]) * 1024 ** power;
}

/** Mebibytes, as Amazon ECS counts memory; at least one, unless there is none. */
export function mebibytes(bytes: number): number {
  return bytes <= 0 ? 0 : Math.max(1, Math.floor(bytes / MIB));
}
