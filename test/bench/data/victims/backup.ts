import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { runMeasured } from '../../measured.ts'
import type { Victim } from '../kill-at-random.ts'
import { commandWords } from '../setting.ts'
import type { World } from './world.ts'

/** The file is there whole, or not at all. */
export function backupVictim({ setting, durations, requireUntouched }: World): Victim {
  const { first, scratch } = setting
  const archive = join(scratch.folder, 'killed.tar.zst')
  return {
    name: 'backup',
    words: commandWords('backup', archive),
    place: first,
    seconds: durations.backup,
    async after() {
      await requireUntouched()
      const left = await readdir(dirname(archive))
      const isThere = left.includes(basename(archive))
      if (isThere) await runMeasured(commandWords('verify', archive), first.env, scratch)
      const rest = left.filter((name) => name.startsWith(basename(archive)))
      for (const name of rest) await rm(join(dirname(archive), name))
      return isThere ? 'whole' : 'no archive'
    },
  }
}
