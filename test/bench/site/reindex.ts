import { COMMAND_FLAGS } from '#cms/commands/bootstrap/command-flags.mjs'
import type { Place } from '../data/place.ts'
import { runMeasured, type Measured } from '../measured.ts'
import type { Bench } from '../part.ts'
import { articlePaths } from './paths.ts'
import { startSaver } from './save.ts'
import { onSite, type Setting } from './setting.ts'

/** Builds the search index of a place anew. */
export function reindex({ scratch }: Bench, place: Place): Promise<Measured> {
  console.log('reindex')
  return runMeasured([...COMMAND_FLAGS, 'site/commands/cli.ts', 'reindex'], place.env, scratch)
}

/**
 * Brings a place to where a portal is in everyday use. What was filled from outside has no index
 * yet, and an empty change log, after which the first save lets everything be read anew.
 */
export async function settleSearch(setting: Setting): Promise<void> {
  await onSite(setting, async (site) => {
    const [path = ''] = await articlePaths(site, 1)
    const saver = startSaver(setting, path)
    await saver.save()
    await saver.end()
  })
  await reindex(setting, setting.place)
}
