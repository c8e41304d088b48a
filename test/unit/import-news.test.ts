import { describe, expect, it } from 'vitest'
import { bodyText } from '#cms/import/plain-text.ts'
import { recognise } from '#cms/import/recognise.ts'
import { textToLines } from '#cms/import/text-lines.ts'

const read = (text: string) => recognise(textToLines(text))
const bodyOf = (text: string) => bodyText(read(text).record.body)

const PAGE = `Số lượt truy cập

51204

Trang chủ » Tin tức » Sản phẩm tiêu biểu
Hợp tác xã gốm Châu Thành đưa lò điện vào sản xuất
Thứ Tư, 12/03/2026 | 08:30
Zalo | Facebook | Chia sẻ
A- A A+

Sau ba tháng chạy thử, hợp tác xã gốm Châu Thành chuyển hẳn sang lò điện, giảm một nửa chi phí nhiên liệu.

Vốn ít, nhưng quyết tâm

Khoản hỗ trợ theo Nghị quyết số 23/2025/NQ-HĐND giúp xã viên mạnh dạn góp vốn vào hai lò mới.

Hợp tác xã gốm Châu Thành đưa lò điện vào sản xuất
Người thợ xếp mẻ gốm đầu tiên vào lò điện

Tải về: https://songchau.example.vn/tep/huong-dan%20ho-so.docx

Bài, ảnh: Minh Châu
(Nguồn: Báo Sông Châu)

Tin cùng chuyên mục
Hội chợ gốm năm 2025 (12/12/2025)
© 2026 Sở Công Thương`

describe('a news page copied as text', () => {
  const { record, dropped } = read(PAGE)

  it('is news with its title, date, byline and source', () => {
    expect(record).toMatchObject({
      type: 'news',
      title: 'Hợp tác xã gốm Châu Thành đưa lò điện vào sản xuất',
      category: 'Sản phẩm tiêu biểu',
      byline: 'Minh Châu',
      source: 'Báo Sông Châu',
      publishedAt: '2026-03-12T08:30:00+07:00',
      cites: ['23/2025/NQ-HĐND'],
    })
  })

  it('keeps the text alone in the body', () => {
    expect(record.body.map((block) => block.type)).toEqual(['paragraph', 'heading', 'paragraph'])
    expect(record.body[1]).toMatchObject({ level: 2, text: 'Vốn ít, nhưng quyết tâm' })
  })

  it('takes the line below a repeated title as a caption', () => {
    expect(record.captions).toEqual(['Người thợ xếp mẻ gốm đầu tiên vào lò điện'])
  })

  it('takes addresses of files as attachments', () => {
    expect(record.attachments).toEqual(['https://songchau.example.vn/tep/huong-dan%20ho-so.docx'])
  })

  it('drops what stands around the page, also below each other without a blank line', () => {
    const text = PAGE.replace('Tin cùng chuyên mục', 'Zalo\nnews_block-news\n\nTin cùng chuyên mục')
    expect(bodyOf(text)).toBe(bodyText(record.body))
  })

  it('says what it dropped, and the old counter', () => {
    expect(dropped).toEqual(expect.arrayContaining(['51204', 'Zalo | Facebook | Chia sẻ']))
    expect(dropped).toContain('Hội chợ gốm năm 2025 (12/12/2025)')
    expect(record.warnings).toContain('Trang cũ đếm được 51.204 lượt truy cập.')
  })

  it('takes a short first paragraph as the summary', () => {
    expect(record.summary).toMatch(/^Sau ba tháng/)
    expect(record.isSummaryLead).toBe(true)
  })
})

describe('lists', () => {
  it('nest "+" inside "-"', () => {
    expect(
      bodyOf(
        'Việc cần làm\n\n- Về máy móc:\n\n+ Máy cưa;\n\n+ Máy bào.\n\n- Về nhân lực: hai lớp học.',
      ),
    ).toBe('- Về máy móc:\n+ Máy cưa;\n+ Máy bào.\n- Về nhân lực: hai lớp học.')
  })

  it.each([
    ['•', '–'],
    ['*', '-'],
    ['-', '•'],
    ['–', '+'],
  ])('nest %j over %j by their order', (outer, inner) => {
    const text = `Danh mục máy\n\nGồm các loại sau:\n\n${outer} Máy gốm\n${inner} lò điện\n${inner} bàn xoay\n${outer} Máy dệt`
    expect(bodyOf(text)).toBe('Gồm các loại sau:\n\n- Máy gốm\n+ lò điện\n+ bàn xoay\n- Máy dệt')
  })

  it('keep numbers that run as an ordered list', () => {
    const { record } = read('Nộp hồ sơ\n\nCác bước:\n\n1. Chuẩn bị đơn.\n2. Nộp tại Trung tâm.')
    expect(record.body.at(-1)).toMatchObject({ type: 'list', isOrdered: true, start: 1 })
    expect(bodyText(record.body)).toBe('Các bước:\n\n1. Chuẩn bị đơn.\n2. Nộp tại Trung tâm.')
  })

  it('are not made of negative numbers and dates', () => {
    expect(bodyOf('Thời tiết\n\n-5 độ vào sáng sớm.\n\n12/3/2026 trời ấm lên.')).toBe(
      '-5 độ vào sáng sớm.\n\n12/3/2026 trời ấm lên.',
    )
  })
})

describe('title and category', () => {
  it('takes a known category above the title', () => {
    const { record } = read(
      'Khuyến công\n\nLàng nghề vào vụ\n\nCả làng dậy từ bốn giờ sáng để kịp đơn hàng.',
    )
    expect(record).toMatchObject({ title: 'Làng nghề vào vụ', category: 'Khuyến công' })
  })

  it('takes an unknown category when both lines stand together', () => {
    const { record } = read(
      'Nghề và người\nLàng nghề vào vụ Tết sớm hơn mọi năm\n\nCả làng dậy từ bốn giờ sáng.',
    )
    expect(record).toMatchObject({ category: 'Nghề và người' })
    expect(record.title).toBe('Làng nghề vào vụ Tết sớm hơn mọi năm')
  })

  it('takes a short first line as the title when text follows', () => {
    const { record } = read('Gốm tăng giá\n\nGiá gốm tăng từ đầu tháng do men nhập về chậm.')
    expect(record.title).toBe('Gốm tăng giá')
    expect(record.category).toBeUndefined()
  })

  it('writes a title in capitals in small letters', () => {
    const text =
      'HỘI NGHỊ KHUYẾN CÔNG TỈNH SÔNG CHÂU THEO QUYẾT ĐỊNH SỐ 12/QĐ-TTG\n\nSáng nay, UBND tỉnh họp.'
    expect(read(text).record.title).toBe(
      'Hội nghị khuyến công tỉnh Sông Châu theo Quyết định số 12/QĐ-TTg',
    )
  })
})

describe('byline and source', () => {
  const article = (end: string) =>
    `Làng nghề vào vụ\n\nCả làng dậy từ bốn giờ sáng để kịp đơn.\n\n${end}`

  it.each([
    ['                                   Lan Trần', 'Lan Trần'],
    ['Tác giả: Nguyễn Văn Bình', 'Nguyễn Văn Bình'],
    ['Tin, ảnh: Ngọc Lan', 'Ngọc Lan'],
    ['Trần Thị Mai', 'Trần Thị Mai'],
  ])('reads %j', (line, byline) => {
    expect(read(article(line)).record.byline).toBe(byline)
    expect(bodyOf(article(line))).not.toContain(byline)
  })

  it('says when it is not sure of a byline', () => {
    const { record } = read(article('Mộc Miên'))
    expect(record.byline).toBe('Mộc Miên')
    expect(record.warnings).toContain('Chưa chắc “Mộc Miên” là tác giả.')
  })

  it.each([
    ['Theo CT', 'CT'],
    ['(Theo Báo Công Thương)', 'Báo Công Thương'],
    ['Nguồn: Sở Công Thương', 'Sở Công Thương'],
  ])('reads the source %j', (line, source) => {
    expect(read(article(line)).record.source).toBe(source)
  })

  it('leaves a sentence that begins with "Theo" in the text', () => {
    const last = 'Theo kế hoạch, đợt hai mở vào tháng 9 và nhận thêm 20 cơ sở.'
    expect(read(article(last)).record.source).toBeUndefined()
    expect(bodyOf(article(last))).toContain(last)
  })

  it('does not take the name of a place as a person', () => {
    expect(read(article('Sông Châu')).record.byline).toBeUndefined()
  })
})

describe('other news at the end', () => {
  it('goes with everything below it', () => {
    const body = bodyOf(
      'Làng nghề vào vụ\n\nCả làng dậy từ bốn giờ sáng để kịp đơn hàng cuối năm, ai cũng vui.\n\nTin liên quan\n\nGốm lên sàn\n\nTrả lời\n\nTên *',
    )
    expect(body).toBe('Cả làng dậy từ bốn giờ sáng để kịp đơn hàng cuối năm, ai cũng vui.')
  })

  it('does not take long text with it', () => {
    const long = 'Đoạn văn này dài và thuộc về bài. '.repeat(15).trim()
    const body = bodyOf(
      `Làng nghề vào vụ\n\n${'Mở đầu dài hơn tám mươi chữ để thành đoạn văn. '.repeat(2)}\n\nTin liên quan\n\n${long}`,
    )
    expect(body).toContain(long)
  })
})

describe('slips of typing', () => {
  it('are mended when certain, and always reported', () => {
    const { record } = read(
      'Việc làm\n\n- Hỗtrợkinhphí cho hệt hống lọc nước( OCOP) , theo 41- NQ/TW.',
    )
    expect(bodyText(record.body)).toBe(
      '- Hỗ trợ kinh phí cho hệ thống lọc nước (OCOP), theo 41-NQ/TW.',
    )
    expect(
      record.warnings.filter((warning) => /Chữ (?:dính liền|lệch)/.test(warning)),
    ).toHaveLength(2)
  })
})
