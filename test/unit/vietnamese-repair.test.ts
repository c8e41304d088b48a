import { describe, expect, it } from 'vitest'
import { findGluedWords } from '#shared/vietnamese/glued-words.ts'
import { cleanCharacters, repairText } from '#shared/vietnamese/repair.ts'
import { isAllCapitals, sentenceCase } from '#shared/vietnamese/sentence-case.ts'
import { findSlips, mendSlips } from '#shared/vietnamese/spelling.ts'
import { isSyllable, splitSyllables } from '#shared/vietnamese/syllables.ts'

describe('repairText', () => {
  it.each([
    ['máy  gốm\u00A0 mới', 'máy gốm mới'],
    ['Ban\u200B chỉ\uFEFF đạo', 'Ban chỉ đạo'],
    ['quy chế . Sở', 'quy chế. Sở'],
    ['máy , lò ;bàn', 'máy, lò; bàn'],
    ['sản phẩm(OCOP) mới', 'sản phẩm (OCOP) mới'],
    ['“ gốm ” ( mới )', '“gốm” (mới)'],
    ['công nghiệp- tiểu thủ công nghiệp', 'công nghiệp - tiểu thủ công nghiệp'],
    ['giai đoạn 2021- 2025', 'giai đoạn 2021-2025'],
    ['kinh tế-xã hội', 'kinh tế-xã hội'],
    ['tăng 1,5 %, từ 2.000 lên 3.000', 'tăng 1,5 %, từ 2.000 lên 3.000'],
    ['xem http://a.vn/x,Tin%20(a).pdf', 'xem http://a.vn/x,Tin%20(a).pdf'],
    ['Tỉnh ủy ./.', 'Tỉnh ủy./.'],
    ['và sau đó ...', 'và sau đó ...'],
  ])('mends %j', (text, mended) => {
    expect(repairText(text)).toBe(mended)
  })

  it('composes letters and is done after one pass', () => {
    const once = repairText('Nghề gốm ,mới( OCOP ) .'.normalize('NFD'))
    expect(once).toBe(once.normalize('NFC'))
    expect(repairText(once)).toBe(once)
  })

  it('keeps line breaks where only characters are cleaned', () => {
    expect(cleanCharacters('a\r\nb\rc\u2028d\u0007')).toBe('a\nb\nc\nd')
  })
})

describe('glued words', () => {
  it.each(['Hỗtrợkinhphí', 'TriểnkhaiChươngtrình', 'NghịĐịnh'])('are found in %j', (text) => {
    expect(findGluedWords(`và ${text} mới`)).toEqual([{ text, index: 3 }])
  })
  it.each(['nghiêng', 'Facebook', 'internet', 'OCOP', 'UBND', 'khuyến công', 'iPhone'])(
    'are not found in %j',
    (text) => {
      expect(findGluedWords(text)).toEqual([])
    },
  )
})

describe('syllables', () => {
  it.each(['nghiêng', 'quyết', 'gì', 'giường', 'Ươm', 'thuở', 'khuya'])('accepts %j', (word) => {
    expect(isSyllable(word)).toBe(true)
  })
  it.each(['khait', 'kinhp', 'thưc', 'bìt', 'xyz', 'trr', ''])('refuses %j', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
  it('parts a run by the pairs that are known', () => {
    const known = new Set(['hỗ trợ', 'kinh phí'])
    const split = splitSyllables('hỗtrợkinhphí', (a, b) => known.has(`${a} ${b}`))
    expect(split).toEqual({ text: 'hỗ trợ kinh phí', knownShare: 1 })
    expect(splitSyllables('xyzxyz', () => false)).toBeNull()
  })
})

describe('findSlips', () => {
  const mend = (text: string) => mendSlips(text, findSlips(text))

  it('mends a letter that slipped over the space', () => {
    expect(mend('lắp hệt hống lọc')).toBe('lắp hệ thống lọc')
  })
  it('mends a tone that was dropped beside the right word', () => {
    expect(mend('công nghệ mới, công nghệ sạch và công nghê cũ')).toContain('công nghệ cũ')
  })
  it('only reports a wrong tone', () => {
    const text = 'công tác này, công tác kia và công tắc điện'
    expect(findSlips(text)).toMatchObject([{ found: 'công tắc', isCertain: false }])
    expect(mend(text)).toBe(text)
  })
  it('does not put syllables of two words together', () => {
    const text = 'quản lý, quản lý; cơ quan lý giải vì sao'
    expect(findSlips(text)).toEqual([])
  })
  it('keeps capitals', () => {
    expect(mend('Kế hoạch A, kế hoạch B, Kê hoạch C')).toContain('Kế hoạch C')
  })
})

describe('sentenceCase', () => {
  it.each([
    ['I. MỤC ĐÍCH, YÊU CẦU', 'I. Mục đích, yêu cầu'],
    ['ỦY BAN NHÂN DÂN TỈNH SÔNG CHÂU', 'Ủy ban nhân dân tỉnh Sông Châu'],
    ['SỞ CÔNG THƯƠNG', 'Sở Công Thương'],
    ['KẾ HOẠCH CỦA UBND HUYỆN TÂN HÒA NĂM 2026', 'Kế hoạch của UBND huyện Tân Hòa năm 2026'],
    [
      'THỰC HIỆN NGHỊ QUYẾT SỐ 23-NQ/TW CỦA BỘ CHÍNH TRỊ',
      'Thực hiện Nghị quyết số 23-NQ/TW của Bộ Chính trị',
    ],
    [
      'THEO CHỈ THỊ SỐ 9/CT-TTG VÀ CHƯƠNG TRÌNH 8/CTR-UBND',
      'Theo Chỉ thị số 9/CT-TTg và Chương trình 8/CTr-UBND',
    ],
    ['HỖ TRỢ CƠ SỞ CNNT Ở ĐỒNG NAI', 'Hỗ trợ cơ sở CNNT ở Đồng Nai'],
  ])('writes %j in small letters', (capitals, usual) => {
    expect(sentenceCase(capitals)).toBe(usual)
  })
  it('learns names and abbreviations from the text', () => {
    const text = 'Hội chợ của làng Thanh Bình và quỹ ABE mở cửa.'
    expect(sentenceCase('NGÀY HỘI THANH BÌNH VÀ QUỸ ABE', text)).toBe(
      'Ngày hội Thanh Bình và quỹ ABE',
    )
  })
  it('knows text in capitals', () => {
    expect(isAllCapitals('KẾ HOẠCH SỐ 12/CT-TTg NĂM 2026')).toBe(true)
    expect(isAllCapitals('Kế hoạch của UBND')).toBe(false)
    expect(isAllCapitals('12/3')).toBe(false)
  })
})
