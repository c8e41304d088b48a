import { describe, expect, it } from 'vitest'
import { bodyText } from '#cms/import/plain-text.ts'
import { recognise } from '#cms/import/recognise.ts'
import { textToLines } from '#cms/import/text-lines.ts'

const read = (text: string) => recognise(textToLines(text)).record

describe('a paper of another shape', () => {
  it('reads an official letter', () => {
    const record = read(`SỞ CÔNG THƯƠNG SÔNG CHÂU
TRUNG TÂM KHUYẾN CÔNG VÀ TƯ VẤN
PHÁT TRIỂN CÔNG NGHIỆP
Số: 112/TTKC-TVPT
V/v đăng ký đề án khuyến công năm 2027
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Châu, ngày 9 tháng 4 năm 2026

Kính gửi: Các cơ sở công nghiệp nông thôn.

Trung tâm đề nghị các cơ sở đăng ký trước ngày 20/5/2026.

GIÁM ĐỐC
Lê Thị Minh Hà`)
    expect(record).toMatchObject({
      number: '112/TTKC-TVPT',
      kind: 'cong-van',
      issuer: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp',
      abstract: 'Đăng ký đề án khuyến công năm 2027',
      signer: 'Lê Thị Minh Hà',
    })
    expect(bodyText(record.body)).toMatch(/^Kính gửi: Các cơ sở/)
  })

  it('reads a paper on behalf of a committee, with a heading over two lines', () => {
    const record = read(`ỦY BAN NHÂN DÂN
TỈNH SÔNG CHÂU
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
---------------
Số: 318 /KH- UBND
Sông Châu, ngày 05 tháng 02 năm 2026
KẾ HOẠCH
PHÁT TRIỂN LÀNG NGHỀ MÂY TRE TRÊN ĐỊA BÀN TỈNH
SÔNG CHÂU ĐẾN NĂM 2030
Thực hiện chủ trương của
Tỉnh ủy về phát triển nông thôn, UBND tỉnh ban hành Kế hoạch như sau:
I. MỤC TIÊU VÀ NGUYÊN TẮC
THỰC HIỆN
Đến năm 2030 có ít nhất 40 cơ sở mây tre được hỗ trợ đổi mới máy
móc.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
LÊ QUANG VINH`)
    expect(record).toMatchObject({
      title: 'Kế hoạch phát triển làng nghề mây tre trên địa bàn tỉnh Sông Châu đến năm 2030',
      number: '318/KH-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Sông Châu',
      issuedAt: '2026-02-05',
      signer: 'Lê Quang Vinh',
      signerTitle: 'Phó Chủ tịch',
    })
    expect(record.body.map((block) => 'text' in block && block.text)).toEqual([
      'Thực hiện chủ trương của Tỉnh ủy về phát triển nông thôn, UBND tỉnh ban hành Kế hoạch như sau:',
      'I. Mục tiêu và nguyên tắc thực hiện',
      'Đến năm 2030 có ít nhất 40 cơ sở mây tre được hỗ trợ đổi mới máy móc.',
    ])
  })

  it('says when number and date are still blank', () => {
    const record = read(`SỞ CÔNG THƯƠNG
Số:      /KH-SCT
Sông Châu, ngày    tháng 3 năm 2026
KẾ HOẠCH
Tập huấn sản xuất sạch hơn

Mở hai lớp trong quý II.`)
    expect(record).toMatchObject({ kind: 'ke-hoach', title: 'Kế hoạch tập huấn sản xuất sạch hơn' })
    expect(record.number).toBeUndefined()
    expect(record.issuedAt).toBeUndefined()
    expect(record.warnings.join('\n')).toMatch(
      /Số, ký hiệu còn để trống[^]*Ngày ban hành ghi chưa đủ/,
    )
  })

  it.each([
    ['Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký.', '2026-03-22'],
    ['Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2026.', '2026-04-01'],
    ['Quyết định này có hiệu lực kể từ ngày ban hành.', '2026-03-12'],
    ['Nghị định số 45/2012/NĐ-CP đang có hiệu lực.', undefined],
  ])('reads the effect of %j', (sentence, date) => {
    const text = `Quyết định số 45/QĐ-SCT ngày 12/3/2026 của Sở Công Thương về việc thử\n\n${sentence}`
    expect(read(text).effectiveFrom).toBe(date)
  })

  it.each([
    'Thông tư số 28/2018/TT-BTC thay thế Thông tư liên tịch số 26/2014/TTLT-BTC-BCT.',
    'Quyết định số 1/QĐ-SCT được thay thế bởi Quyết định số 2/QĐ-SCT.',
    'Máy cũ được thay thế theo Quyết định số 2/QĐ-SCT.',
  ])('takes no replacement of its own from %j', (sentence) => {
    const text = `Kế hoạch số 5/KH-SCT ngày 12/3/2026 của Sở Công Thương về việc thử\n\n${sentence}`
    expect(read(text).replaces).toEqual([])
  })

  it('keeps an announcement of a decision as news', () => {
    const record = read(
      'Ban hành Kế hoạch khuyến công năm 2027\n\nNgày 3/3/2026, UBND tỉnh ban hành Quyết định số 77/QĐ-UBND về kế hoạch này.',
    )
    expect(record).toMatchObject({ type: 'news', cites: ['77/QĐ-UBND'] })
    expect(record.number).toBeUndefined()
  })
})
