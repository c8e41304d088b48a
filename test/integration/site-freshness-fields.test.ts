import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import payloadConfig from '#cms/payload.config.ts'
import { ROUTES } from '#shared/routes.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import type { Sign } from '#test/support/freshness/change.ts'
import { CHANGES } from '#test/support/freshness/changes.ts'
import { fill, leavesOf, textFields, textLeaves } from '#test/support/freshness/fields.ts'
import { isNotShown, namedFor, WITHOUT_PAGES } from '#test/support/freshness/not-shown.ts'
import { OTHER_ROUTES, PAGE_NAMES, PAGES, type PageName } from '#test/support/freshness/pages.ts'
import { UNTOUCHED } from '#test/support/freshness/untouched.ts'
import { WITHDRAWALS } from '#test/support/freshness/withdrawals.ts'
import { save, subjectIn, type World } from '#test/support/freshness/subject.ts'
import { buildShownWorld, CHANGED } from '#test/support/freshness/world.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

const config = await payloadConfig
let portal: TestPortal
let site: SiteProcess
let world: World

beforeAll(async () => {
  portal = await openPortal()
  world = await buildShownWorld(portal.payload)
  site = await startSite()
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

/** Soon, though not at once: the site looks at the change log four times a second. */
const soon = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 9_000, interval: 50 })

/** Status, where it leads to, and the page. */
async function read(page: PageName): Promise<string> {
  const answer = await site.ask(PAGES[page](world))
  const location = answer.headers.get('location') ?? ''
  return `${answer.status} ${location.replace(site.origin, '')}\n${await answer.text()}`
}

/** A page, what it should show, and what it should show no more. */
type Check = readonly [page: PageName, wanted: Sign, unwanted: Sign]

/** Awaits that all pages are as they should be. */
async function allShown(checks: readonly Check[]): Promise<void> {
  let left = checks
  await soon(async () => {
    const texts = new Map<PageName, string>()
    for (const page of new Set(left.map(([one]) => one))) texts.set(page, await read(page))
    left = left.filter(([page, wanted, unwanted]) => {
      const text = texts.get(page) ?? ''
      return (wanted !== null && !has(text, wanted)) || has(text, unwanted)
    })
    return left.map(([page, wanted, not]) => `${page}: ${wanted}, not ${not}`).join('; ')
  }).toBe('')
}

function has(text: string, sign: Sign): boolean {
  if (sign === null) return false
  return typeof sign === 'string' ? text.includes(sign) : sign.test(text)
}

async function pagesWith(word: string): Promise<PageName[]> {
  const shown: PageName[] = []
  for (const page of PAGE_NAMES) if ((await read(page)).includes(word)) shown.push(page)
  return shown
}

/** Which of the pages that a collection leaves alone had to be rendered for this. */
async function renderedAgain(slug: string): Promise<PageName[]> {
  const rendered: PageName[] = []
  let before = await renders()
  for (const page of UNTOUCHED[slug] ?? []) {
    await read(page)
    const after = await renders()
    if (after !== before) rendered.push(page)
    before = after
  }
  return rendered
}

async function renders(): Promise<number> {
  const metrics = await (await site.ask('/metrics')).text()
  return Number(/^portal_pages_rendered_total (\d+)$/m.exec(metrics)?.[1])
}

/** Does what changes a document, and awaits it wherever it shows; other pages stay kept. */
async function changing(slug: string, change: () => Promise<void>, checks: readonly Check[]) {
  await soon(() => renderedAgain(slug)).toEqual([])
  await change()
  await allShown(checks)
  expect(await renderedAgain(slug), 'pages that show nothing of it').toEqual([])
}

const before = (name: string, data: object) => {
  const { doc } = subjectIn(world, name)
  return Object.fromEntries(Object.keys(data).map((field) => [field, doc[field] ?? null]))
}

describe.each(CHANGED)('pages that were read before show, of %s,', (slug) => {
  test.each(textFields(config, slug))('a new %s', async (field) => {
    const { payload } = portal
    const { doc, words: old } = subjectIn(world, slug)
    const { value, words } = fill(config, slug, field, doc[field])
    const checks: Check[] = []
    for (const [leaf, word] of words) {
      const was = old.get(leaf) ?? ''
      const pages = await pagesWith(was)
      expect(pages, `pages that show ${leaf}`).not.toEqual([])
      checks.push(...pages.map((page) => [page, word, was] as const))
    }
    await changing(slug, () => save(payload, world, slug, { [field]: value }, { words }), checks)
  })

  test.each((CHANGES[slug] ?? []).map((one) => ({ ...one, name: one.leaves.join(', ') })))(
    'another $name, and the old one again',
    async ({ data, shows, lagging = [], file }) => {
      const { payload } = portal
      const signs = Object.entries(shows(world)) as [PageName, readonly [Sign, Sign]][]
      const there = signs.map(([page, [was, is]]) => [page, is, was] as const)
      const back = signs.map(([page, [was, is]]) => [page, was, is] as const)
      await allShown(back)
      const next = data(world)
      const last = before(slug, next)
      const newFile = await file?.()
      await changing(slug, () => save(payload, world, slug, next, { file: newFile }), there)
      if (newFile) return
      const awaited = back.filter(([page]) => !lagging.includes(page))
      await changing(slug, () => save(payload, world, slug, last), awaited)
      if (lagging.length > 0) await renewNeighbour()
    },
  )

  test.each(WITHDRAWALS[slug] ?? [])(
    'nothing while it is $name, and all again afterwards',
    async ({ away, back, lagging = [] }) => {
      const { payload } = portal
      const [word = ''] = [...subjectIn(world, slug).words.values()]
      const pages = await pagesWith(word)
      expect(pages).not.toEqual([])
      const gone = pages.map((page) => [page, null, word] as const)
      const again = pages.map((page) => [page, word, null] as const)
      await changing(slug, () => save(payload, world, slug, away), gone)
      const awaited = again.filter(([page]) => !lagging.includes(page))
      await changing(slug, () => save(payload, world, slug, back), awaited)
      if (lagging.length > 0) await renewNeighbour()
    },
  )
})

/** What is new beside an article may lag a minute: a save of the article itself brings it. */
async function renewNeighbour() {
  await save(portal.payload, world, 'neighbour', {})
  const title = subjectIn(world, 'news').words.get('title') ?? ''
  await soon(() => read('article beside it')).toContain(title)
}

test('what is deleted for good is gone from all that showed it', async () => {
  const { payload } = portal
  for (const [slug, leaf] of [
    ['media', 'alt'],
    ['files', 'title'],
  ] as const) {
    const { id, words } = subjectIn(world, slug)
    const word = words.get(leaf) ?? ''
    const pages = await pagesWith(word)
    expect(pages).not.toEqual([])
    await payload.delete({ collection: slug, id: String(id) })
    await allShown(pages.map((page) => [page, null, word]))
  }
  await payload.delete({ collection: 'redirects', id: String(subjectIn(world, 'redirects').id) })
  await soon(() => read('old address')).toMatch(/^404/)
})

describe('this test knows', () => {
  test('every collection and global', () => {
    const slugs = [...config.collections, ...config.globals].map(({ slug }) => slug)
    expect([...CHANGED, ...Object.keys(WITHOUT_PAGES)].toSorted()).toEqual(slugs.toSorted())
  })

  test.each(CHANGED)('every field of %s, whether shown or not', (slug) => {
    const leaves = leavesOf(config, slug)
    const byHand = (CHANGES[slug] ?? []).flatMap((one) => one.leaves)
    const known = [...textLeaves(config, slug), ...byHand]
    expect(leaves.filter((leaf) => !isNotShown(slug, leaf)).toSorted()).toEqual(known.toSorted())
    expect(leaves).toEqual(expect.arrayContaining(namedFor(slug)))
  })

  test('every kind of page', () => {
    const paths = PAGE_NAMES.map((page) => PAGES[page](world))
    const unknown = Object.values(ROUTES).filter(
      (route) =>
        !(route in OTHER_ROUTES) &&
        !paths.some((path) => path === route || path.startsWith(`${route}/`)),
    )
    expect(unknown).toEqual([])
  })
})
