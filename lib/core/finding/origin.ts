/** An option setting of Elastic Beanstalk that a value comes from. */
export interface SettingOrigin {
  /** Namespace of the option, such as `aws:autoscaling:asg`. */
  readonly namespace: string;

  /** Name of the option, such as `MinSize`. */
  readonly optionName: string;

  /**
   * Resource that the option is about, such as a scheduled action.
   *
   * @default - the option is about no resource
   */
  readonly resourceName?: string;

  /** File with the option, such as `.ebextensions/01.config`. */
  readonly file: string;

  /**
   * Line of the file, counted from 1.
   *
   * @default - the option was not read from a text
   */
  readonly line?: number;
}

/** `MinSize of aws:autoscaling:asg (.ebextensions/01.config:4)`. */
export function showOrigin(origin: SettingOrigin): string {
  return `${showOption(origin)} (${showPlace(origin)})`;
}

/** `MinSize of aws:autoscaling:asg`, with the resource where there is one. */
export function showOption({
  namespace, optionName, resourceName,
}: Pick<SettingOrigin, 'namespace' | 'optionName' | 'resourceName'>): string {
  return `${optionName} of ${namespace}${resourceName === undefined ? '' : ` for ${resourceName}`}`;
}

/** `.ebextensions/01.config:4`. */
export function showPlace({ file, line }: SettingOrigin): string {
  return line === undefined ? file : `${file}:${line}`;
}
