import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { openPortal } from '#cms/load-payload.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { openControl, type DatabaseSettings } from '#cms/database/kind.ts'
import { databaseLabel, maskedUrl } from '#shared/database-url.ts'
import { readConfig } from '#shared/config.ts'
import { ROUTES } from '#shared/routes.ts'
import { buildTopic } from '#test/support/builders.ts'
import { cms, startCommand, succeed } from '#test/support/cms-command.ts'
import { dump, filesIn, newPlace, withPortal, type Place } from '#test/support/places.ts'
import { logIn, rest } from '#test/support/rest.ts'
import { START_LIMIT_MS, startSite } from '#test/support/site-process.ts'
import { walkSite } from '#test/support/site-walk.ts'
import { buildWorld, PASSWORD, type World } from '#test/support/world.ts'

// SQLite → MongoDB → SQLite, one after the other as an operator does it: the uploads stay where they
// are, in the data folder of this test file.
const config = readConfig()
const sqlite = (name: string) => `file:${join(config.dataDir, name)}`
const [FIRST, THIRD] = [sqlite('portal.db'), sqlite('portal-again.db')]
let place: Place
let second: string
let world: World
let portal: Payload

const at = (databaseUrl: string): DatabaseSettings => ({ databaseUrl, mongodb: config.mongodb })
const env = (databaseUrl: string) => ({ DATABASE_URL: databaseUrl })

beforeAll(async () => {
  place = await newPlace('mongodb')
  second = place.config.databaseUrl
  await succeed(['migrate'], env(FIRST))
  portal = await openPortal(at(FIRST))
  portal.logger.level = 'silent'
  world = await buildWorld(portal)
}, START_LIMIT_MS)
afterAll(async () => {
  await closeDatabase(portal)
  await place.remove()
})

async function writeStop(databaseUrl: string) {
  const control = await openControl(at(databaseUrl))
  return control.writeStop().finally(() => control.close())
}

/** Everything that visitors can fetch from a portal on a database. */
async function publicPages(databaseUrl: string) {
  const site = await startSite(env(databaseUrl))
  try {
    const form = async () => masked(await (await site.ask(ROUTES.askQuestion)).text())
    const [once, again] = [await form(), await form()]
    expect(once.text).toBe(again.text)
    expect(once.tokens).not.toEqual(again.tokens)
    const starts = ['/', '/sitemap.xml', '/robots.txt', world.oldPath]
    const visited = await walkSite(site.origin, starts)
    const pages = [...visited.values()].map(({ path, status, location, type, body }) => {
      const text = `${status} ${location} ${type}\n${body}`
      // Each site has a port of its own, which stands in links as it is and as a code.
      const port = new RegExp(`(127\\.0\\.0\\.1(?::|%3A))${site.port}\\b`, 'g')
      return [path, masked(text).text.replaceAll(port, '$1PORT')] as const
    })
    return new Map(pages)
  } finally {
    await site.stop()
  }
}

/** A form carries a signed moment, another for each request; the rest of a page is the same. */
function masked(html: string): { text: string; tokens: string[] } {
  const token = /(?<= name="token" value=")[^"]+/g
  return { text: html.replaceAll(token, 'TOKEN'), tokens: html.match(token) ?? [] }
}

type Pages = Awaited<ReturnType<typeof publicPages>>

/** The addresses at which two sites differ, with the text from the first difference on. */
function differences(one: Pages, other: Pages): unknown[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((path) => {
    const [a = 'none', b = 'none'] = [one.get(path), other.get(path)]
    if (a === b) return []
    const from = Math.max(0, [...a].findIndex((letter, index) => letter !== b[index]) - 40)
    return [{ path, one: a.slice(from, from + 160), other: b.slice(from, from + 160) }]
  })
}

const SLOW = { timeout: 2 * START_LIMIT_MS }

describe('a copy from SQLite to MongoDB', SLOW, () => {
  test('serves reads and refuses writes while it runs, then says what comes next', async () => {
    const own = { payload: portal, config, dataDir: config.dataDir, close: async () => {} }
    const token = await logIn(own, world.email)
    const copy = startCommand(['copy', '--to', second], env(FIRST))
    while (!copy.isOver() && !(await writeStop(FIRST))) await pause(1)
    process.kill(copy.pid, 'SIGSTOP')
    const [read, write] = await Promise.all([
      rest(own, `/news/${world.newsId}`),
      rest(own, '/topics', { method: 'POST', token, json: { title: 'Đang chuyển' } }),
    ])
    process.kill(copy.pid, 'SIGCONT')
    expect(read.status).toBe(200)
    expect(await read.json()).toMatchObject({ title: world.titles[1] })
    expect(write.status).toBe(503)
    const { errors } = (await write.json()) as { errors: unknown[] }
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/đang chuyển dữ liệu.*chưa lưu được.*lưu lại sau ít phút/),
      data: { code: 'writes_stopped', reason: 'copying' },
    })

    const { code, stderr, stdout } = await copy.result
    expect(code, stderr).toBe(0)
    expect(stdout).toContain(`Đã chuyển từ ${databaseLabel(FIRST)} sang ${databaseLabel(second)}.`)
    expect(stdout).toContain(`       DATABASE_URL=${maskedUrl(second)}\n`)
    expect(stdout).toMatch(/ {2}users: 2 = 2 · giống hệt · [\da-f]{12}\n/)
    expect(await dump(at(second))).toEqual(await dump(at(FIRST)))
  })

  test('leaves the old end to read alone, until writes are allowed again', async () => {
    expect(await writeStop(FIRST)).toMatchObject({ reason: 'moved', until: null })
    const data = { code: 'writes_stopped', reason: 'moved' }
    await expect(buildTopic(portal)).rejects.toMatchObject({ name: 'WritesStoppedError', data })
    expect(await portal.count({ collection: 'topics' })).toEqual({ totalDocs: 1 })
    expect(await succeed(['allow-writes'], env(FIRST))).toContain('Đã cho ghi trở lại')
    expect(await writeStop(FIRST)).toBeNull()
  })

  test('is refused where there is content, and then writes go on', async () => {
    const before = await dump(at(second))
    const { code, stderr } = await cms(['copy', '--to', second], env(FIRST))
    expect(code).toBe(1)
    expect(stderr).toMatch(/đang có nội dung: .*Chưa thay đổi gì.*--replace/)
    expect(await writeStop(FIRST)).toBeNull()
    expect(await dump(at(second))).toEqual(before)
  })
})

describe('a copy back to SQLite', SLOW, () => {
  test('gives the same content, byte for byte', async () => {
    await succeed(['copy', '--to', THIRD], env(second))
    expect(await dump(at(THIRD))).toEqual(await dump(at(FIRST)))
  })

  test('answers every public address as both other ends do', async () => {
    const pages = await publicPages(FIRST)
    expect(pages.size).toBeGreaterThan(30)
    expect(pages.get(world.oldPath)).toMatch(/^301 /)
    expect(differences(pages, await publicPages(second))).toEqual([])
    expect(differences(pages, await publicPages(THIRD))).toEqual([])
  })

  test('takes the uploads along into another folder with --files', async () => {
    const folder = join(config.dataDir, 'elsewhere')
    const words = ['copy', '--to', THIRD, '--replace', '--files', folder]
    expect(await succeed(words, env(FIRST))).toContain(`       FILES_DIR=${folder}\n`)
    const uploads = await filesIn(config.uploadsDir)
    expect(Object.keys(uploads)).not.toHaveLength(0)
    expect(await filesIn(join(folder, 'uploads'))).toEqual(uploads)
    await succeed(['allow-writes'], env(FIRST))
  })

  // Which writes a session: the ends that content has left are written again.
  test('lets a user log in with the old password, as both other ends do', async () => {
    await succeed(['allow-writes'], env(second))
    for (const databaseUrl of [FIRST, second, THIRD]) {
      await withPortal(at(databaseUrl), async (payload) => {
        const data = { email: world.email, password: PASSWORD }
        const { user } = await payload.login({ collection: 'users', data })
        expect(user?.id).toBe(world.userId)
      })
    }
  })
})
