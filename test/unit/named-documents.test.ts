import { expect, test } from 'vitest'
import { splitAtDocuments } from '#site/components/documents/named-documents.ts'

const document = (number: string) =>
  ({
    id: number,
    path: `/van-ban/${number}`,
    kind: 'Thông tư số',
    number,
    abstract: '',
    status: 'in-force',
  }) as const

test.each([
  [
    'Được thay thế bởi Thông tư số 28/2018/TT-BTC.',
    ['Được thay thế bởi Thông tư số ', '#28/2018/TT-BTC', '.'],
  ],
  ['64/2024/TT-BTC và 28/2018/TT-BTC', ['#64/2024/TT-BTC', ' và ', '#28/2018/TT-BTC']],
  ['Không nói văn bản nào', ['Không nói văn bản nào']],
  ['', []],
])('%s', (text, expected) => {
  const documents = [document('28/2018/TT-BTC'), document(''), document('64/2024/TT-BTC')]
  const parts = splitAtDocuments(text, documents)
  expect(parts.map((part) => (typeof part === 'string' ? part : `#${part.number}`))).toEqual(
    expected,
  )
})
