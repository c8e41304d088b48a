import { mkdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { tryLock } from '#cms/database/sqlite/file-lock.ts'
import { OperatorError } from '#cms/operator-error.ts'
import type { Config } from '#shared/config.ts'

/** Folders for what a backup or a copy needs for a while. */
export interface Workshop {
  /** Beside the embedded database. */
  readonly data: string
  /** On the file system of the uploads, so that they can be linked. */
  readonly files: string
}

/**
 * Runs `work` with empty folders of its own; what a killed one left is removed first.
 * @throws OperatorError where another backup or copy of this data is at work
 */
export async function inWorkshop<Result>(
  { dataDir, filesDir }: Pick<Config, 'dataDir' | 'filesDir'>,
  work: (workshop: Workshop) => Promise<Result>,
): Promise<Result> {
  await mkdir(dataDir, { recursive: true })
  const lock = tryLock(join(dataDir, 'backup.lock'))
  if (!lock) {
    throw new OperatorError(
      'Đang có một lệnh sao lưu hoặc chuyển dữ liệu khác chạy; hãy chờ nó xong.',
    )
  }
  // Several machines may share the folder of the files.
  const own = `.backup-${hostname()}`
  const workshop = { data: resolve(dataDir, own), files: resolve(filesDir, `${own}-files`) }
  const clear = () =>
    Promise.all(
      Object.values(workshop).map((folder) => rm(folder, { recursive: true, force: true })),
    )
  try {
    await clear()
    for (const folder of Object.values(workshop)) await mkdir(folder, { recursive: true })
    return await work(workshop)
  } finally {
    await clear()
    lock.release()
  }
}
