import { PassThrough } from 'node:stream'
import { openPortal } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { tablesOf } from '#cms/database/content.ts'
import { loadKind } from '#cms/database/kind.ts'
import { requireCurrent } from '#cms/database/migration-status.ts'
import { requireDatabase } from '#cms/database/require-database.ts'
import type { Snapshot } from '#cms/database/snapshot.ts'
import type { Config } from '#shared/config.ts'
import { databaseLabel } from '#shared/database-url.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { explainingDisk } from './explain-disk.ts'
import { NewIds } from './new-ids.ts'
import { OddRows } from './odd-rows.ts'
import { originOf } from './origin.ts'
import { countRows } from './pack-content.ts'
import type { Progress } from './progress.ts'
import { replaceContent } from './replace-content.ts'
import { inWorkshop } from './workshop.ts'

/** Finds the rows that no backup could bring back; changes nothing. */
export async function findOddRows(config: Config, onProgress: Progress): Promise<OddRows> {
  await requireDatabase(config)
  await requireCurrent(config)
  const portal = await openPortal(config)
  try {
    const content = (await loadKind(config.databaseUrl)).content(portal)
    const total = await countRows({ content, portal })
    const odd = new OddRows(portal.config)
    let done = 0
    for (const table of tablesOf(portal.config)) {
      for await (const row of content.read(table)) {
        odd.look(table, row)
        onProgress('Xem từng bản ghi', ++done, total)
      }
    }
    return odd
  } finally {
    await closeDatabase(portal)
  }
}

/**
 * Gives new ids to rows whose own is none, in all that refers to them too: a backup of the database
 * that is restored into itself, all or nothing. The portal must not run meanwhile.
 * @returns how many rows have a new id
 * @throws OperatorError that names rows which are odd in other ways; then nothing has changed
 */
export async function mendIds(config: Config, onProgress: Progress): Promise<number> {
  await requireDatabase(config)
  await requireCurrent(config)
  return explainingDisk('copy', config.dataDir, () =>
    inWorkshop(config, async ({ data }) => {
      const { openSnapshot } = await loadKind(config.databaseUrl)
      const snapshot = await openSnapshot(config, openPortal, { folder: data, isQuiet: false })
      try {
        return await mendFrom(snapshot, config, onProgress)
      } finally {
        await snapshot.close()
      }
    }),
  )
}

async function mendFrom(snapshot: Snapshot, config: Config, onProgress: Progress): Promise<number> {
  const { content, portal } = snapshot
  const tables = tablesOf(portal.config)
  const ids = new NewIds(portal.config)
  for (const table of tables) for await (const row of content.read(table)) ids.look(table, row)
  if (ids.count === 0) return 0
  const channel = new PassThrough({ highWaterMark: 1024 * 1024 })
  const packing = pack()
  const source = {
    label: databaseLabel(config.databaseUrl),
    expected: { rows: await countRows(snapshot), files: 0 },
    open: async () => channel,
  }
  try {
    await replaceContent(source, { settings: config, files: null, replace: true }, onProgress)
    return ids.count
  } finally {
    channel.destroy()
    await packing
  }

  /** Its failure reaches the reading end, which reports it. */
  async function pack(): Promise<void> {
    try {
      const archive = await ArchiveWriter.begin(channel, await originOf(config))
      const odd = new OddRows(portal.config)
      for (const table of tables) {
        const rows = ids.read(content, table)
        const looked = async function* looked() {
          for await (const row of rows) {
            odd.look(table, row)
            yield row
          }
        }
        await archive.addRows(table.name, looked())
      }
      odd.refuse()
      await archive.finish()
    } catch (error) {
      channel.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
}
