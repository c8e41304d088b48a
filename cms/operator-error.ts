/** A failure that is the operator's to mend: its message says what, why and what to do. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
