import { describe, expect, it } from 'vitest'
import { askIndex, found, indexOf, NOW, searchItem } from '#test/support/search-items.ts'

const document = (number: string) =>
  searchItem(`Quyết định ${number}`, { collection: 'documents', number, date: '2018-03-28' })

describe('what is found', () => {
  it('is found whether marks are typed or not, in any case and order, composed or in parts', () => {
    const index = indexOf([searchItem('Kế hoạch ĐỀ ÁN khuyến công'), searchItem('Hội chợ')])
    for (const query of [
      'de an khuyen',
      'đề án',
      'ĐỀ  ÁN',
      'cong khuyen',
      'đề án'.normalize('NFD'),
    ]) {
      expect(found(index, query)).toEqual(['Kế hoạch ĐỀ ÁN khuyến công'])
    }
  })

  it('may say it in its title, summary, details, body or files, and comes in this order', () => {
    const places = ['files', 'body', 'details', 'summary'] as const
    const index = indexOf([
      ...places.map((place) => searchItem(place, { [place]: 'Lò nung con thoi tiết kiệm gas' })),
      searchItem('Lò nung con thoi tiết kiệm gas'),
    ])
    const order = found(index, 'lò nung gas')
    expect(order.slice(0, 2)).toEqual(['Lò nung con thoi tiết kiệm gas', 'summary'])
    expect(order.toSorted()).toEqual([...places, 'Lò nung con thoi tiết kiệm gas'].toSorted())
    expect(order.at(-1)).toBe('files')
  })

  it('has the words as they were typed first, then those in their order, then the others', () => {
    const index = indexOf([
      searchItem('Công nghiệp và khuyến nông'),
      searchItem('Khuyên công nhân học nghề'),
      searchItem('Khuyến công năm 2026'),
    ])
    expect(found(index, 'khuyến công')).toEqual([
      'Khuyến công năm 2026',
      'Khuyên công nhân học nghề',
      'Công nghiệp và khuyến nông',
    ])
  })

  it('is the newer first among equals', () => {
    const index = indexOf([
      searchItem('Tin cũ', { date: '2021-01-01T00:00:00Z' }),
      searchItem('Tin mới', { date: '2026-01-01T00:00:00Z' }),
    ])
    expect(found(index, 'tin')).toEqual(['Tin mới', 'Tin cũ'])
  })

  it('is what has the phrase, lacks the excluded words, and goes on from the last word', () => {
    const titles = ['Hội chợ làng nghề', 'Chợ phiên và hội làng', 'Hội thảo']
    const index = indexOf(titles.map((title) => searchItem(title)))
    expect(found(index, '"hội chợ"')).toEqual(['Hội chợ làng nghề'])
    expect(found(index, 'hội -chợ')).toEqual(['Hội thảo'])
    expect(found(index, 'hoi tha')).toEqual(['Hội thảo'])
    expect(found(index, '-chợ')).toEqual([])
    expect(found(index, '  ')).toEqual([])
  })

  it('stands for what is short or long for it', () => {
    const titles = ['Bình chọn sản phẩm CNNT', 'Phát triển công nghiệp nông thôn']
    const index = indexOf(titles.map((title) => searchItem(title)))
    for (const query of ['cnnt', 'công nghiệp nông thôn']) {
      expect(found(index, query).toSorted()).toEqual(titles)
    }
  })

  it('is the same for both places of a tone and for both letters of an open i', () => {
    const index = indexOf([
      searchItem('Hoa Bình'),
      searchItem('Hòa Bình'),
      searchItem('Mô hình kỹ thuật'),
    ])
    expect(found(index, 'hoà bình')).toEqual(['Hòa Bình', 'Hoa Bình'])
    expect(found(index, 'kĩ thuật')).toEqual(['Mô hình kỹ thuật'])
  })

  it('is the document of a number, in part, without its year and with stray blanks', () => {
    const index = indexOf([document('128/2018/QĐ-UBND'), document('28/2018/TT-BTC')])
    expect(found(index, '28/2018 / tt-btc')[0]).toBe('Quyết định 28/2018/TT-BTC')
    expect(found(index, '28/2018')).toEqual([
      'Quyết định 28/2018/TT-BTC',
      'Quyết định 128/2018/QĐ-UBND',
    ])
  })

  it('goes on from an unfinished word in titles, however usual it is as a whole', () => {
    const whole = Array.from({ length: 250 }, (_, at) => searchItem(`Nghề du lịch ${at}`))
    const others = Array.from({ length: 3 }, (_, at) => searchItem(`Xây nghề du lịch ${at}`))
    const index = indexOf([searchItem('Nghề xây dựng'), ...whole, ...others])
    expect(askIndex(index, 'nghề xây du').hits.map(({ key }) => key)).toContain(
      'news:Nghề xây dựng',
    )
  })

  it('does not go on from words in quotes', () => {
    const index = indexOf(
      ['Nghề mộc', 'Nghề mộ bia', 'Nghề mộng', 'Nghề mỡ'].map((title) => searchItem(title)),
    )
    expect(found(index, '"nghề mo"').toSorted()).toEqual(['Nghề mộ bia', 'Nghề mỡ'])
    expect(found(index, 'nghề mo')).toContain('Nghề mộc')
  })

  it('has words in a row before a title with the most telling of them', () => {
    const row = 'ba bốn năm sáu bảy tám'
    const index = indexOf([
      ...Array.from({ length: 4 }, (_, at) =>
        searchItem(`Sáu bảy tám ${at}`, { body: 'Tám năm bảy bốn sáu ba.' }),
      ),
      searchItem('Bài', { body: `Một hai ${row} chín.`, date: '2012-01-01T00:00:00Z' }),
      ...Array.from({ length: 200 }, (_, at) => searchItem(`Ba bốn năm ${at}`)),
    ])
    expect(found(index, row)[0]).toBe('Bài')
  })

  it('is not what has expired', () => {
    const at = (ms: number) => new Date(NOW + ms).toISOString()
    const index = indexOf([
      searchItem('Thông báo đã hết hạn', { expiresAt: at(0) }),
      searchItem('Thông báo còn hạn', { expiresAt: at(1) }),
    ])
    expect(found(index, 'thông báo')).toEqual(['Thông báo còn hạn'])
    index.transaction(() => index.removeExpired(NOW))
    expect(index.rows.count).toBe(1)
  })
})

describe('where hardly anything has all the words', () => {
  it('a slip of one letter is mended, and said', () => {
    const index = indexOf([
      searchItem('Đèn lồng mây đan tay'),
      searchItem('Lớp học nghề mây'),
      searchItem('Lớp kế toán'),
    ])
    expect(askIndex(index, 'đèn lồg mây')).toMatchObject({
      meant: 'đèn lồng mây',
      isLoose: false,
      count: 1,
    })
    expect(askIndex(index, 'lơp kế toán').meant).toBeNull()
    expect(askIndex(index, 'lopp ke toan').meant).toBe('lớp ke toan')
    expect(askIndex(index, 'qwertz uiop')).toMatchObject({ meant: null, count: 0 })
  })

  it('what has the telling words comes, and words that only ask do not count', () => {
    const filler = Array.from({ length: 20 }, (_, i) => searchItem(`Mua gì ở đâu ${i}`))
    const index = indexOf([...filler, searchItem('Giỏ mây Tân Mỹ'), searchItem('Mua giỏ hàng')])
    const answer = askIndex(index, 'mua giỏ mây ở đâu')
    expect(answer).toMatchObject({ meant: null, isLoose: true })
    expect(answer.hits[0]?.key).toBe('news:Giỏ mây Tân Mỹ')
  })
})

it('whatever is typed is words, never a command', () => {
  const index = indexOf([searchItem('Near and or not')])
  const hostile = [
    'NEAR(a b',
    'a AND',
    'OR',
    'NOT x',
    '"',
    '""" "',
    '*',
    'a*',
    '^a',
    'title:x',
    '{a b}:c',
    '(a',
    '\0',
    '😀',
    'a'.repeat(10_000),
    '-'.repeat(5_000),
    'b '.repeat(5_000),
    '\uD800',
    '(a+)+$',
    "'; DROP TABLE items; --",
  ]
  for (const typed of hostile) expect(() => askIndex(index, typed)).not.toThrow()
  expect(found(index, 'near AND not')).toEqual(['Near and or not'])
})
