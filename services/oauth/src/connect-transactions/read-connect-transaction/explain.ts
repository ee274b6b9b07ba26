import { errorCatalogue, type ErrorDefinition, oauthErrors } from '@creator-connect/contracts';
import { type Cause, causeByCode, causes } from '../../doctor/causes';
import type { ConnectTransaction, Failure } from '../domain/connect-transaction';
import type { StagedGrant } from '../staged-grant';
import type {
  ConnectErrorResponse,
  DiagnosisFactsResponse,
  DiagnosisResponse,
  LeftOutResponse,
} from './read-connect-transaction.dto';

/** While the grant is staged, its token can look again whatever the cause is. */
export function diagnosisOfStaged({ diagnosis }: StagedGrant): DiagnosisResponse | null {
  if (!diagnosis) return null;
  const { cause, pages, expectedHandle, arrivedHandles } = diagnosis;
  const facts = { pages: [...pages], missingScopes: [], expectedHandle, arrivedHandles: [...arrivedHandles] };
  return diagnosisResponse(cause, true, facts);
}

/** A refused grant is not kept, so there is nothing to look with. */
export function diagnosisOfFailure({ failure }: ConnectTransaction): DiagnosisResponse | null {
  const cause = failure && causeByCode(failure.code);
  if (!cause) return null;
  const { missingScopes = [], expectedHandle = null, arrivedHandle } = failure;
  const arrivedHandles = arrivedHandle ? [arrivedHandle] : [];
  return diagnosisResponse(cause, false, {
    pages: [],
    missingScopes: [...missingScopes],
    expectedHandle,
    arrivedHandles,
  });
}

export function errorOf(transaction: ConnectTransaction): ConnectErrorResponse {
  const failure = transaction.failure ?? { code: timeOver(transaction).code };
  const { missingScopes, expectedHandle, arrivedHandle, reference } = failure as Failure;
  return {
    ...textOf(failure.code),
    ...(missingScopes && { missingScopes: [...missingScopes] }),
    ...(expectedHandle && { expectedHandle }),
    ...(arrivedHandle && { arrivedHandle }),
    ...(reference && { reference }),
  };
}

export function leftOutOf({ leftOut }: ConnectTransaction): LeftOutResponse[] {
  return leftOut.map(({ handle, code }) => ({ handle, ...textOf(code) }));
}

function diagnosisResponse(cause: Cause, canCheckAgain: boolean, facts: DiagnosisFactsResponse): DiagnosisResponse {
  const { error, remedy } = causes[cause];
  const { code, title, nextStep } = error;
  return { cause, code, title, nextStep, remedy, canCheckAgain, facts };
}

/** Not failed by anything, so its time ran out: before the platform answered, or before the person chose. */
function timeOver({ status }: ConnectTransaction): ErrorDefinition {
  const pastConsent = status === 'SETUP_UNFINISHED' || status === 'CONFIRMING';
  return pastConsent ? oauthErrors.setupExpired : oauthErrors.stateInvalid;
}

function textOf(wanted: string) {
  const found = errorCatalogue.find((entry) => entry.code === wanted) ?? oauthErrors.exchangeFailed;
  const { code, title, nextStep } = found;
  return { code, title, nextStep };
}
