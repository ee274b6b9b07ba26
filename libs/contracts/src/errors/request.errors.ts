import { defineError } from './app-error';

export const requestErrors = {
  invalid: defineError(
    'request.invalid',
    'invalid_input',
    'The request is not valid.',
    'Correct the fields listed under "errors" and send it again.',
  ),
  notFound: defineError(
    'request.not_found',
    'not_found',
    'There is nothing at this address.',
    'Check the address; things of other organisations look as if they did not exist.',
  ),
  methodNotAllowed: defineError(
    'request.method_not_allowed',
    'invalid_input',
    'This address does not take this method.',
    'See /docs for the methods it takes.',
  ),
  tooLarge: defineError(
    'request.too_large',
    'invalid_input',
    'The request is larger than 256 KB.',
    'Send less at a time.',
  ),
  unsupportedMediaType: defineError(
    'request.unsupported_media_type',
    'invalid_input',
    'The body is not of a type this address takes.',
    'Send application/json.',
  ),
  throttled: defineError(
    'request.throttled',
    'throttled',
    'There were too many requests.',
    'Wait a little, then try again.',
  ),
  forbidden: defineError(
    'request.forbidden',
    'forbidden',
    'You are not allowed to do this.',
    'Ask an owner or admin of the organisation.',
  ),
  unauthenticated: defineError(
    'request.unauthenticated',
    'unauthorized',
    'You are not signed in, or your session ended.',
    'Sign in and try again.',
  ),
  stepUpNeeded: defineError(
    'request.step_up_needed',
    'step_up',
    'This needs a fresh proof that it is you.',
    'Confirm with your second factor or password (POST /v1/sessions/current/step-up), then try again.',
  ),
  unavailable: defineError(
    'request.unavailable',
    'unavailable',
    'A part of the system does not answer.',
    'Try again in a moment. If it stays so, tell the operator the correlation id.',
  ),
  bug: defineError(
    'internal.bug',
    'bug',
    'Something went wrong on our side.',
    'Try again. If it happens again, tell the operator the correlation id.',
  ),
};
