/** What steers a terminal, turns the direction of writing or cannot be seen. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** The colors of a palette. */
const COLOR = /(\u001b\[(?:0|1|2|31|33|36)m)/;

/** Where GitHub and others look for commands in a log: at the start of a line, and between brackets. */
const COMMANDS = [/^([^\S\n]*):(?=:)/gm, /(#)(?=#\w*\[)/g];

/**
 * A text as a log may have it, whatever is quoted in it: every character keeps its place but those that would begin a
 * command of the system that runs the build. Colors stay where there are some.
 */
export function harmless(text: string, hasColors = false): string {
  const parts = hasColors ? text.split(COLOR) : [text];
  return parts.map((part, index) => (index % 2 === 1 ? part : withoutCommands(part.replace(UNSEEN, blank)))).join('');
}

/** A value in a line of its own. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, blank).replace(/\n/g, ' ');
}

/** The same JSON, with escapes for what a log would take for something else. */
export function harmlessJson(json: string): string {
  return json.replace(UNSEEN, escaped).replace(/#(?=#\w*\[)/g, escaped);
}

function withoutCommands(text: string): string {
  const [atStart, inBrackets] = COMMANDS;
  return text.replace(atStart, '$1: ').replace(inBrackets, '$1 ');
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

function escaped(found: string): string {
  return Array.from({ length: found.length }, (_, index) =>
    `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
