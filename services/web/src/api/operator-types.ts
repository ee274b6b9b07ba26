import type { components } from './schema';

/** What operators see. */
type Schemas = components['schemas'];

export type Operations = Schemas['OperationsResponse'];
export type ServiceState = Operations['services'][number];
export type DeadLetter = Schemas['DeadLetterItem'];
export type DeadLetterStatus = DeadLetter['status'];
export type Decision = Schemas['DecideDeadLetterResponse'];
export type OperatorOrganisation = Schemas['OperatorOrganisation'];
