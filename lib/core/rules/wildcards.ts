/**
 * Whether a text fits a pattern in which `*` stands for any characters and `?` for one. Takes no longer for many
 * wildcards.
 */
export function fits(pattern: string, text: string): boolean {
  let [at, star, resumed] = [0, -1, 0];
  for (let position = 0; position < text.length;) {
    if (pattern[at] === '*') {
      star = at++;
      resumed = position;
    } else if (pattern[at] === '?' || pattern[at] === text[position]) {
      at++;
      position++;
    } else if (star >= 0) {
      at = star + 1;
      position = ++resumed;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
