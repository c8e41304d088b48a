import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { openPortal } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { embeddedFolder } from '#cms/database/embedded-folder.ts'
import { openControl } from '#cms/database/kind.ts'
import type { Config } from '#shared/config.ts'
import { reconcilePublicFiles } from '#cms/uploads/reconcile.ts'
import { explainingDisk } from './explain-disk.ts'
import { OF_ROWS, requireRoom } from './file-staging.ts'
import { requireKnown } from './fill.ts'
import { abandon, finishSwap, replaceContent, type Replaced } from './replace-content.ts'
import type { Progress } from './progress.ts'
import { verifyArchive } from './verify-archive.ts'

/**
 * Brings back all content and uploads of an archive. The archive is read to its end first, so that
 * one that is not whole changes nothing.
 * @throws ArchiveError, OperatorError or DatabaseProblem with what to do; then nothing has changed
 */
export function restoreBackup(
  config: Config,
  path: string,
  options: RestoreOptions,
): Promise<Replaced> {
  return explainingDisk('read', path, () => restore(config, path, options))
}

interface RestoreOptions {
  readonly replace: boolean
  readonly onProgress: Progress
}

async function restore(
  config: Config,
  path: string,
  { replace, onProgress }: RestoreOptions,
): Promise<Replaced> {
  const { manifest, rows, rowBytes } = await verifyArchive(path, {
    onProgress: (read, total) => onProgress('Kiểm tra bản sao lưu', read, total),
  })
  requireKnown(manifest)
  await requireRoom(config.filesDir, manifest.uploads.bytes)
  const folder = embeddedFolder(config.databaseUrl)
  if (folder !== null) await requireRoom(folder, rowBytes * OF_ROWS)
  const source = {
    label: basename(path),
    expected: { rows, files: manifest.uploads.count },
    open: async () => createReadStream(path, { highWaterMark: 256 * 1024 }),
  }
  const target = { settings: config, files: config, replace }
  const replaced = await replaceContent(source, target, onProgress)
  await publishFiles(config)
  return replaced
}

/** Gives an unfinished restore up; one that died in its last step is finished instead. */
export async function abandonRestore(config: Config): Promise<void> {
  const control = await openControl(config)
  try {
    await control.alone(() => abandon(control, { settings: config, files: config }))
  } finally {
    await control.close()
  }
}

/**
 * Before a start: finishes the last step of a restore that died in it.
 * @throws DatabaseProblem where the database cannot be used
 */
export async function finishRestore(config: Config): Promise<void> {
  const control = await openControl(config)
  try {
    await control.check()
    if ((await control.restoreMark())?.phase !== 'swapping') return
    await control.alone(() => finishSwap(control, { settings: config, files: config }))
  } finally {
    await control.close()
  }
}

async function publishFiles(config: Config): Promise<void> {
  const portal = await openPortal(config)
  try {
    await reconcilePublicFiles(portal)
  } finally {
    await closeDatabase(portal)
  }
}
