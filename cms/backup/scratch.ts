import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { tryLock } from '#cms/database/sqlite/file-lock.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { formatFileSize } from '#shared/vietnamese/numbers.ts'

const NAME = '.portal-scratch-'

/** Room that is left on a disk for everything else. */
const RESERVE = 128 * 1024 * 1024

/**
 * Runs `work` with an empty folder that this account alone can read, and removes it; what a killed
 * one has left is removed by the next.
 * @param bytes that the work takes, about
 * @throws OperatorError where neither the data's disk nor that of temporary files has room
 */
export async function inScratch<Result>(
  { dataDir }: { dataDir: string },
  bytes: number,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const places = [resolve(dataDir), tmpdir()].filter((place) => existsSync(place))
  for (const place of places) await removeLeft(place)
  const place = await firstWithRoom(places, bytes)
  // For its owner alone, by definition.
  const folder = await mkdtemp(join(place, NAME))
  const lock = tryLock(join(folder, 'lock'))
  try {
    return await work(folder)
  } finally {
    lock?.release()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whose lock is free has no process any more; one that has just been made is left a moment. */
async function removeLeft(place: string): Promise<void> {
  for (const name of (await readdir(place)).filter((one) => one.startsWith(NAME))) {
    const folder = join(place, name)
    const { uid, mtimeMs } = await stat(folder)
    if (uid !== process.getuid?.() || Date.now() - mtimeMs < JUST_MADE_MS) continue
    const lock = tryLock(join(folder, 'lock'))
    if (!lock) continue
    lock.release()
    await rm(folder, { recursive: true, force: true })
  }
}

const JUST_MADE_MS = 1_000

async function firstWithRoom(places: readonly string[], bytes: number): Promise<string> {
  const free: number[] = []
  for (const place of places) {
    const { bavail, blocks, bsize } = await statfs(place)
    // Some network file systems do not tell.
    if (blocks === 0 || bavail * bsize >= bytes + RESERVE) return place
    free.push(bavail * bsize)
  }
  const found = places.map((place, index) => `${place}: ${formatFileSize(free[index] ?? 0)}`)
  throw new OperatorError(
    `Không đủ chỗ để thử khôi phục bản sao lưu: cần ${formatFileSize(bytes + RESERVE)}, còn ` +
      `${found.join('; ')}. Hãy dọn ổ đĩa, hoặc chỉ đọc thử: thêm --quick.`,
  )
}
