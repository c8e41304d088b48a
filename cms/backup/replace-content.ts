import type { Readable } from 'node:stream'
import { OperatorError } from '#cms/operator-error.ts'
import { openPortal } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { tablesOf } from '#cms/database/content.ts'
import type { DatabaseControl } from '#cms/database/control.ts'
import { loadKind, openControl, type DatabaseSettings } from '#cms/database/kind.ts'
import { whileFilling } from '#cms/database/restore-mark.ts'
import type { Staging } from '#cms/database/staging.ts'
import { databaseLabel } from '#shared/database-url.ts'
import type { ArchiveManifest } from './archive-format.ts'
import { compareContent, isSame, type Comparison } from './digest.ts'
import { discardFiles, filesTakePlace, openFileStaging, type FileFolders } from './file-staging.ts'
import { fillFrom } from './fill.ts'
import type { Progress } from './progress.ts'

export interface Target {
  readonly settings: DatabaseSettings
  /** Where uploads go; `null` leaves those that are there. */
  readonly files: FileFolders | null
  /** Take the place of content that is there. */
  readonly replace: boolean
}

export interface Source {
  /** As the operator reads it. */
  readonly label: string
  open(): Promise<Readable>
  /** How much it holds, for the progress. */
  readonly expected: { readonly rows: number; readonly files: number }
}

export interface Replaced {
  readonly manifest: ArchiveManifest
  readonly comparisons: readonly Comparison[]
  /** References to content that the source itself no longer had. */
  readonly deadReferences: number
}

/**
 * Fills a database from an archive, all or nothing: while it is filled it carries a mark that every
 * start refuses; a failure leaves it as it was.
 * @throws ArchiveError, OperatorError or DatabaseProblem with what is wrong and what to do
 */
export async function replaceContent(
  source: Source,
  target: Target,
  onProgress: Progress,
): Promise<Replaced> {
  const control = await openControl(target.settings)
  try {
    await control.check()
    return await control.alone(() => replaceAlone(control, source, target, onProgress))
  } finally {
    await control.close()
  }
}

async function replaceAlone(
  control: DatabaseControl,
  source: Source,
  target: Target,
  onProgress: Progress,
): Promise<Replaced> {
  const { settings, files: folders } = target
  await finishSwap(control, target)
  if (!target.replace) await requireEmpty(control, settings)
  const hasFiles = folders !== null
  const mark = { startedAt: new Date().toISOString(), source: source.label, hasFiles }
  await control.setRestoreMark({ phase: 'filling', ...mark })
  const { openStaging } = await loadKind(settings.databaseUrl)
  let staging: Staging | undefined
  try {
    staging = await whileFilling(settings.databaseUrl, () => openStaging(settings, openPortal))
    const files = folders === null ? null : await openFileStaging(folders)
    const { expected } = source
    const input = await source.open()
    const { digests, manifest } = await fillFrom(input, staging, files, { expected, onProgress })
    const deadReferences = await staging.content.dropDeadReferences()
    const comparisons = await compareContent(staging, digests, onProgress)
    if (deadReferences === 0) requireSame(comparisons)
    await staging.settle()
    await control.setRestoreMark({ phase: 'swapping', ...mark })
    await staging.takePlace()
    if (folders !== null) await filesTakePlace(folders)
    await control.setRestoreMark(null)
    return { manifest, comparisons, deadReferences }
  } catch (error) {
    if ((await control.restoreMark())?.phase === 'swapping') throw unfinished(error)
    await staging?.discard()
    await discardAll(control, target)
    throw error
  }
}

/** A former restore that died in its last step: all was there, so that step is finished first. */
export async function finishSwap(
  control: DatabaseControl,
  { settings, files }: Pick<Target, 'settings' | 'files'>,
): Promise<void> {
  const mark = await control.restoreMark()
  if (mark?.phase !== 'swapping') return
  const { leftStaging } = await loadKind(settings.databaseUrl)
  await leftStaging.takePlace(settings)
  if (mark.hasFiles && files !== null) await filesTakePlace(files)
  await control.setRestoreMark(null)
}

/** Gives an unfinished restore up; one that died in its last step is finished instead. */
export async function abandon(
  control: DatabaseControl,
  target: Pick<Target, 'settings' | 'files'>,
): Promise<void> {
  await finishSwap(control, target)
  await discardAll(control, target)
}

async function discardAll(
  control: DatabaseControl,
  { settings, files }: Pick<Target, 'settings' | 'files'>,
): Promise<void> {
  const { leftStaging } = await loadKind(settings.databaseUrl)
  await leftStaging.discard(settings)
  if (files !== null) await discardFiles(files)
  await control.setRestoreMark(null)
}

function unfinished(cause: unknown): OperatorError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new OperatorError(
    `Nội dung mới đã ghi đủ nhưng chưa đặt được vào chỗ của nội dung cũ: ${why}. Hãy xử lý nguyên ` +
      'nhân đó rồi chạy lại lệnh này, hoặc npm start: bước còn lại sẽ được làm nốt.',
    { cause },
  )
}

function requireSame(comparisons: readonly Comparison[]): void {
  const different = comparisons.filter((one) => !isSame(one))
  if (different.length === 0) return
  const names = different.map(({ table }) => table.name).join(', ')
  throw new OperatorError(
    `Đọc lại thì dữ liệu vừa ghi không giống bản sao lưu (${names}), nên chưa thay đổi gì. Hãy kiểm ` +
      'tra ổ đĩa và bộ nhớ của máy chủ rồi chạy lại.',
  )
}

/** Tables that a portal without content may have rows in. */
const MACHINERY = /^(payload-|usages$|changes$|visit-counts$|searches$|globals$)/

async function requireEmpty(control: DatabaseControl, settings: DatabaseSettings): Promise<void> {
  if ((await control.migrations()).length === 0) return
  const portal = await whileFilling(settings.databaseUrl, () => openPortal(settings))
  try {
    const content = (await loadKind(settings.databaseUrl)).content(portal)
    const tables = tablesOf(portal.config).filter(({ name }) => !MACHINERY.test(name))
    const counts = await Promise.all(
      tables.map(async (table) => ({
        name: table.name,
        count: await content.count(table),
      })),
    )
    const full = counts.filter(({ count }) => count > 0)
    if (full.length === 0) return
    const list = full.map(({ name, count }) => `${name} (${count})`).join(', ')
    throw new OperatorError(
      `Cơ sở dữ liệu ${databaseLabel(settings.databaseUrl)} đang có nội dung: ${list}. Chưa thay đổi ` +
        'gì. Nếu thật sự muốn thay bằng nội dung của bản sao lưu, hãy thêm --replace.',
    )
  } finally {
    await closeDatabase(portal)
  }
}
