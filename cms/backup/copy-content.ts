import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { OperatorError } from '#cms/operator-error.ts'
import { openPortal } from '#cms/load-payload.ts'
import { requireCurrent } from '#cms/database/migration-status.ts'
import { loadKind, openControl, type DatabaseSettings } from '#cms/database/kind.ts'
import { requireDatabase } from '#cms/database/require-database.ts'
import { withoutWrites } from '#cms/database/write-stop.ts'
import { databaseLabel } from '#shared/database-url.ts'
import type { Config } from '#shared/config.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { explainingDisk } from './explain-disk.ts'
import { linkFiles } from './file-links.ts'
import type { FileFolders } from './file-staging.ts'
import { originOf } from './origin.ts'
import { countRows, packFiles, packRows } from './pack-content.ts'
import type { Progress } from './progress.ts'
import { replaceContent, type Replaced } from './replace-content.ts'
import { inWorkshop, type Workshop } from './workshop.ts'

export interface CopyTarget {
  readonly settings: DatabaseSettings
  /** Where uploads go; `null`: both use the same folder. */
  readonly files: FileFolders | null
  readonly replace: boolean
}

/**
 * Copies the content into another database: a backup piped into a restore. The portal serves reads
 * all the time; writes are refused until it is done, and afterwards too, since what is written to
 * the old database then would be lost. A failure or a kill allows them again.
 */
export async function copyContent(
  config: Config,
  target: CopyTarget,
  onProgress: Progress,
): Promise<Replaced> {
  if (databaseLabel(config.databaseUrl) === databaseLabel(target.settings.databaseUrl)) {
    throw new OperatorError('Nơi chuyển đến chính là cơ sở dữ liệu đang dùng; không phải làm gì.')
  }
  await requireDatabase(config)
  await requireCurrent(config)
  const control = await openControl(config)
  const moved = {
    reason: 'moved',
    target: databaseLabel(target.settings.databaseUrl),
    until: null,
  } as const
  try {
    return await explainingDisk('copy', config.dataDir, () =>
      inWorkshop(config, (workshop) =>
        withoutWrites(control, 'copying', () => pipe(config, target, workshop, onProgress), moved),
      ),
    )
  } finally {
    await control.close()
  }
}

async function pipe(
  config: Config,
  target: CopyTarget,
  { data, files }: Workshop,
  onProgress: Progress,
): Promise<Replaced> {
  const { openSnapshot } = await loadKind(config.databaseUrl)
  if (target.files !== null) await linkFiles(files)
  const snapshot = await openSnapshot(config, openPortal, { folder: data, isQuiet: true })
  const channel = new PassThrough({ highWaterMark: 1024 * 1024 })
  try {
    const packing = pack()
    const source = {
      label: databaseLabel(config.databaseUrl),
      expected: { rows: await countRows(snapshot), files: 0 },
      open: async () => channel,
    }
    try {
      return await replaceContent(source, target, onProgress)
    } finally {
      // Where the reading end has failed, the writing end is to hear of it.
      channel.destroy()
      await packing
    }
  } finally {
    await snapshot.close()
  }

  /** Its failure reaches the reading end, which reports it. */
  async function pack(): Promise<void> {
    const fileList = join(data, 'files')
    try {
      const archive = await ArchiveWriter.begin(channel, await originOf(config))
      await packRows(snapshot, archive, { fileList, onProgress: () => {} })
      if (target.files !== null) {
        await packFiles(archive, { fileList, folder: files, onProgress: () => {} })
      }
      await archive.finish()
    } catch (error) {
      channel.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
}
