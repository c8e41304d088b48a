/**
 * `storm-saver.ts SECONDS RATE PATH…`: saves the articles at the paths as fast as it can, one a path
 * at once, and brings the change log to RATE rows a second by rows of other articles. Says "ready",
 * tells of every save once it has answered, and in the end how many rows there were.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { commitTransaction, createLocalReq, initTransaction, type PayloadRequest } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { openPortal } from '#cms/load-payload.ts'
import { tagsOfRow, type ChangedRow } from '#shared/change-tags.ts'
import { readConfig } from '#shared/config.ts'

export interface StormSave {
  readonly path: string
  /** Counted for each path from 1; the article's title names it. */
  readonly serial: number
  /** When the save had answered, in ms since 1970. */
  readonly at: number
}

export interface StormEnd {
  /** Rows of the change log, those of saves among them. */
  readonly changes: number
  readonly seconds: number
}

const WRITERS = 4
const TOP_UP_EVERY_MS = 50
const OTHERS = 500

const [seconds = '', rate = '', ...paths] = process.argv.slice(2)
const portal = await openPortal(readConfig())
const ids = await Promise.all(paths.map(idAt))
const { docs: others } = await portal.find({
  collection: 'news',
  where: { _status: { equals: 'published' }, id: { not_in: ids } },
  depth: 0,
  limit: OTHERS,
})
console.log('"ready"')
const startedAt = performance.now()
const endsAt = startedAt + Number(seconds) * 1000
let changes = 0
let isSaving = true
const saving = Promise.all(Array.from({ length: WRITERS }, (_, writer) => save(writer)))
await Promise.all([topUp(), saving.then(() => (isSaving = false))])
tell({ changes, seconds: (performance.now() - startedAt) / 1000 })
process.exit()

async function idAt(path: string): Promise<string> {
  const slug = path.split('/').at(-1)
  const where = { slug: { equals: slug } }
  const { docs } = await portal.find({ collection: 'news', where, depth: 0, limit: 1 })
  if (!docs[0]) throw new Error(`There is no article "${slug}".`)
  return docs[0].id
}

async function save(writer: number): Promise<void> {
  for (let turn = writer; performance.now() < endsAt; turn += WRITERS) {
    const [path = '', id = ''] = [paths[turn % paths.length], ids[turn % paths.length]]
    const serial = Math.floor(turn / paths.length) + 1
    const data = { title: `Lưu lần thứ ${serial}` }
    await portal.update({ collection: 'news', id, data, depth: 0 })
    changes += 1
    tell({ path, serial, at: Date.now() })
  }
}

/** Rows as hooks/changes.ts writes them, where the saves alone are fewer than the rate. */
async function topUp(): Promise<void> {
  while (isSaving) {
    await writeDue()
    await pause(TOP_UP_EVERY_MS)
  }
  await writeDue()
}

/** Together: one by one they would take turns with the saves, which are to come fast, too. */
async function writeDue(): Promise<void> {
  // Those of the time until the next look as well: the rate is to be reached, not approached.
  const elapsedMs = performance.now() - startedAt + TOP_UP_EVERY_MS
  const due = Math.max(0, Math.ceil((elapsedMs / 1000) * Number(rate)) - changes)
  const req = await createLocalReq({}, portal)
  await initTransaction(req)
  for (let row = 0; row < due; row += 1) {
    await writeRow(others[changes % others.length] as unknown as ChangedRow, req)
  }
  await commitTransaction(req)
}

async function writeRow(row: ChangedRow, req: PayloadRequest): Promise<void> {
  const now = new Date().toISOString()
  await portal.db.create({
    collection: 'changes',
    data: {
      id: uuidv7(),
      collectionName: 'news',
      documentId: row.id,
      isPublicBefore: true,
      isPublicAfter: true,
      tags: tagsOfRow('news', row),
      createdAt: now,
      updatedAt: now,
    },
    returning: false,
    req,
  })
  changes += 1
}

function tell(what: StormSave | StormEnd): void {
  console.log(JSON.stringify(what))
}
