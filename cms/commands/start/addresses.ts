import { readConfig, type Config, type Endpoint } from '#shared/config.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { childEnvironment } from '../child-environment.ts'
import { readLastPorts } from './last-ports.ts'
import { claimPort } from './ports.ts'

/** The settings and the environment of the portal's processes, with the ports that are free. */
export interface Addresses {
  readonly config: Config
  readonly env: NodeJS.ProcessEnv
}

/** Ports for this start alone, or why there are none. */
export interface ChosenPorts {
  readonly site: number | null
  readonly cms: number | null
  /** For the operator. */
  readonly problems: readonly string[]
}

/** Takes a port for each part, the ones of the last start where they are free. */
export async function choosePorts(wanted: Config): Promise<ChosenPorts> {
  const last = readLastPorts(wanted.dataDir)
  const problems: string[] = []
  const take = async (setting: string, endpoint: Endpoint, lastPort?: number) => {
    try {
      return (await claimPort(setting, endpoint, lastPort)).port
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error
      problems.push(error.message)
      return null
    }
  }
  const site = await take('SITE_PORT', wanted.site, last.site)
  const cms = await take('CMS_PORT', wanted.cms, last.cms)
  return { site, cms, problems }
}

/** The settings with the chosen ports; says so where one is not the usual one. */
export function addressesOn(
  wanted: Config,
  ports: { readonly site: number; readonly cms: number },
  mode: NodeJS.ProcessEnv['NODE_ENV'],
): Addresses {
  const last = readLastPorts(wanted.dataDir)
  sayMoved('trang công khai', wanted.site, ports.site, last.site)
  sayMoved('phần quản trị', wanted.cms, ports.cms, last.cms)
  const env = childEnvironment({
    NODE_ENV: mode,
    SITE_PORT: String(ports.site),
    CMS_PORT: String(ports.cms),
  })
  return { config: readConfig(env), env }
}

/** Where this machine reaches an endpoint, also one that listens on every address. */
export function localOrigin({ host, port }: Endpoint): string {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? host
  return `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`
}

function sayMoved(label: string, { port }: Endpoint, chosen: number, last?: number): void {
  if (chosen === port) return
  console.log(
    chosen === last
      ? `Vẫn như lần chạy trước, ${label} dùng cổng ${chosen}.`
      : `Cổng ${port} đang có chương trình khác dùng; ${label} dùng cổng ${chosen}.`,
  )
}
