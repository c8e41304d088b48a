import type { Payload } from 'payload'
import { beforeEach, expect, test } from 'vitest'
import { KeptValues } from '#site/data/kept-values.ts'
import { createPageContext, PUBLIC_VIEWER } from '#site/data/page-context.ts'
import { sharedDocuments } from '#site/data/shared-values.ts'

let kept: KeptValues
let stored: Map<string, string>
let reads: string[][]

beforeEach(() => {
  kept = new KeptValues()
  stored = new Map([
    ['1', 'one'],
    ['2', 'two'],
  ])
  reads = []
})

const view = (viewer = PUBLIC_VIEWER) => createPageContext({} as Payload, viewer, new Date(), kept)

async function load(ids: readonly string[]) {
  reads.push([...ids])
  return new Map(ids.flatMap((id) => (stored.has(id) ? [[id, stored.get(id) ?? '']] : [])))
}

async function shown(ids: string[], view_ = view(), loader = load) {
  return [...(await sharedDocuments(view_.page, 'news', ids, 'card', loader)).values()]
}

test('each document is read once, and only those that are not known', async () => {
  expect(await shown(['1'])).toEqual(['one'])
  expect(await shown(['1', '2', '2'])).toEqual(['one', 'two'])
  expect(await shown(['2', '1'])).toEqual(['two', 'one'])
  expect(reads).toEqual([['1'], ['2']])
})

test('a page depends on every document, and on one that is not public, which may become so', async () => {
  for (let time = 0; time < 2; time += 1) {
    const one = view()
    expect(await shown(['1', '3'], one)).toEqual(['one'])
    expect(one.dependencies().tags).toEqual(['news:1', 'news:3'])
  }
  stored.set('3', 'three')
  expect(await shown(['3'])).toEqual([])
  kept.purge(['news:3'])
  expect(await shown(['3'])).toEqual(['three'])
})

test('a purge ends a document, and what was purged while it was read is not kept', async () => {
  await shown(['1', '2'])
  stored.set('1', 'new')
  kept.purge(['news:1', 'news:7'])
  expect(await shown(['1', '2'])).toEqual(['two', 'new'])
  kept.purge(null)
  const old = await shown(['1'], view(), async (ids) => {
    const found = await load(ids)
    stored.set('1', 'newer')
    kept.purge(['news:1'])
    return found
  })
  expect(old).toEqual(['new'])
  expect(await shown(['1'])).toEqual(['newer'])
})

test('a preview neither uses nor leaves anything', async () => {
  const editor = { user: null, preview: true }
  stored.set('1', 'draft')
  expect(await shown(['1'], view(editor))).toEqual(['draft'])
  stored.set('1', 'one')
  expect(await shown(['1'])).toEqual(['one'])
})
