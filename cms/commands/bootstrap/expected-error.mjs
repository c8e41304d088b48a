/** A failure that is explained to the operator in its message; a stack would only hide it. */
export class ExpectedError extends Error {
  expected = true
}
