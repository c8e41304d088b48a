import { describe, expect, it } from 'vitest'
import { askIndex, found, indexOf, searchItem } from '#test/support/search-items.ts'

describe('what was found', () => {
  const index = () =>
    indexOf([
      searchItem('Nghề rèn A', { date: '2023-12-31T18:00:00Z', categoryIds: ['c1', 'c2'] }),
      searchItem('Nghề rèn B', { date: '2025-05-01T01:00:00Z', categoryIds: ['c1'] }),
      searchItem('Dao nghề rèn', { collection: 'products', date: null }),
    ])

  it('is counted by kind, year of Vietnam and category, and chosen by them', () => {
    const { counts, count } = askIndex(index(), 'nghề rèn', { years: ['2024'] })
    expect([...counts.collections]).toEqual(
      expect.arrayContaining([
        ['news', 2],
        ['products', 1],
      ]),
    )
    expect([...counts.years]).toEqual(
      expect.arrayContaining([
        ['2024', 1],
        ['2025', 1],
      ]),
    )
    expect([...counts.categories]).toEqual(
      expect.arrayContaining([
        ['c1', 2],
        ['c2', 1],
      ]),
    )
    expect(count).toBe(1)
    expect(found(index(), 'nghề rèn', { collections: ['products'] })).toEqual(['Dao nghề rèn'])
    expect(found(index(), 'nghề rèn', { categoryIds: ['c2'] })).toEqual(['Nghề rèn A'])
  })

  it('is cut into pages, and may be ordered by age', () => {
    expect(found(index(), 'nghề rèn', { isNewestFirst: true })).toEqual([
      'Nghề rèn B',
      'Nghề rèn A',
      'Dao nghề rèn',
    ])
    expect(found(index(), 'nghề rèn', { isNewestFirst: true, from: 1, most: 1 })).toEqual([
      'Nghề rèn A',
    ])
  })

  it('is of the latest thousands where many have the words, and of all once it is narrowed', () => {
    const old = searchItem('Nghề cũ', { date: '2015-05-01T00:00:00Z' })
    const many = Array.from({ length: 3_000 }, (_, at) => searchItem(`Nghề ${at}`))
    const index = indexOf([old, ...many])
    expect(askIndex(index, 'nghề')).toMatchObject({ count: 3_000, isCut: true })
    expect(askIndex(index, 'nghề', { years: ['2015'] })).toMatchObject({ count: 1, isCut: false })
  })

  it('shows where its text has the words, as it is written', () => {
    const long = 'Câu mở đầu không nói gì. '.repeat(30)
    const [hit] = askIndex(
      indexOf([
        searchItem('Tin', { body: `${long}Bà con học đan mây ở Tân Mỹ. ${long}` }),
        searchItem('Đan mây'),
      ]),
      'dan may tan my',
    ).hits
    expect(hit?.passage).toContain('học đan mây ở Tân Mỹ')
    expect(hit?.passage.length).toBeLessThan(300)
    expect(askIndex(index(), 'dao').hits[0]?.passage).toBe('')
  })
})
