import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Progress } from '#cms/backup/progress.ts'
import { openPortal } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { tablesOf, type Row } from '#cms/database/content.ts'
import { loadKind } from '#cms/database/kind.ts'
import { reconcilePublicFiles } from '#cms/uploads/reconcile.ts'
import type { Config } from '#shared/config.ts'
import { WorldPlan } from './plan.ts'
import { worldRows } from './world.ts'

/** Rows that one transaction takes, as in a restore. */
const BATCH = 250

/**
 * Makes the database of the settings hold a world and nothing else, by the door that a restore comes
 * in by; its uploads go into their folder.
 */
export async function fillWorld(config: Config, plan: WorldPlan, onProgress: Progress) {
  const { openStaging } = await loadKind(config.databaseUrl)
  const staging = await openStaging(config, openPortal)
  try {
    const tables = new Map(tablesOf(staging.portal.config).map((table) => [table.name, table]))
    const waiting = new Map<string, Row[]>()
    const flush = async (name: string) => {
      const table = tables.get(name)
      if (!table) throw new Error(`There is no table "${name}".`)
      await staging.content.write(table, waiting.get(name) ?? [])
      waiting.set(name, [])
    }
    let news = 0
    for await (const { table, row, files = [] } of worldRows(plan, staging.portal.config)) {
      const rows = waiting.get(table) ?? []
      waiting.set(table, rows)
      rows.push(row)
      if (rows.length >= BATCH) await flush(table)
      for (const file of files) await store(config, table, file)
      if (table === 'news') onProgress('Tin bài', ++news, plan.size.news)
    }
    for (const name of waiting.keys()) await flush(name)
    await staging.settle()
    await staging.takePlace()
  } catch (error) {
    await staging.discard()
    throw error
  }
  await publish(config)
}

async function store(
  { uploadsDir }: Config,
  collection: string,
  { name, content }: { readonly name: string; content(): Iterable<Buffer> },
): Promise<void> {
  const folder = join(uploadsDir, collection)
  await mkdir(folder, { recursive: true })
  await pipeline(Readable.from(content()), createWriteStream(join(folder, name)))
}

async function publish(config: Config): Promise<void> {
  const portal = await openPortal(config)
  try {
    await reconcilePublicFiles(portal)
  } finally {
    await closeDatabase(portal)
  }
}
