import { copyFile, rm } from 'node:fs/promises'
import { openControl } from '#cms/database/kind.ts'
import { isMigrated, MIGRATION } from '../all-rows-migration.ts'
import type { Victim } from '../kill-at-random.ts'
import { placeFor } from '../place.ts'
import { rawHash } from '../raw-hash.ts'
import { ask, childWords } from '../setting.ts'
import type { World } from './world.ts'

/** All of a migration is there, or nothing of it. */
export async function migrationVictim({ setting }: World): Promise<Victim> {
  const { first, scratch } = setting
  const target = placeFor(scratch, setting.server, 'migrate-target')
  const reset = async () => {
    for (const ending of ['', '-wal', '-shm']) await rm(target.file + ending, { force: true })
    await copyFile(first.file, target.file)
  }
  await ask(setting, target, 'fill', 'other', JSON.stringify({ ...setting.options.size, news: 0 }))
  await reset()
  const before = rawHash(target.file)
  const { seconds } = await ask(setting, target, 'migrate')
  let isDone = true
  return {
    name: 'migration',
    words: childWords('migrate'),
    place: target,
    seconds,
    async before() {
      if (isDone) await reset()
    },
    async after() {
      const control = await openControl(target.settings)
      isDone = (await control.migrations()).includes(MIGRATION)
      await control.close()
      if (isDone && !isMigrated(target.file)) throw new Error('Half of the migration is there.')
      if (isDone) return 'whole'
      if (rawHash(target.file) !== before) throw new Error('Some of the migration is there.')
      return 'as before'
    },
  }
}
