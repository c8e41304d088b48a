import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { changeLogOf } from '#cms/database/change-log.ts'
import { readPosition } from '#site/server/page-cache/position-file.ts'
import { buildCategory, buildNews, unique } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { namesIn, OWN_KIND } from '#test/support/places.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

vi.setConfig({ testTimeout: START_LIMIT_MS })

/** Pages on disk belong to an address. */
const HERE = { SITE_URL: 'http://portal.example', RENDER_WORKERS: '2' }
let portal: TestPortal
let site: SiteProcess | undefined

beforeAll(async () => {
  portal = await openPortal()
})
afterEach(async () => {
  await site?.stop()
  site = undefined
})
afterAll(() => portal?.close())

const read = async (path: string) => (await site?.ask(path))?.text()
const soon = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 20_000, interval: 50 })

async function filesOfPages(): Promise<string[]> {
  return namesIn(portal.config.pagesDir)
}

/** Where each worker is in the change log, as it is kept for the next start. */
async function positions(): Promise<string[]> {
  const name = (await filesOfPages()).find((one) => one.endsWith('/position'))
  const kept = name ? await readPosition(`${portal.config.pagesDir}/${name}`) : null
  return kept === null ? [] : (JSON.parse(kept) as string[])
}

const bothAreBeyond = (before: string[]) =>
  soon(async () => {
    const now = await positions()
    return now.length === 2 && now.every((position, at) => position !== before[at])
  }).toBe(true)

/** Both have heard of everything, so that nothing is purged any more. */
async function bothAreAtTheEnd(): Promise<void> {
  const end = await changeLogOf(portal.payload).end()
  await soon(positions).toEqual([end, end])
}

async function renders(): Promise<number> {
  return Number(/^portal_pages_rendered_total (\d+)$/m.exec((await read('/metrics')) ?? '')?.[1])
}

test('what two workers render shows every save, and none brings back what was before', async () => {
  site = await startSite(HERE)
  const { payload } = portal
  const category = await buildCategory(payload)
  const articles = await Promise.all(
    Array.from({ length: 8 }, () => buildNews(payload, { category: category.id })),
  )
  const paths = articles.map(({ slug }) => `/tin-tuc/${slug}`)
  const readAll = async () => (await Promise.all(paths.map(read))).map(String)
  for (let save = 0; save < 5; save += 1) {
    const before = await positions()
    const title = unique('Chuyên mục')
    await payload.update({ collection: 'categories', id: category.id, data: { title } })
    await soon(async () => (await readAll()).every((page) => page.includes(title))).toBe(true)
    await bothAreBeyond(before)
    for (const page of await readAll()) expect(page).toContain(title)
  }
})

/** Elsewhere a start reads the rows of the last minutes again, and what they purge is rendered anew. */
const knowsItsPlace = OWN_KIND === 'sqlite'

test.runIf(knowsItsPlace)(
  'pages on disk are taken up by as many workers, and rendered anew by another number',
  async () => {
    site = await startSite(HERE)
    const { slug } = await buildNews(portal.payload)
    const path = `/tin-tuc/${slug}`
    await bothAreAtTheEnd()
    await soon(async () => {
      await read(path)
      return filesOfPages()
    }).toContainEqual(expect.stringMatching(new RegExp(`/tin-tuc/${slug}/page.json$`)))
    await site.stop()

    site = await startSite(HERE)
    await read(path)
    expect(await renders()).toBe(0)
    await site.stop()

    site = await startSite({ ...HERE, RENDER_WORKERS: '1' })
    await read(path)
    expect(await renders()).toBe(1)
  },
)
