import type { Endpoint } from 'payload'
import { forgotPasswordEndpoint } from './forgot-password-endpoint.ts'
import { logInEndpoint } from './log-in-endpoint.ts'
import { resetPasswordEndpoint } from './reset-password-endpoint.ts'

/** In place of Payload's own of the same paths, which come after these in its list. */
export const logInEndpoints: Endpoint[] = [
  logInEndpoint,
  forgotPasswordEndpoint,
  resetPasswordEndpoint,
]
