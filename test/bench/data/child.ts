/**
 * What parts do in processes of their own, beside the portal's commands:
 * `child.ts VERB`, on the database of the environment. The last line it writes is its answer, JSON.
 */
import { createHash } from 'node:crypto'
import { progressBar } from '#cms/commands/progress-bar.ts'
import { loadPayload, openPortal } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { tablesOf } from '#cms/database/content.ts'
import { loadKind } from '#cms/database/kind.ts'
import { readConfig } from '#shared/config.ts'
import { relatedShares } from '../search/related.ts'
import { fillWorld } from '../world/fill-world.ts'
import { emailOf, PASSWORD } from '../world/people.ts'
import { WorldPlan, type WorldSize } from '../world/plan.ts'
import { migrateAll } from './all-rows-migration.ts'

const VERBS = {
  fill,
  dump,
  login,
  migrate: migrateAll,
  related: relatedShares,
} satisfies Record<string, (words: string[]) => Promise<unknown>>

const [verb, ...words] = process.argv.slice(2)
console.log(JSON.stringify(await VERBS[verb as keyof typeof VERBS](words)))

/** Fills the database with a world: SEED SIZE, the size as JSON. */
async function fill([seed = '', size = '']: string[]) {
  const config = readConfig()
  const bar = progressBar()
  const plan = new WorldPlan(seed, JSON.parse(size) as WorldSize)
  await fillWorld(config, plan, bar.show).finally(bar.end)
  return {}
}

/** SHA-256 over the canonical lines of all rows of all tables, and how many there are. */
async function dump() {
  const config = readConfig()
  const portal = await openPortal(config)
  try {
    const hash = createHash('sha256')
    const content = (await loadKind(config.databaseUrl)).content(portal)
    let rows = 0
    for (const table of tablesOf(portal.config)) {
      hash.update(`${table.name}\n`)
      for await (const row of content.read(table)) {
        hash.update(`${JSON.stringify(row)}\n`)
        rows += 1
      }
    }
    return { rows, sha256: hash.digest('hex') }
  } finally {
    await closeDatabase(portal)
  }
}

/** Logs the first account in with the password that it has always had. */
async function login() {
  const portal = await loadPayload({ onInit: false })
  try {
    const data = { email: emailOf(0), password: PASSWORD }
    const { token } = await portal.login({ collection: 'users', data })
    return { hasToken: Boolean(token) }
  } finally {
    await closeDatabase(portal)
  }
}
