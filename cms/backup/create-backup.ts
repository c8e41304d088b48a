import { join } from 'node:path'
import { openPortal } from '#cms/load-payload.ts'
import { requireCurrent } from '#cms/database/migration-status.ts'
import { loadKind } from '#cms/database/kind.ts'
import { requireDatabase } from '#cms/database/require-database.ts'
import type { Config } from '#shared/config.ts'
import { createArchiveFile } from './archive-file.ts'
import type { ArchiveManifest } from './archive-format.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import { explainingDisk } from './explain-disk.ts'
import { linkFiles } from './file-links.ts'
import { originOf } from './origin.ts'
import { packFiles, packRows } from './pack-content.ts'
import type { Progress } from './progress.ts'
import { inWorkshop, type Workshop } from './workshop.ts'

/**
 * Writes all content and all uploads, as of one moment, into a new archive, while the portal runs.
 * @throws ArchiveError, OperatorError or DatabaseProblem with what to do; then there is no archive
 */
export async function createBackup(
  config: Config,
  path: string,
  onProgress: Progress,
): Promise<ArchiveManifest> {
  await requireDatabase(config)
  await requireCurrent(config)
  const origin = await originOf(config)
  return explainingDisk('write', path, () =>
    inWorkshop(config, (workshop) =>
      createArchiveFile(path, origin, (archive) => pack(config, archive, workshop, onProgress)),
    ),
  )
}

async function pack(
  config: Config,
  archive: ArchiveWriter,
  { data, files: folder }: Workshop,
  onProgress: Progress,
): Promise<void> {
  const { openSnapshot } = await loadKind(config.databaseUrl)
  const fileList = join(data, 'files')
  // Before the snapshot for what is deleted after it, and again for what came in between.
  await linkFiles(folder)
  const snapshot = await openSnapshot(config, openPortal, { folder: data, isQuiet: false })
  try {
    await linkFiles(folder)
    await packRows(snapshot, archive, { fileList, onProgress })
  } finally {
    await snapshot.close()
  }
  await packFiles(archive, { fileList, folder, onProgress })
}
