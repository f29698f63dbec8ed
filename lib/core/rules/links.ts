/** A link taken apart: the container it names, and the name under which that container is reached. */
export interface Link {
  readonly target: string;
  readonly alias: string;
}

/** `name` or `name:alias`. */
export function parseLink(text: string): Link {
  const [target, alias = target] = text.split(':');
  return { target, alias };
}
