export * from './core/finding/finding';
export { Decision, DecisionSource } from './core/plan/decision';
export * from './deployment-plan';
export * from './dockerrun';
