import { Rule } from '../../core/finding/rule';
import { ALL_RULES } from '../../core/rules/registry';
import { Args } from '../args';
import { ExitCode, Io, Misuse } from '../io';

/** Lists the rules; with a code, a name or a key of the file, explains those that it means. */
export function rules(args: Args, io: Io): ExitCode {
  const [word] = args.operands;
  const chosen = word === undefined ? ALL_RULES : ALL_RULES.filter((rule) => isMeant(rule, word));
  if (chosen.length === 0) {
    throw new Misuse(`no rule has the code, the name or the field "${word}"; \`cdk-dockerrun rules\` lists them all`);
  }
  if (args.format === 'json') io.out(`${JSON.stringify({ rules: chosen.map(describe) }, undefined, 2)}\n`);
  else io.out(chosen.map(word === undefined ? row : explanation).join(''));
  return ExitCode.OK;
}

function isMeant({ code, name, fields }: Rule, word: string): boolean {
  return (
    code.toLowerCase() === word.toLowerCase()
    || name === word
    || fields.some((field) => field.split(/[.[\]]+/).includes(word))
  );
}

function describe({ code, name, severity, summary, reason, link, fields }: Rule): object {
  return { code, name, severity, summary, reason, link, fields };
}

function row({ code, severity, name, summary }: Rule): string {
  return `${code}  ${severity.padEnd(7)}  ${name.padEnd(26)}  ${summary}\n`;
}

function explanation({ code, name, severity, summary, reason, link, fields }: Rule): string {
  const lines = [
    `${code} ${name} (${severity})`, `  ${summary}`, `  ${reason}`,
    ...(fields.length > 0 ? [`  reads: ${fields.join(', ')}`] : []), `  ${link}`,
  ];
  return `${lines.join('\n')}\n\n`;
}
