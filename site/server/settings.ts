import { existsSync } from 'node:fs'
import { ConfigError, readConfig, type Config } from '#shared/config.ts'
import { clientAddressReader } from '#cms/access/client-address.ts'

/** The settings; where they are wrong, or the site is not built, says so and ends the process. */
export function settingsOrExit(): Config {
  try {
    const config = readConfig()
    clientAddressReader(config.trustedProxies)
    if (existsSync(new URL('../../dist/site/server/entry.mjs', import.meta.url))) return config
    console.error('The site is not built. Run `npm run build`, or `npm start`, which builds it.')
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
  }
  process.exit(1)
}
