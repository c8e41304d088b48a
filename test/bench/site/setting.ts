import { startSite, type SiteProcess } from '#test/support/site-process.ts'
import type { Place } from '../data/place.ts'
import type { Bench } from '../part.ts'

/** A filled portal, and where its figures go. */
export interface Setting extends Bench {
  readonly place: Place
  /** How many news items it has, as names of figures have it: "10k". */
  readonly size: string
}

/** One address whatever the port: pages on disk are those of one address. */
const COMMON = {
  LOG_LEVEL: 'error',
  TRUSTED_PROXIES: '127.0.0.1',
  SITE_URL: 'http://bench.example',
}

type Settings = Readonly<Record<string, string>>
type Until = Parameters<typeof startSite>[1]

/** Does something with the site, and stops it. */
export async function onSite<Result>(
  setting: Setting,
  work: (site: SiteProcess) => Promise<Result>,
  { settings = {}, until = {} }: { settings?: Settings; until?: Until } = {},
): Promise<Result> {
  const site = await startBenchSite(setting, settings, until)
  try {
    return await work(site)
  } finally {
    await site.stop()
  }
}

/** Starts the site on a portal; the run ends it at the latest. */
async function startBenchSite(
  { place, scratch }: Setting,
  settings: Settings,
  until: Until,
): Promise<SiteProcess> {
  const site = await startSite({ ...place.env, ...COMMON, ...settings }, until)
  scratch.onEnd(async () => void (await site.stop('SIGKILL')))
  return site
}
