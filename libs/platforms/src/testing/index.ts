export { call, form, json, type Answer } from './http';
export { agencyConsentAt, type AgencyConsent, consentAt, Sandbox, type Consent, type PlatformCall } from './sandbox';
