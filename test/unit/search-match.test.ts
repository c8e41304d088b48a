import { describe, expect, it } from 'vitest'
import { foldNumber } from '#shared/vietnamese/fold.ts'
import { foldedWords } from '#shared/vietnamese/words.ts'
import { markWords, matching } from '#site/data/search/match.ts'
import type { Entry } from '#site/data/search/title-index.ts'

const entry = (title: string, fields: Partial<Entry> = {}): Entry => ({
  collection: 'news',
  id: title,
  title,
  words: foldedWords(title),
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

  it('finds phrases, leaves out what must not occur, and takes the last word for a beginning', () => {
    const entries = [entry('Hội chợ làng nghề'), entry('Chợ phiên và hội làng'), entry('Hội thảo')]
    expect(titles(entries, '"hội chợ"')).toEqual(['Hội chợ làng nghề'])
    expect(titles(entries, 'hội -chợ')).toEqual(['Hội thảo'])
    expect(titles(entries, 'hoi tha')).toEqual(['Hội thảo'])
    expect(titles(entries, 'tha hoi')).toEqual([])
    expect(titles(entries, '-chợ')).toEqual([])
  })

  it('finds what is shortened by its full form, and the other way round', () => {
    const entries = [entry('Bình chọn sản phẩm CNNT'), entry('Phát triển công nghiệp nông thôn')]
    for (const query of ['cnnt', 'công nghiệp nông thôn']) {
      expect(titles(entries, query).toSorted()).toEqual(entries.map(({ title }) => title))
    }
  })

  it('takes both spellings of a tone for the same marks', () => {
    const entries = [entry('Hoa Bình'), entry('Hòa Bình')]
    expect(titles(entries, 'hoà bình')).toEqual(['Hòa Bình', 'Hoa Bình'])
  })

  it('finds nothing for nothing', () => {
    expect(matching([entry('Tin')], '  ')).toEqual([])
  })
})

describe('markWords', () => {
  it('marks the words of every reading, and beginnings where the query may go on', () => {
    const marked = (text: string, query: string) =>
      markWords(text, query)
        .filter(({ isMarked }) => isMarked)
        .map(({ text: word }) => word)
    expect(marked('Sản phẩm CNNT, công nghiệp', 'cnnt')).toEqual(['CNNT,', 'công', 'nghiệp'])
    expect(marked('Nghị định 45/2012/NĐ-CP', '45/2012')).toEqual(['45/2012/NĐ-CP'])
    expect(marked('Khuyến công, khuyên', 'khuyen c')).toEqual(['Khuyến', 'công,', 'khuyên'])
    expect(marked('Hội chợ', '-chợ')).toEqual([])
  })

  it('marks the words that the query names, with the blanks kept', () => {
    const parts = markWords('Kế hoạch khuyến công', 'khuyen')
    expect(parts.map(({ text }) => text).join('')).toBe('Kế hoạch khuyến công')
    expect(parts.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'khuyến', isMarked: true }])
  })
})
