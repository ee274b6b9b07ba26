/** What the operator can mend: shown as one sentence, without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
