import { describe, expect, it } from 'vitest'
import { bodyText } from '#cms/import/plain-text.ts'
import { recognise } from '#cms/import/recognise.ts'
import { textToLines } from '#cms/import/text-lines.ts'

const read = (text: string) => recognise(textToLines(text)).record
const outline = (text: string) =>
  read(text).body.map((block) =>
    block.type === 'heading' ? `h${block.level} ${block.text}` : block.type,
  )

// Lines broken after the first word, as they come out of old markup.
const PLAN = `THỰC HIỆN NGHỊ QUYẾT SỐ
88/NQ-CP NGÀY 04/7/2025 CỦA CHÍNH PHỦ VÀ KẾ HOẠCH SỐ 61-KH/TU NGÀY 09/10/2025 CỦA
BAN THƯỜNG VỤ TỈNH ỦY VỀ PHÁT TRIỂN CNNT TỈNH SÔNG CHÂU
Thực
hiện Nghị quyết số 88/NQ-CP ngày 04/7/2025 của Chính phủ và Kế hoạch số 61-
KH/TU ngày 09/10/2025 của Ban Thường vụ Tỉnh ủy về phát triển CNNT; UBND tỉnh ban
hành Kế hoạch như sau:
I. MỤC TIÊU
1.
Mục tiêu chung
Đưa
làng nghề Sông Châu thành vùng sản xuất sạch, có thương hiệu, có việc làm ổn định
cho lao động nông thôn.
2.
Yêu cầu
- Gắn
với quy hoạch của từng xã.
-
Có người chịu trách nhiệm.
II. PHÂN CÔNG
1.
Sở Công Thương: Là đầu mối, chủ trì việc
thực hiện:
-
Lập danh mục:
+ Máy
móc cần đổi;
+ Nhà
xưởng cần sửa.
2.
Sở Tài chính
Căn
cứ dự toán, bố trí kinh phí.
3.
Phối hợp thường xuyên với các
sở liên quan.
III. TỔ CHỨC THỰC HIỆN
1.
Các xã lập kế hoạch riêng trước
tháng 6.
2.
Sở Công Thương theo dõi.
Kế
hoạch này thay thế Kế hoạch số 70/KH-UBND ngày 11/8/2025 của UBND tỉnh./.
Nơi nhận:
- Chính phủ;
- Các sở, ngành;
- Lưu: VT.
|
CHỦ TỊCH
Đinh Quốc Bảo
|`

describe('a hard-wrapped plan without its letterhead', () => {
  const record = read(PLAN)

  it('gives its facts', () => {
    expect(record).toMatchObject({
      type: 'document',
      title:
        'Thực hiện Nghị quyết số 88/NQ-CP ngày 04/7/2025 của Chính phủ và Kế hoạch số 61-KH/TU ngày 09/10/2025 của Ban Thường vụ Tỉnh ủy về phát triển CNNT tỉnh Sông Châu',
      kind: 'ke-hoach',
      issuer: 'UBND tỉnh',
      signer: 'Đinh Quốc Bảo',
      signerTitle: 'Chủ tịch',
      recipients: ['Chính phủ', 'Các sở, ngành', 'Lưu: VT'],
      cites: ['88/NQ-CP', '61-KH/TU', '70/KH-UBND'],
      replaces: [{ number: '70/KH-UBND', kind: 'ke-hoach', date: '2025-08-11' }],
    })
    expect(record.number).toBeUndefined()
    expect(record.issuedAt).toBeUndefined()
    expect(record.warnings).toContain('Không thấy số, ký hiệu của văn bản.')
  })

  it('has the outline of the paper', () => {
    expect(outline(PLAN)).toEqual([
      'paragraph',
      'h2 I. Mục tiêu',
      'h3 1. Mục tiêu chung',
      'paragraph',
      'h3 2. Yêu cầu',
      'list',
      'h2 II. Phân công',
      'paragraph',
      'list',
      'h3 2. Sở Tài chính',
      'paragraph',
      'paragraph',
      'h2 III. Tổ chức thực hiện',
      'list',
      'paragraph',
    ])
  })

  it('rejoins paragraphs, lists and numbers', () => {
    const body = bodyText(record.body)
    expect(body).toContain('Kế hoạch số 61-KH/TU ngày 09/10/2025 của Ban Thường vụ')
    expect(body).toContain('- Gắn với quy hoạch của từng xã.\n- Có người chịu trách nhiệm.')
    expect(body).toContain('- Lập danh mục:\n+ Máy móc cần đổi;\n+ Nhà xưởng cần sửa.')
    expect(body).toContain('\n\n3. Phối hợp thường xuyên với các sở liên quan.\n\n')
    expect(body).not.toMatch(/Nơi nhận|\||Đinh Quốc Bảo/)
  })

  it('sets the words that name a numbered paragraph apart', () => {
    expect(record.body).toContainEqual({
      type: 'paragraph',
      text: '1. Sở Công Thương: Là đầu mối, chủ trì việc thực hiện:',
      runIn: '1. Sở Công Thương:',
    })
  })

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['no-break spaces', (text: string) => text.replaceAll(' ', '\u00A0')],
    ['tabs', (text: string) => text.replace(/^- /gm, '-\t')],
    ['spaces at line ends', (text: string) => text.replaceAll('\n', '  \n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('reads the same with %s', (_, change) => {
    expect(read(change(PLAN))).toEqual(record)
  })
})

const DECISION = `UBND TỈNH SÔNG CHÂU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ CÔNG THƯƠNG\tĐộc lập - Tự do - Hạnh phúc
Số: 45/QĐ-SCT\tSông Châu, ngày 12 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc phê duyệt danh mục đề án khuyến công đợt 1 năm 2026

GIÁM ĐỐC SỞ CÔNG THƯƠNG

Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ;
Theo đề nghị của Giám đốc Trung tâm,

QUYẾT ĐỊNH:

Điều 1. Phê duyệt 12 đề án, gồm:
1. Máy tiện gỗ cho xưởng mộc Thanh Bình;
2. Lò nung cho hợp tác xã gốm Châu Thành.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký, thay thế Quyết định số 12/QĐ-SCT ngày 05/01/2026 và bãi bỏ Quyết định số 7/QĐ-SCT ngày 02/01/2026.

Nơi nhận:\tKT. GIÁM ĐỐC
- Như Điều 3;\tPHÓ GIÁM ĐỐC
- Lưu: VT, QLCN.

(Đã ký)

Phạm Thị Hồng Hạnh

PHỤ LỤC
Danh mục kèm theo có 12 đề án, xếp theo địa bàn.`

describe('a decision with letterhead and signature in two columns', () => {
  const record = read(DECISION)

  it('gives its facts', () => {
    expect(record).toMatchObject({
      type: 'document',
      title: 'Quyết định về việc phê duyệt danh mục đề án khuyến công đợt 1 năm 2026',
      abstract: 'Phê duyệt danh mục đề án khuyến công đợt 1 năm 2026',
      number: '45/QĐ-SCT',
      kind: 'quyet-dinh',
      issuer: 'Sở Công Thương',
      issuedAt: '2026-03-12',
      effectiveFrom: '2026-03-12',
      signer: 'Phạm Thị Hồng Hạnh',
      signerTitle: 'Phó Giám đốc',
      recipients: ['Như Điều 3', 'Lưu: VT, QLCN'],
      cites: ['45/2012/NĐ-CP', '12/QĐ-SCT', '7/QĐ-SCT'],
      replaces: [{ number: '12/QĐ-SCT', date: '2026-01-05' }],
      repeals: [{ number: '7/QĐ-SCT', date: '2026-01-02' }],
    })
  })

  it('keeps grounds, articles and appendix in the body', () => {
    const body = bodyText(record.body)
    expect(body).toMatch(/^Giám đốc Sở Công Thương\n\nCăn cứ Nghị định số 45\/2012\/NĐ-CP/)
    expect(body).toContain('Điều 1. Phê duyệt 12 đề án, gồm:\n\n1. Máy tiện gỗ')
    expect(body).toContain('Phụ lục\n\nDanh mục kèm theo có 12 đề án, xếp theo địa bàn.')
    expect(body).not.toMatch(/CỘNG HÒA|Số: 45|Nơi nhận|KT\./)
  })
})

describe('a circular with chapters', () => {
  const text = `Thông tư liên tịch số 31/2027/TTLT-BTC-BCT ngày 01 tháng 6 năm 2027 của Bộ Tài chính và Bộ Công Thương hướng dẫn quản lý kinh phí

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
1. Hướng dẫn lập dự toán.
2. Không áp dụng cho:
a) Doanh nghiệp lớn;
b) Cơ sở ở đô thị.

Chương II
TỔ CHỨC THỰC HIỆN

Điều 2. Hiệu lực
Thông tư này có hiệu lực thi hành từ ngày 15/7/2027 và thay thế Thông tư số 26/2014/TT-BTC ngày 18/02/2014, Thông tư số 28/2018/TT-BTC.`

  it('reads the facts in its title', () => {
    expect(read(text)).toMatchObject({
      number: '31/2027/TTLT-BTC-BCT',
      kind: 'thong-tu-lien-tich',
      issuer: 'Bộ Tài chính và Bộ Công Thương',
      issuedAt: '2027-06-01',
      effectiveFrom: '2027-07-15',
      abstract: 'Hướng dẫn quản lý kinh phí',
    })
    expect(read(text).replaces.map(({ number }) => number)).toEqual([
      '26/2014/TT-BTC',
      '28/2018/TT-BTC',
    ])
  })

  it('joins a chapter with its name', () => {
    expect(outline(text)).toEqual([
      'h2 Chương I. Quy định chung',
      'h3 Điều 1. Phạm vi điều chỉnh',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'h2 Chương II. Tổ chức thực hiện',
      'h3 Điều 2. Hiệu lực',
      'paragraph',
    ])
  })
})
