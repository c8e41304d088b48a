import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BrokenIndexError } from '#site/search/index-file.ts'
import { SearchIndex } from '#site/search/search-index.ts'
import { suggest } from '#site/search/suggest.ts'
import { found, indexOf, NOW, searchItem, SYNONYMS } from '#test/support/search-items.ts'

const folder = mkdtempSync(join(tmpdir(), 'search-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('an index', () => {
  it('forgets what an item said before, and its words', () => {
    const index = indexOf([searchItem('x', { title: 'Cũ kỹ', body: 'hiếm' }), searchItem('Khác')])
    index.transaction(() => index.put(searchItem('x', { title: 'Mới tinh' })))
    expect(found(index, 'mới')).toEqual(['x'])
    expect(found(index, '"cũ kỹ"')).toEqual([])
    expect(index.vocabulary.counts.has('hiem')).toBe(false)
    index.transaction(() => index.remove('news:x'))
    expect(found(index, 'mới')).toEqual([])
    expect(index.rows.count).toBe(1)
  })

  it('knows whose words stand in others', () => {
    const index = indexOf([searchItem('Có tệp', { parts: ['files:1'] }), searchItem('Không tệp')])
    expect(index.holding('files:1')).toEqual(['news:Có tệp'])
    expect(index.holding('files:2')).toEqual([])
  })

  it('is the same after it was closed and opened', () => {
    const file = join(folder, 'kept.db')
    const first = SearchIndex.create(file)
    first.putAll([
      searchItem('Thông báo', {
        collection: 'documents',
        number: '57/TB-TTKC',
        expiresAt: '2026-06-15T04:59:59Z',
      }),
      searchItem('Tin'),
    ])
    first.finish('7:x', '[]')
    first.close()
    const again = SearchIndex.open(file)
    expect(again.about('position')).toBe('7:x')
    expect(again.rows.count).toBe(2)
    expect([...again.rows.numbers.values()]).toEqual(['57/tb-ttkc'])
    expect(found(again, 'thông báo')).toEqual([])
    expect(found(again, 'tin')).toEqual(['Tin'])
    again.transaction(() => again.put(searchItem('Tin nữa')))
    expect(found(again, 'tin').toSorted()).toEqual(['Tin', 'Tin nữa'])
    again.close()
  })

  it('that is no index is broken, and so is one that is not there', () => {
    const file = join(folder, 'broken.db')
    writeFileSync(
      file,
      'not a database at all, and long enough to have a header of one hundred bytes'.repeat(9),
    )
    expect(() => SearchIndex.open(file)).toThrow(BrokenIndexError)
    expect(() => SearchIndex.open(join(folder, 'absent.db'))).toThrow(BrokenIndexError)
  })
})

it('titles are suggested while their last word is typed, those that begin so first', () => {
  const index = indexOf([
    searchItem('Lớp dùng máy sấy'),
    searchItem('Máy sấy nông sản'),
    searchItem('Máy sấy nông sản', { id: 'twice', date: '2020-01-01T00:00:00Z' }),
    searchItem('Hội chợ'),
  ])
  const titles = (typed: string) => suggest(index, typed, SYNONYMS, NOW).map(({ title }) => title)
  expect(titles('may s')).toEqual(['Máy sấy nông sản', 'Lớp dùng máy sấy'])
  expect(titles('máy sấy nô')).toEqual(['Máy sấy nông sản'])
  expect(titles('m')).toEqual([])
  expect(titles('"(*')).toEqual([])
})
