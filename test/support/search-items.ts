import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { synonymsOf } from '#shared/search/query.ts'
import { ABBREVIATIONS } from '#shared/vocabulary/abbreviations.ts'
import { find } from '#site/search/find.ts'
import type { SearchItem } from '#site/search/item.ts'
import type { SearchQuestion } from '#site/search/question.ts'
import { SearchIndex } from '#site/search/search-index.ts'

/** Noon of the day on which the items of tests are looked for. */
export const NOW = Date.parse('2026-06-15T05:00:00Z')
export const SYNONYMS = synonymsOf(ABBREVIATIONS)

/** An item that is found by its title, which is its id too. */
export function searchItem(title: string, fields: Partial<SearchItem> = {}): SearchItem {
  return {
    collection: 'news',
    id: title,
    path: `/tin-tuc/${title}`,
    title,
    number: '',
    summary: '',
    details: '',
    body: '',
    files: '',
    date: '2026-01-01T00:00:00Z',
    expiresAt: null,
    categoryIds: [],
    parts: [],
    ...fields,
  }
}

/** An index of some items, in a file that is gone with the test. */
export function indexOf(items: readonly SearchItem[]): SearchIndex {
  const folder = mkdtempSync(join(tmpdir(), 'search-'))
  const index = SearchIndex.create(join(folder, 'index.db'))
  onTestFinished(() => {
    index.close()
    rmSync(folder, { recursive: true })
  })
  index.putAll(items)
  index.finish('0:', '[]')
  return index
}

export function askIndex(index: SearchIndex, typed: string, chosen: Partial<SearchQuestion> = {}) {
  const question: SearchQuestion = {
    typed,
    collections: [],
    years: [],
    categoryIds: [],
    isNewestFirst: false,
    from: 0,
    most: 15,
    ...chosen,
  }
  return find(index, question, SYNONYMS, NOW)
}

/** Ids of what is found, the best first. */
export function found(index: SearchIndex, typed: string, chosen: Partial<SearchQuestion> = {}) {
  return askIndex(index, typed, chosen).hits.map(({ key }) => key.slice(key.indexOf(':') + 1))
}
