import { killAtRandom } from './kill-at-random.ts'
import { rawHash } from './raw-hash.ts'
import { dumpOf, type Dump, type Setting } from './setting.ts'
import { backupVictim } from './victims/backup.ts'
import { copyVictim } from './victims/copy.ts'
import { migrationVictim } from './victims/migration.ts'
import { restoreVictim } from './victims/restore.ts'
import type { CommandTimes } from './victims/world.ts'

/**
 * Kills each command at random moments: the source is untouched, the target never half full.
 * @param archived what the archive holds
 */
export async function killCommands(
  setting: Setting,
  durations: CommandTimes,
  archived: Dump,
): Promise<void> {
  const { first, options } = setting
  const kills = { times: options.kills, seed: options.seed }
  console.log(`kills: each command ${kills.times} times`)
  const source = rawHash(first.file)
  const content = await dumpOf(setting, first)
  const requireUntouched = async () => {
    if (rawHash(first.file) !== source) throw new Error('The source has changed.')
  }
  const world = { setting, durations, content, archived, requireUntouched }
  await killAtRandom(setting, backupVictim(world), kills)
  await killAtRandom(setting, copyVictim(world), kills)
  await killAtRandom(setting, restoreVictim(world), kills)
  await killAtRandom(setting, await migrationVictim(world), kills)
}
