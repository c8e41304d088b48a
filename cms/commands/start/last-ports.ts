import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The ports of a start, as numbers; a proxy in front of the portal knows them. */
export interface Ports {
  readonly site: number
  readonly cms: number
}

const FILE = 'start.ports.json'

/** The ports of the last start on this folder of data; nothing where there was none. */
export function readLastPorts(dataDir: string): Partial<Ports> {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))
    if (typeof kept !== 'object' || kept === null) return {}
    return {
      ...('site' in kept && isPort(kept.site) ? { site: kept.site } : {}),
      ...('cms' in kept && isPort(kept.cms) ? { cms: kept.cms } : {}),
    }
  } catch {
    // None yet, or a damaged one: ports are then chosen as at the first start.
    return {}
  }
}

export function keepPorts(dataDir: string, { site, cms }: Ports): void {
  writeFileSync(join(dataDir, FILE), JSON.stringify({ site, cms }))
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) < 65_536
}
