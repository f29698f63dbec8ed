export * from './core/finding/finding';
export { DecisionSource, type Decision } from './core/plan/decision';
export * from './deployment-plan';
export * from './dockerrun';
export * from './ecs/ecs-environment';
export * from './ecs/environment-props';
export * from './ecs/listener-props';
export * from './ecs/task-definition';
