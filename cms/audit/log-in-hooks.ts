import type { CollectionConfig } from 'payload'
import { isReset } from './reset-mark.ts'
import { recordAudit } from './record.ts'

type Hooks = NonNullable<CollectionConfig['hooks']>

/** Log-ins and log-outs, in the transaction that makes or ends the session. */
export function logHooks(hooks: Hooks): Pick<Hooks, 'afterLogin' | 'afterLogout'> {
  return {
    afterLogin: [
      ...(hooks.afterLogin ?? []),
      ({ req }) => recordAudit(req, { act: isReset(req) ? 'password-reset' : 'log-in' }),
    ],
    afterLogout: [...(hooks.afterLogout ?? []), ({ req }) => recordAudit(req, { act: 'log-out' })],
  }
}
