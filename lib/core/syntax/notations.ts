/** How a text is read, the least first: each finds what the ones before it find. */
export const READINGS = ['shell', 'value', 'name', 'image'] as const;

/**
 * `shell`: a shell may read it, so that only what no shell has counts. `value`: text for a program. `name`: a name that
 * has to be complete. `image`: the same in lower case, where a word in capitals is one to fill in.
 */
export type Reading = typeof READINGS[number];

/** One way to write a placeholder. */
export interface Notation {
  /** One of each kind. */
  readonly example: string;
  /** The name by which a substitution fills the example; none where only a template engine can. */
  readonly fills?: string;
  /** The least reading that takes it for a placeholder. */
  readonly reading: Reading;
  /** What it looks like; `name` is the group of its name, `fallback` that of the value without a substitution. */
  readonly pattern: RegExp;
  /** Whether it is a word that an example leaves to be written over, and no template engine knows. */
  readonly word?: boolean;
}

const CAPITALS = '[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)*';

/** Every notation that is understood. Where two fit, the first counts. */
export const NOTATIONS: readonly Notation[] = [
  { example: '<%= tag %>', reading: 'shell', pattern: /<%[=-][^%\r\n]*%>/ },
  { example: '<< tag >>', fills: 'tag', reading: 'shell', pattern: /<<\s*(?<name>[A-Za-z][\w.-]*)\s*>>/ },
  { example: '<TAG>', fills: 'TAG', reading: 'shell', pattern: /<(?<name>[A-Za-z][\w .-]*)>/ },
  {
    example: '${TAG:-latest}', fills: 'TAG', reading: 'shell',
    pattern: /\$\{(?<name>[A-Za-z_]\w*):?[-=](?<fallback>[^{}"\r\n]*)\}/,
  },
  {
    example: '${AWS::AccountId}', fills: 'AWS::AccountId', reading: 'shell',
    pattern: /\$\{(?<name>[A-Za-z_][\w.-]*(?:::\w+)*)\}/,
  },
  { example: '${!TAG}', reading: 'shell', pattern: /\$\{[A-Za-z_!][^{}"\r\n]*\}/ },
  { example: '{{TAG}}', fills: 'TAG', reading: 'shell', pattern: /\{\{\s*(?<name>[A-Za-z_.][\w.-]*)\s*\}\}/ },
  { example: '{{ tag | upper }}', reading: 'shell', pattern: /\{\{[ \t]*[A-Za-z_.$][^{}":\r\n]*\}\}/ },
  { example: '#{TAG}', fills: 'TAG', reading: 'shell', pattern: /#\{\s*(?<name>[A-Za-z_][\w.-]*)\s*\}#?/ },
  { example: '%%Tag%%', fills: 'Tag', reading: 'shell', pattern: /%%(?<name>[A-Za-z_][\w.-]*)%%/ },
  { example: '%TAG%', fills: 'TAG', reading: 'shell', pattern: /%(?<name>[A-Z][A-Z0-9_]{2,})%/ },
  {
    example: '__TAG__', fills: 'TAG', reading: 'shell',
    pattern: /(?<![A-Za-z0-9_])__(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)__(?![A-Za-z0-9_])/,
  },
  { example: '$(git rev-parse HEAD)', fills: 'git rev-parse HEAD', reading: 'value', pattern: /\$\((?<name>[^()\r\n]+)\)/ },
  { example: '$TAG', fills: 'TAG', reading: 'value', pattern: /\$(?<name>[A-Za-z_]\w*)/ },
  { example: '{tag}', fills: 'tag', reading: 'name', pattern: /\{(?<name>[A-Za-z_][\w.-]*)\}/ },
  { example: '[VERSION]', fills: 'VERSION', reading: 'name', pattern: /\[(?<name>[A-Za-z_][\w .-]*)\]/ },
  {
    example: 'YOUR_NAME', fills: 'YOUR_NAME', reading: 'name', word: true,
    pattern: /(?<![A-Za-z0-9])(?<name>(?:YOUR|REPLACE|CHANGE)(?:[_ -]?[A-Z0-9]+)+)(?![A-Za-z0-9])/,
  },
  {
    example: '__tag__', fills: 'tag', reading: 'image',
    pattern: /(?<![A-Za-z0-9_])__(?<name>[A-Za-z]\w*?)__(?![A-Za-z0-9_])/,
  },
  { example: '@TAG', fills: 'TAG', reading: 'image', pattern: /@(?<name>[A-Z][A-Z0-9_]*)$/ },
  {
    example: 'AWS_ACCOUNT_ID', fills: 'AWS_ACCOUNT_ID', reading: 'image', word: true,
    pattern: /(?<![^/.])(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?=[./:@]|$)/,
  },
  {
    example: 'ACCOUNT.dkr.ecr.eu-west-1.amazonaws.com', fills: 'ACCOUNT', reading: 'image', word: true,
    pattern: new RegExp(`(?<![^/.])(?<name>${CAPITALS})(?=\\.dkr|\\.amazonaws)`),
  },
  {
    example: 'REPOSITORY', fills: 'REPOSITORY', reading: 'image', word: true,
    pattern: new RegExp(`(?<![^/])(?<name>[A-Z](?=[A-Z0-9_ -])${CAPITALS.slice('[A-Z]'.length)})(?=[/@]|:(?!\\d+/)|$)`),
  },
  {
    example: ':VERSION', fills: 'VERSION', reading: 'image', word: true,
    pattern: /(?<=:)(?<name>(?:[A-Z]+_)*(?:TAG|VERSION|COMMIT|SHA1?|HASH|REVISION|NUMBER|NUM)(?:_[A-Z]+)*)$/,
  },
];
