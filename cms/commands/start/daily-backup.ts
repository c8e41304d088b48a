import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config, DailyBackup } from '#shared/config.ts'
import { dateInVietnam } from '#shared/vietnamese/dates.ts'
import { COMMAND_FLAGS } from '../bootstrap/command-flags.mjs'
import { runNode } from '../run-process.ts'

const NAME = /^portal-\d{4}-\d{2}-\d{2}\.tar\.zst$/
const DAY_MS = 24 * 3_600_000
/** After a start, so that the portal answers first. */
const CATCH_UP_MS = 2 * 60_000
const TRY_AGAIN_MS = 3_600_000

/**
 * Makes an archive a day in DATA_DIR/backups, reads it back, and keeps the newest ones. A day that
 * was missed, since the machine was off or the backup failed, is made up for.
 */
export function backUpDaily(config: Config, env: NodeJS.ProcessEnv, stop: AbortSignal): void {
  const { dailyBackup } = config
  if (!dailyBackup) return
  const folder = join(config.dataDir, 'backups')

  const plan = (at: number) => {
    const timer = setTimeout(() => void work(), Math.max(at - Date.now(), 0)).unref()
    stop.addEventListener('abort', () => clearTimeout(timer), { once: true })
  }
  const work = async () => {
    const isMade = await backUpOnce(folder, env, stop).catch(notMade)
    if (stop.aborted) return
    if (isMade) await removeOldest(folder, dailyBackup.keep).catch(notMade)
    plan(isMade ? nextTime(dailyBackup, new Date()) : Date.now() + TRY_AGAIN_MS)
  }
  void newest(folder).then((name) => {
    const isRecent = name !== undefined && Date.now() - momentOf(name, dailyBackup) < DAY_MS
    plan(isRecent ? nextTime(dailyBackup, new Date()) : Date.now() + CATCH_UP_MS)
  })
}

/** The next time of the day after a moment, in ms since 1970. */
export function nextTime({ hour, minute }: DailyBackup, now: Date): number {
  const today = momentOfDay(dateInVietnam(now), hour, minute)
  return today > now.getTime() ? today : today + DAY_MS
}

/** Deletes all but the newest archives; other files in the folder stay. */
export async function removeOldest(folder: string, keep: number): Promise<void> {
  const names = (await archivesIn(folder)).slice(0, -keep)
  for (const name of names) await rm(join(folder, name))
}

async function backUpOnce(
  folder: string,
  env: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<boolean> {
  const file = join(folder, `portal-${dateInVietnam(new Date())}.tar.zst`)
  if (existsSync(file)) return true
  await mkdir(folder, { recursive: true })
  await removeUnfinished(folder)
  for (const verb of ['backup', 'verify']) {
    const words = [...COMMAND_FLAGS, 'cms/commands/cli.ts', verb, file]
    const { code, output } = await runNode(words, { env, signal: stop })
    if (stop.aborted) return false
    if (code === 0) continue
    if (verb === 'verify') await rm(file, { force: true })
    console.error(`Chưa sao lưu được hằng ngày; sẽ thử lại sau một giờ. Nguyên nhân:\n${output}`)
    return false
  }
  console.log(`Đã sao lưu hằng ngày và kiểm tra: ${file}`)
  return true
}

/** A disk that is full or read-only: the portal itself goes on. */
function notMade(error: unknown): false {
  console.error(
    `Chưa sao lưu được hằng ngày; sẽ thử lại sau một giờ. Nguyên nhân: ${String(error)}`,
  )
  return false
}

/** What a killed backup has left; the next one begins anew. */
async function removeUnfinished(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^portal-.*\.part$/.test(name))
  for (const name of names) await rm(join(folder, name))
}

async function newest(folder: string): Promise<string | undefined> {
  return (await archivesIn(folder)).at(-1)
}

async function archivesIn(folder: string): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder) : []
  return names.filter((name) => NAME.test(name)).toSorted()
}

function momentOf(name: string, { hour, minute }: DailyBackup): number {
  return momentOfDay(name.slice('portal-'.length, 'portal-0000-00-00'.length), hour, minute)
}

function momentOfDay(date: string, hour: number, minute: number): number {
  const digits = (value: number) => String(value).padStart(2, '0')
  return Date.parse(`${date}T${digits(hour)}:${digits(minute)}:00+07:00`)
}
