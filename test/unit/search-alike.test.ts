import { describe, expect, it } from 'vitest'
import { alike } from '#site/search/alike.ts'
import { indexOf, searchItem } from '#test/support/search-items.ts'

const TITLES = [
  'Máy chẻ mây về làng nghề Tân Mỹ',
  'Sáu làng nghề mây tre thống nhất nhãn chung',
  'May áo mới cho học trò',
  'Hội chợ hàng công nghiệp',
]
const someIndex = () => indexOf(TITLES.map((title) => searchItem(title)))
const key = (title: string) => `news:${title}`

describe('how alike titles are', () => {
  it('is one for the same title, nothing for one without a common word, and in the order asked', () => {
    const [other, same, none] = alike(someIndex(), 'Hội chợ hàng công nghiệp', [
      key('Hội chợ hàng công nghiệp nông thôn'),
      key('Hội chợ hàng công nghiệp'),
      key('May áo mới cho học trò'),
    ])
    expect(same).toBeCloseTo(1)
    expect(none).toBe(0)
    expect(other, 'not in the index').toBe(0)
  })

  it('tells words apart by their marks', () => {
    const [cane, clothes] = alike(someIndex(), 'Mây tre đan', [
      key('Sáu làng nghề mây tre thống nhất nhãn chung'),
      key('May áo mới cho học trò'),
    ])
    expect(cane).toBeGreaterThan(0.1)
    expect(clothes).toBe(0)
  })

  it('lets rare words say more than those of many titles, and words in a row more than alone', () => {
    const many = indexOf([
      ...Array.from({ length: 30 }, (_, at) => searchItem(`Thông báo kết quả kỳ ${at}`)),
      searchItem('Thông báo nghỉ lễ'),
      searchItem('Lò gốm đổi khí'),
      searchItem('Gốm và lò'),
    ])
    const [common, rare, apart] = alike(many, 'Thông báo về lò gốm', [
      key('Thông báo nghỉ lễ'),
      key('Lò gốm đổi khí'),
      key('Gốm và lò'),
    ])
    expect(rare).toBeGreaterThan(common ?? 1)
    expect(rare).toBeGreaterThan(apart ?? 1)
  })

  it('says of no title that it is like another, whatever it is made of', () => {
    const index = someIndex()
    expect(alike(index, '', [key('May áo mới cho học trò')])).toEqual([0])
    expect(alike(index, '…"*', [key('May áo mới cho học trò')])).toEqual([0])
    expect(alike(index, 'Hội chợ', [])).toEqual([])
  })
})
