import { describe, expect, it } from 'vitest'
import { foldNumber, fold } from '#shared/vietnamese/fold.ts'
import { markWords, matching } from '#site/data/search/match.ts'
import type { Entry } from '#site/data/search/title-index.ts'

const entry = (title: string, fields: Partial<Entry> = {}): Entry => ({
  collection: 'news',
  id: title,
  title,
  folded: fold(title),
  number: '',
  date: '2026-01-01',
  ...fields,
})
const document = (number: string) =>
  entry(`Quyết định số ${number}`, { collection: 'documents', number: foldNumber(number) })
const titles = (entries: Entry[], query: string) =>
  matching(entries, query).map(({ title }) => title)

describe('matching', () => {
  it('finds titles whether marks are typed or not', () => {
    const entries = [entry('Kế hoạch khuyến công'), entry('Hội chợ')]
    for (const query of ['khuyen cong', 'Khuyến công', 'KHUYẾN  CÔNG', 'cong khuyen']) {
      expect(titles(entries, query)).toEqual(['Kế hoạch khuyến công'])
    }
  })

  it('puts exact marks before the phrase, and the phrase before scattered words', () => {
    const entries = [
      entry('Công nghiệp và khuyến nông'),
      entry('Khuyên công nhân học nghề'),
      entry('Khuyến công năm 2026'),
    ]
    expect(titles(entries, 'khuyến công')).toEqual([
      'Khuyến công năm 2026',
      'Khuyên công nhân học nghề',
      'Công nghiệp và khuyến nông',
    ])
  })

  it('puts the newest first among equals', () => {
    const entries = [
      entry('Tin cũ', { date: '2025-01-01' }),
      entry('Tin mới', { date: '2026-01-01' }),
    ]
    expect(titles(entries, 'tin')).toEqual(['Tin mới', 'Tin cũ'])
  })

  it('finds a document by its number, in part and with stray blanks', () => {
    const entries = [document('28/2018/TT-BTC'), document('128/2018/QĐ-UBND')]
    expect(titles(entries, '28/2018 / tt-btc')).toEqual(['Quyết định số 28/2018/TT-BTC'])
    expect(titles(entries, '28/2018')).toEqual([
      'Quyết định số 28/2018/TT-BTC',
      'Quyết định số 128/2018/QĐ-UBND',
    ])
  })

  it('finds nothing for nothing', () => {
    expect(matching([entry('Tin')], '  ')).toEqual([])
  })
})

describe('markWords', () => {
  it('marks the words that the query names, with the blanks kept', () => {
    const parts = markWords('Kế hoạch khuyến công', 'khuyen')
    expect(parts.map(({ text }) => text).join('')).toBe('Kế hoạch khuyến công')
    expect(parts.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'khuyến', isMarked: true }])
  })
})
