export * from './core/finding/finding';
