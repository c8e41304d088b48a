import { isInForce } from '#cms/database/control.ts'
import { openControl } from '#cms/database/kind.ts'
import { databaseUrl } from '#test/support/mongodb-server.ts'
import { runMeasured } from '../../measured.ts'
import type { Victim } from '../kill-at-random.ts'
import { dropDatabase, placeFor, type Place } from '../place.ts'
import { commandWords } from '../setting.ts'
import { isServed, requireContent, type World } from './world.ts'

/**
 * The source takes writes again by itself; the target, empty at first, is refused or holds all there
 * is. Each trial begins on what the one before has left.
 */
export function copyVictim({ setting, durations, content, requireUntouched }: World): Victim {
  const { first, scratch, server } = setting
  const url = databaseUrl(
    server,
    `${new URL(setting.mongodb.settings.databaseUrl).pathname.slice(1)}_killed`,
  )
  const target = placeFor(scratch, server, 'copy-target', { url, filesDir: first.dataDir })
  const words = commandWords('copy', '--to', url, '--replace')
  const requireWhole = () => requireContent(setting, target, content)
  return {
    name: 'copy',
    words,
    place: first,
    seconds: durations.copy,
    async after() {
      await requireUntouched()
      const isWhole = await isServed(target)
      if (isWhole) await requireWhole()
      await requireLeaseOnly(first, isWhole)
      return isWhole ? 'whole' : 'refused'
    },
    async finish() {
      await runMeasured(words, first.env, scratch)
      await requireWhole()
      await dropDatabase(target)
    },
  }
}

/** A stop of writes that a killed copy leaves must end by itself. */
async function requireLeaseOnly({ settings }: Place, mayHaveMoved: boolean): Promise<void> {
  const control = await openControl(settings)
  try {
    const stop = await control.writeStop()
    if (isInForce(stop) && stop.until === null && !mayHaveMoved) {
      throw new Error('Writes stay stopped at the source.')
    }
    await control.allowWrites()
  } finally {
    await control.close()
  }
}
