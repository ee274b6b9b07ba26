export { call, form, json, type Answer } from './http';
export { consentAt, Sandbox, type Consent, type PlatformCall } from './sandbox';
