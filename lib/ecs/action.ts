import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Fields } from '../core/settings/fields/field';
import { ActionSettings, redirectFields, responseFields } from '../core/settings/traffic/action';
import { settingsOf } from '../shared/settings/settings-of';

/** Options of a fixed response of the load balancer. */
export interface DockerrunFixedResponseOptions {
  /**
   * The type of the message: `text/plain`, `text/css`, `text/html`, `application/javascript` or `application/json`.
   *
   * @default "text/plain"
   */
  readonly contentType?: string;

  /**
   * The message, of up to 1024 bytes.
   *
   * @default - an empty one
   */
  readonly messageBody?: string;
}

/**
 * Target of a redirect. `#{protocol}`, `#{host}`, `#{port}`, `#{path}` and `#{query}` stand for what they asked for.
 */
export interface DockerrunRedirectOptions {
  /**
   * The protocol: `HTTP` or `HTTPS`.
   *
   * @default - that of the request
   */
  readonly protocol?: elbv2.ApplicationProtocol;

  /**
   * The host name.
   *
   * @default - that of the request
   */
  readonly host?: string;

  /**
   * The port, from 1 to 65535.
   *
   * @default - the usual one of `protocol`, or without it that of the request
   */
  readonly port?: number;

  /**
   * The path, starting with a slash.
   *
   * @default - that of the request
   */
  readonly path?: string;

  /**
   * The query, without the question mark.
   *
   * @default - that of the request
   */
  readonly query?: string;

  /**
   * Make the redirect permanent (301) rather than temporary (302).
   *
   * @default false
   */
  readonly permanent?: boolean;
}

/** Action of a listener or a rule that does not forward to a container. */
export class DockerrunAction {
  /**
   * The load balancer answers by itself.
   *
   * @param statusCode a code of 2xx, 4xx or 5xx
   * @param options what else the answer holds
   */
  public static fixedResponse(statusCode: number, options: DockerrunFixedResponseOptions = {}): DockerrunAction {
    return new DockerrunAction('fixed-response', responseFields, { ...options, statusCode });
  }

  /**
   * The load balancer sends clients elsewhere.
   *
   * @param options what changes on the way; whatever is left out stays as it was
   */
  public static redirect(options: DockerrunRedirectOptions): DockerrunAction {
    return new DockerrunAction('redirect', redirectFields, options);
  }

  private constructor(
    private readonly kind: ActionSettings['kind'], private readonly fields: Fields, private readonly options: object,
  ) {}

  /** @internal */
  public _settings(prop: string): ActionSettings {
    return { kind: this.kind, ...settingsOf(this.fields, this.options, prop) } as ActionSettings;
  }
}
