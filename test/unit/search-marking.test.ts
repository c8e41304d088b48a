import { expect, test } from 'vitest'
import { markNamed, namedWords } from '#shared/search/named-words.ts'
import { parseQuery } from '#shared/search/query.ts'

const marked = (text: string, typed: string) =>
  markNamed(text, namedWords(parseQuery(typed)))
    .filter(({ isMarked }) => isMarked)
    .map(({ text }) => text)

test.each([
  ['Kế hoạch khuyến công, nông thôn', 'khuyen cong', ['khuyến', 'công,']],
  ['Nhận hồ sơ hỗ trợ máy', 'hỗ trợ', ['hỗ', 'trợ']],
  ['Nhận hồ sơ hỗ trợ máy', 'ho tro', ['hồ', 'hỗ', 'trợ']],
  ['Máy sấy nông sản', 'máy xấy', ['Máy']],
  ['Thị xã Hoà Bình', 'hòa bình', ['Hoà', 'Bình']],
  ['Hội thảo', 'hội th', ['Hội', 'thảo']],
  ['Bình chọn sản phẩm CNNT', 'công nghiệp nông thôn', ['CNNT']],
  ['Cong tác', 'công tác', ['Cong', 'tác']],
  ['Tin', '-tin', []],
])('in “%s” a search for “%s” points out %j', (text, typed, expected) => {
  expect(marked(text, typed)).toEqual(expected)
})

test('the text stays as it was', () => {
  const text = ' Kế  hoạch\nkhuyến công '
  const parts = markNamed(text, namedWords(parseQuery('khuyen')))
  expect(parts.map((part) => part.text).join('')).toBe(text)
})
