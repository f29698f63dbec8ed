/** Whose settings option settings become. */
export type TranslationTarget = 'ecs' | 'beanstalk';
