import type { PayloadRequest } from 'payload'

/**
 * Commands, jobs, hooks and the site write past access control; whoever is judged by it is a
 * sender, also through the admin's server functions, which pass a person's data to the Local API.
 * The first account is a stranger's, though Payload makes it past access control.
 */
export function isPortalItself(
  req: Pick<PayloadRequest, 'payloadAPI' | 'user'>,
  overrideAccess: boolean | undefined,
): boolean {
  const isStranger = req.payloadAPI !== 'local' && !req.user
  return overrideAccess === true && !isStranger
}
