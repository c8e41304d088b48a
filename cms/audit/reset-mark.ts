import type { PayloadRequest } from 'payload'

type Marked = Pick<PayloadRequest, 'context'>

/** Says that the log-in of this request comes with a new password that was asked for by mail. */
export function markReset({ context }: Marked): void {
  context.isPasswordReset = true
}

export function isReset({ context }: Marked): boolean {
  return context.isPasswordReset === true
}
