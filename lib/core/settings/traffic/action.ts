/** What a listener or a rule does with requests that it does not forward. */
export type ActionSettings = FixedResponseSettings | RedirectSettings;

export interface FixedResponseSettings {
  readonly kind: 'fixed-response';
  readonly statusCode: number;
  readonly contentType?: string;
  readonly messageBody?: string;
}

/** Whatever is absent stays as it is in the request. */
export interface RedirectSettings {
  readonly kind: 'redirect';
  readonly protocol?: 'HTTP' | 'HTTPS';
  readonly host?: string;
  readonly port?: number;
  readonly path?: string;
  readonly query?: string;
  readonly permanent?: boolean;
}

/** What stands for the same part of the request in the target of a redirect. */
export const SAME = {
  protocol: '#{protocol}', host: '#{host}', port: '#{port}', path: '/#{path}', query: '#{query}',
} as const;
