import type { Payload } from 'payload'
import { beforeEach, expect, test } from 'vitest'
import { KeptValues } from '#site/data/kept-values.ts'
import { createPageContext, PUBLIC_VIEWER, type PageContext } from '#site/data/page-context.ts'

const NOON = new Date('2026-03-17T12:00:00+07:00')
let kept: KeptValues
let reads: number
let stored: string

beforeEach(() => {
  kept = new KeptValues()
  reads = 0
  stored = 'first'
})

const view = (now = NOON) => createPageContext({} as Payload, PUBLIC_VIEWER, now, kept)

async function load(page: PageContext): Promise<string> {
  reads += 1
  page.tag('news:1')
  return stored
}

test('what pages share is read once, and each page depends on it', async () => {
  for (let at = 0; at < 3; at += 1) {
    const { page, dependencies } = view()
    expect(await kept.share(page, 'menu', load)).toBe('first')
    expect(dependencies().tags).toEqual(['news:1'])
  }
  expect(reads).toBe(1)
})

test('a purge of what it was read from ends it, another does not', async () => {
  await kept.share(view().page, 'menu', load)
  stored = 'second'
  kept.purge(['news:2'])
  expect(await kept.share(view().page, 'menu', load)).toBe('first')
  kept.purge(['news:1'])
  expect(await kept.share(view().page, 'menu', load)).toBe('second')
  stored = 'third'
  kept.purge(null)
  expect(await kept.share(view().page, 'menu', load)).toBe('third')
})

test('what was purged while it was read is given to who asked, and not kept', async () => {
  const value = await kept.share(view().page, 'menu', async (page) => {
    const old = await load(page)
    stored = 'second'
    kept.purge(['news:1'])
    return old
  })
  expect(value).toBe('first')
  expect(await kept.share(view().page, 'menu', load)).toBe('second')
})

test('who asks after a purge gets nothing that was begun before it', async () => {
  const slow = Promise.withResolvers<void>()
  const early = kept.share(view().page, 'menu', async (page) => {
    const old = await load(page)
    await slow.promise
    return old
  })
  stored = 'second'
  kept.purge(['news:1'])
  const late = kept.share(view().page, 'menu', load)
  slow.resolve()
  expect(await early).toBe('first')
  expect(await late).toBe('second')
  expect(await kept.share(view().page, 'menu', load)).toBe('second')
})

test('many who ask at once share one reading', async () => {
  await Promise.all([view(), view(), view()].map(({ page }) => kept.share(page, 'menu', load)))
  expect(reads).toBe(1)
})

test('a value that changes by itself ends then, and so does the page', async () => {
  const end = new Date(NOON.getTime() + 60_000)
  const loadUntil = async (page: PageContext) => {
    page.expires(end)
    return load(page)
  }
  await kept.share(view().page, 'menu', loadUntil)
  const { page, dependencies } = view()
  await kept.share(page, 'menu', loadUntil)
  expect(dependencies().expiresAt).toEqual(end)
  expect(reads).toBe(1)
  await kept.share(view(end).page, 'menu', loadUntil)
  expect(reads).toBe(2)
})

test('a reading that fails is not kept', async () => {
  const fail = () => Promise.reject(new Error('no database'))
  await expect(kept.share(view().page, 'menu', fail)).rejects.toThrow('no database')
  expect(await kept.share(view().page, 'menu', load)).toBe('first')
})

test('an editor who looks at a draft shares nothing with readers', () => {
  const viewer = { user: null, preview: true }
  expect(createPageContext({} as Payload, viewer, NOON, kept).page.kept).toBeNull()
})
