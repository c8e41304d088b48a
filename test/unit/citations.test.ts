import { describe, expect, it } from 'vitest'
import { citedNumbers, findCitations } from '#shared/citations.ts'

const first = (text: string) => findCitations(text)[0]

describe('findCitations', () => {
  it.each([
    ['Thông tư số 41/2017/TT-BTC', '41/2017/TT-BTC', 'thong-tu', 'BTC'],
    ['theo 318/QĐ-BCT', '318/QĐ-BCT', 'quyet-dinh', 'BCT'],
    ['Nghị quyết 7/2022/NQ-HĐND', '7/2022/NQ-HĐND', 'nghi-quyet', 'HĐND'],
    ['công văn 663/SCT', '663/SCT', 'cong-van', 'SCT'],
    ['văn bản số 812/SCT-QLCN', '812/SCT-QLCN', 'cong-van', 'SCT'],
    ['15-NQ/ĐUB', '15-NQ/ĐUB', 'nghi-quyet', 'ĐUB'],
    ['Kế hoạch số 66-KH/TU', '66-KH/TU', 'ke-hoach', 'TU'],
    ['859/CTr-UBND', '859/CTr-UBND', 'chuong-trinh', 'UBND'],
    ['26/2014/TTLT-BTC-BCT', '26/2014/TTLT-BTC-BCT', 'thong-tu-lien-tich', 'BTC-BCT'],
    ['CHỈ THỊ SỐ 9/CT-TTG', '9/CT-TTg', 'chi-thi', 'TTg'],
    ['Luật số 67/2020/QH14', '67/2020/QH14', 'luat', 'QH14'],
    ['Nghị quyết số 19/2023/QH15', '19/2023/QH15', 'nghi-quyet', 'QH15'],
    ['TỜ TRÌNH SỐ 12/TTR-SCT', '12/TTr-SCT', 'to-trinh', 'SCT'],
    ['số 12a/KH-UBND', '12a/KH-UBND', 'ke-hoach', 'UBND'],
  ])('reads %j', (text, number, kind, issuer) => {
    expect(first(text)).toMatchObject({ number, kind, issuer })
  })

  it.each(['41- NQ/TW', '41 -NQ/TW', '41-\nNQ/TW', '41–NQ / TW', '41-NQ/\nTW', '41-NQ/TƯ'])(
    'mends the stray spaces and breaks of %j',
    (written) => {
      expect(first(`Nghị quyết số ${written} của Bộ Chính trị`)?.number).toBe('41-NQ/TW')
    },
  )

  it.each([
    ['318/QĐ-BCT ngày 30/7/2021', '2021-07-30'],
    ['318/QĐ-BCT, ngày 05 tháng 9 năm 2022', '2022-09-05'],
    ['318/QĐ-BCT ngày\n03/11/2019', '2019-11-03'],
    ['318/QĐ-BCT của Bộ Công Thương ngày 1/2/2020', '2020-02-01'],
    ['318/QĐ-BCT ban hành ngày 1/2/2020', '2020-02-01'],
  ])('reads the date of %j', (text, date) => {
    expect(first(text)?.date).toBe(date)
  })

  it('takes no date that belongs to something else', () => {
    expect(first('318/QĐ-BCT. Hội nghị họp ngày 1/2/2020')?.date).toBeUndefined()
    expect(first('318/QĐ-BCT và 319/QĐ-BCT ngày 1/2/2020')?.date).toBeUndefined()
  })

  it.each([
    'QCVN 40:2011/BTNMT',
    'tăng 5-5,4%/năm',
    'ngày 30/7/2021 - UBND tỉnh',
    'giá 50.000/kg',
    'tỷ lệ 3/4',
    'dài 12 km/CNNT',
  ])('finds no document in %j', (text) => {
    expect(findCitations(text)).toEqual([])
  })

  it('does not take the next words into the number', () => {
    expect(first('Quyết định số 77/QĐ-UBND - Sở Công Thương')?.number).toBe('77/QĐ-UBND')
    expect(first('theo 77/QĐ-UBND-Phòng')?.number).toBe('77/QĐ-UBND')
  })

  it('says where the number and the whole mention stand', () => {
    const text = 'Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ'
    const citation = first(text)
    if (!citation) throw new Error('no citation found')
    expect(text.slice(citation.index, citation.index + citation.length)).toBe('45/2012/NĐ-CP')
    expect(text.slice(citation.start, citation.end)).toBe(
      'Nghị định số 45/2012/NĐ-CP ngày 21/5/2012',
    )
  })

  // Were the time to grow with the square of the length, this would take hours.
  it('reads a megabyte of text', { timeout: 30_000 }, () => {
    const text = 'Thực hiện 12 - 13 / 14 UBND-HĐND số 318/QĐ-BCT ngày 1/2/2020, '.repeat(16_000)
    expect(citedNumbers(text)).toEqual(['318/QĐ-BCT'])
  })
})

describe('citedNumbers', () => {
  it('lists each number once, in order', () => {
    expect(citedNumbers('số 2/QĐ-SCT, 1/QĐ-SCT và 2/ QĐ-SCT')).toEqual(['2/QĐ-SCT', '1/QĐ-SCT'])
  })
})
