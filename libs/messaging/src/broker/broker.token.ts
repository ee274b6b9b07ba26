export const BROKER = Symbol('BROKER');
