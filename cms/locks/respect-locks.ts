import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook } from 'payload'
import { isPortalItself } from '#cms/access/portal-itself.ts'

/** A request cannot ask to pass over another's lock: who must, takes the document over first. */
export const respectLocks: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) =>
  !('overrideLock' in args) || isPortalItself(req, overrideAccess)
    ? args
    : { ...args, overrideLock: false }

/** The same for globals. */
export const respectGlobalLocks: GlobalBeforeOperationHook = ({ args, overrideAccess, req }) =>
  isPortalItself(req, overrideAccess) ? args : { ...args, overrideLock: false }
