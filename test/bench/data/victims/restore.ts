import { rm } from 'node:fs/promises'
import { finishRestore } from '#cms/backup/restore-backup.ts'
import { readConfig } from '#shared/config.ts'
import { runMeasured } from '../../measured.ts'
import { startAndKill, type Victim } from '../kill-at-random.ts'
import { placeFor } from '../place.ts'
import { rawHash } from '../raw-hash.ts'
import { ask, commandWords } from '../setting.ts'
import { isServed, requireContent, type World } from './world.ts'

/** The database is as before the restore, or refused until that is given up, or all restored. */
export function restoreVictim({ setting, durations, archived }: World): Victim {
  const { archive, options, scratch } = setting
  const target = placeFor(scratch, setting.server, 'restore-target')
  const other = { ...options.size, news: 50, documents: 5, comments: 5, counters: 5, uploads: 5 }
  const words = commandWords('restore', archive, '--replace')
  let before = ''
  return {
    name: 'restore',
    words,
    place: target,
    seconds: durations.restore,
    async before() {
      if (before !== '' && rawHash(target.file) === before) return
      await rm(target.dataDir, { recursive: true, force: true })
      await ask(setting, target, 'fill', 'other', JSON.stringify(other))
      before = rawHash(target.file)
    },
    async after() {
      const wasServed = await isServed(target)
      // As a start does.
      await finishRestore(readConfig(target.env))
      if (await isServed(target)) {
        if (rawHash(target.file) === before) return 'as before'
        await requireContent(setting, target, archived)
        return wasServed ? 'whole' : 'finished by the next start'
      }
      await runMeasured(commandWords('restore', '--abandon'), target.env, scratch)
      if (rawHash(target.file) !== before) throw new Error('Given up, it is not as before.')
      return 'refused, then as before'
    },
    async finish() {
      await startAndKill(setting, words, target, durations.restore / 2)
      await runMeasured(words, target.env, scratch)
      await requireContent(setting, target, archived)
    },
  }
}
