import type { Endpoint } from 'payload'
import { forgotPasswordEndpoint } from './forgot-password-endpoint.ts'
import { logInEndpoint } from './log-in-endpoint.ts'
import { resetPasswordEndpoint } from './reset-password-endpoint.ts'
import { isOff } from './slowed.ts'

/** In place of Payload's own of the same paths, which come after these in its list. */
export const logInEndpoints: Endpoint[] = [
  logInEndpoint,
  forgotPasswordEndpoint,
  resetPasswordEndpoint,
  // No account is locked, and none waits to be verified: Payload's own would fail (500).
  { path: '/unlock', method: 'post', handler: isOff },
  { path: '/verify/:id', method: 'post', handler: isOff },
]
