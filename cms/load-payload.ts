import type { Payload } from 'payload'
import { databaseAdapter } from '#cms/database/adapter.ts'
import type { DatabaseSettings } from '#cms/database/kind.ts'

export interface LoadOptions {
  readonly onInit?: boolean
  /** Another database than that of the settings. */
  readonly database?: DatabaseSettings
}

/** Payload for one command: nothing cached, no reload server, and only errors in its log. */
export async function loadPayload({ onInit = true, database }: LoadOptions = {}): Promise<Payload> {
  const [{ BasePayload }, { default: portal }] = await Promise.all([
    import('payload'),
    import('#cms/payload.config.ts'),
  ])
  const payload = new BasePayload()
  const config = Object.assign({}, await portal, { logger: { options: { level: 'error' } } })
  if (database) Object.assign(config, { db: await databaseAdapter(database) })
  await payload.init({ config, disableOnInit: !onInit })
  return payload
}

/** Opens a database for a command that reads or fills it, past the portal's own start-up work. */
export function openPortal(database: DatabaseSettings): Promise<Payload> {
  return loadPayload({ onInit: false, database })
}
