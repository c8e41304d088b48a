import { describe, expect, test } from 'vitest'
import { parseQuery, type SearchQuery } from '#shared/search/query.ts'
import { foldedWords, markedText } from '#shared/vietnamese/words.ts'

/** "a + b* | c": parts in brackets, readings by bars, an open end as a star. */
function shape({ wanted, unwanted }: SearchQuery): string {
  const parts = wanted.map((part) =>
    part
      .map((reading) => reading.map(({ words, isOpen }) => words + (isOpen ? '*' : '')).join(' + '))
      .join(' | '),
  )
  return [...parts.map((part) => `[${part}]`), ...unwanted.map(({ words }) => `-${words}`)].join(
    ' ',
  )
}

test.each([
  ['hội chợ', '[hoi] [cho*]'],
  ['  HỘI   CHỢ  ', '[hoi] [cho*]'],
  ['"hội chợ" làng nghề', '[hoi cho] [lang] [nghe*]'],
  ['“hội chợ”', '[hoi cho]'],
  ['hội chợ "làng nghề"', '[hoi] [cho] [lang nghe]'],
  ['hội chợ -triển lãm', '[hoi] [cho] [lam*] -trien'],
  ['hội chợ -"triển lãm"', '[hoi] [cho*] -trien lam'],
  ['45/2012/NĐ-CP', '[45 2012 nd cp*]'],
  ['nghị định 45/2012', '[nghi + dinh | nd] [45 2012*]'],
  ['CNNT tiêu biểu', '[cnnt | cong nghiep nong thon] [tieu] [bieu*]'],
  ['sản phẩm công nghiệp nông thôn', '[san] [pham] [cong + nghiep + nong + thon* | cnnt]'],
  ['cụm công nghiệp', '[cum + cong + nghiep* | ccn]'],
  ['dnnvv', '[dnnvv* | doanh nghiep nho va vua]'],
])('%s is taken apart', (typed, expected) => {
  expect(shape(parseQuery(typed))).toBe(expected)
})

test.each([
  ['', ''],
  ['"', ''],
  ['""', ''],
  ['-', ''],
  ['- hội', '[hoi*]'],
  ['a"b', '[a] [b*]'],
  ['a"b"c', '[a] [b] [c*]'],
  ['--hội', '[hoi*]'],
  ['title:x NEAR(a b) AND *', '[title x] [near a] [b] [and*]'],
  ['😀 \u0000 ...', ''],
])('%j is no mistake', (typed, expected) => {
  expect(shape(parseQuery(typed))).toBe(expected)
})

test('what was typed is kept with its marks, without what must not occur', () => {
  expect(parseQuery('Hội  chợ -xuân "Làng Nghề"').marked).toBe('hội chợ làng nghề')
})

test('ten thousand signs are taken apart as well', () => {
  for (const sign of ['"', '-', 'a', ' -"', '“a']) {
    expect(() => parseQuery(sign.repeat(10_000))).not.toThrow()
  }
})

describe('marks', () => {
  test.each([
    ['hoà', 'hòa'],
    ['Hoà Bình', 'hòa bình'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['xoã', 'xõa'],
  ])('%s is %s in the other spelling', (late, early) => {
    expect(markedText(late)).toBe(early)
    expect(markedText(late.normalize('NFD'))).toBe(early)
    expect(markedText(early)).toBe(early)
  })

  test.each(['quý', 'hoàn', 'toán', 'thuyền', 'quỹ', 'khuyến'])('%s has one spelling', (word) => {
    expect(markedText(word)).toBe(word)
  })

  test('words are compared without them, and without signs', () => {
    expect(foldedWords('Đề án “Khuyến công” (2026–2030)')).toBe('de an khuyen cong 2026 2030')
  })
})
