import { Report } from '../finding/rule';
import { notUtf8 } from './rules';

/** A text, and the encoding that it was read in where that is not UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly encoding?: string;
}

/** The text that bytes stand for. What is not UTF-8 is read as what it is most likely to be, and never lost. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = utf16(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), encoding: wide.toUpperCase() };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'WINDOWS-1252' };
  }
}

/** By the mark at its start, or by the zeros between the letters, as PowerShell and Notepad leave them. */
function utf16([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second !== 0 && third === 0 ? 'utf-16be' : undefined;
}

/** Beanstalk and Amazon ECS read other bytes as other letters. */
export function reportEncoding({ text, encoding }: DecodedText, report: Report): void {
  if (encoding === undefined) return;
  const offset = Math.max(0, text.search(/[^\0-\x7f]/));
  report(
    notUtf8, { path: '', offset, length: 1 }, `the file must be UTF-8, got ${encoding}.`,
    `Save it as UTF-8, as this does: iconv -f ${encoding} -t UTF-8.`,
  );
}
