/** Injection token of the BrokerPort. */
export const BROKER = Symbol('BROKER');
