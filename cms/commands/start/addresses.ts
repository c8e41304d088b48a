import { readConfig, type Config, type Endpoint } from '#shared/config.ts'
import { childEnvironment } from '../child-environment.ts'
import { choosePort } from './ports.ts'

/** The settings and the environment of the portal's processes, with the ports that are free. */
export interface Addresses {
  readonly config: Config
  readonly env: NodeJS.ProcessEnv
}

/**
 * Chooses both ports and says so where one is not the usual one.
 * @throws OperatorError where a port that the settings name is taken
 */
export async function chooseAddresses(
  wanted: Config,
  mode: NodeJS.ProcessEnv['NODE_ENV'],
): Promise<Addresses> {
  const sitePort = await choosePort('SITE_PORT', wanted.site)
  const cmsPort = await choosePort('CMS_PORT', wanted.cms, [sitePort])
  sayMoved('trang công khai', wanted.site, sitePort)
  sayMoved('phần quản trị', wanted.cms, cmsPort)
  const env = childEnvironment({
    NODE_ENV: mode,
    SITE_PORT: String(sitePort),
    CMS_PORT: String(cmsPort),
  })
  return { config: readConfig(env), env }
}

/** Where this machine reaches an endpoint, also one that listens on every address. */
export function localOrigin({ host, port }: Endpoint): string {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? host
  return `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`
}

function sayMoved(label: string, { port }: Endpoint, chosen: number): void {
  if (chosen === port) return
  console.log(`Cổng ${port} đang có chương trình khác dùng; ${label} dùng cổng ${chosen}.`)
}
