/**
 * Whether a stream gets colors: when it goes to a terminal, unless the environment says otherwise.
 *
 * @see https://no-color.org
 * @see https://force-color.org
 */
export function showsColors(
  { isTTY }: { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTTY === true && env.TERM !== 'dumb';
}
