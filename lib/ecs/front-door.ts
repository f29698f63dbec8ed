import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { frontDoorField, FrontDoorSettings } from '../core/settings/traffic/front-door';
import { settingsOf } from '../shared/settings/settings-of';
import { settingOf } from '../shared/settings/tokens';
import { CloudFrontDoorOptions, HttpApiDoorOptions } from './front-door-props';

/** Front door of an environment, which clients connect to. */
export class FrontDoor {
  /** The load balancer itself. */
  public static loadBalancer(): FrontDoor {
    return new FrontDoor('load-balancer');
  }

  /**
   * An HTTP API of Amazon API Gateway, which reaches an internal load balancer through a VPC link. It takes requests of
   * up to 10 MB and waits up to 30 seconds for an answer; it does not speak WebSocket. Some availability zones have no
   * VPC links.
   *
   * @param options how the API treats requests
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
   */
  public static httpApi(options: HttpApiDoorOptions = {}): FrontDoor {
    return new FrontDoor('http-api', options);
  }

  /**
   * A CloudFront distribution in front of the load balancer, which lets in nobody else: only addresses of CloudFront,
   * and of their requests only those with a secret header.
   *
   * @param options how the distribution treats requests
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html
   */
  public static cloudFront(options: CloudFrontDoorOptions = {}): FrontDoor {
    return new FrontDoor('cloudfront', undefined, options);
  }

  private constructor(
    private readonly kind: FrontDoorSettings['kind'],
    /** @internal */ public readonly _httpApi: HttpApiDoorOptions = {},
    /** @internal */ public readonly _cloudFront: CloudFrontDoorOptions = {},
  ) {}

  /** @internal */
  public _settings(prop: string): FrontDoorSettings {
    const options = { ...this._httpApi, ...this._cloudFront };
    const { certificate } = options;
    return {
      kind: this.kind,
      ...settingsOf(frontDoorField.row.variants![this.kind], options, prop),
      ...certificate && { certificate: { region: settingOf(`${prop}.certificate`, regionOf(certificate)) } },
    } as FrontDoorSettings;
  }
}

/** A certificate that is imported by its ARN is where that says, whatever the stack. */
function regionOf({ certificateArn, env }: acm.ICertificate): string {
  const [, region = env.region] = /^arn:[^:]+:acm:([^:]+):/.exec(certificateArn) ?? [];
  return region;
}
