import { buildOutdated } from '#cms/commands/build.ts'
import { setup as buildSite } from '#test/support/built-site.ts'
import type { Place } from '../data/place.ts'
import type { Bench } from '../part.ts'
import type { SiteOptions } from './options.ts'

/** Builds what is out of date of the site, and of the cms where that is measured, too. */
export async function buildFor(
  { scratch }: Bench,
  { subjects }: SiteOptions,
  { env }: Pick<Place, 'env'>,
): Promise<void> {
  if (!subjects.has('memory')) return buildSite()
  // The build of the cms reads the settings, as its start does.
  Object.assign(process.env, { PAYLOAD_SECRET: env.PAYLOAD_SECRET })
  const stop = new AbortController()
  const built = buildOutdated({ signal: stop.signal })
  scratch.onEnd(async () => {
    stop.abort()
    await Promise.allSettled([built])
  })
  await built
}
