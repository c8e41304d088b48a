import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyText } from '#cms/import/plain-text.ts'
import { importFile } from '#cms/import/read.ts'
import { wordFile } from '#test/support/word-file.ts'

const TEXT =
  'Làng gốm đón lò điện\n\nSau ba tháng chạy thử, hợp tác xã đã chuyển hẳn sang lò điện.\n'
// "Làng gốm đón lò điện …" in TCVN3 and in Windows-1258.
const TCVN3 =
  'Lµng gèm ®ãn lß ®iÖn\n\nSau ba th¸ng ch¹y thö, hîp t¸c x· ®· chuyÓn h¼n sang lß ®iÖn.\n'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

function windows1258(text: string): Uint8Array {
  const marks = new Map([
    ['\u0300', 0xcc],
    ['\u0309', 0xd2],
    ['\u0303', 0xde],
    ['\u0301', 0xec],
    ['\u0323', 0xf2],
  ])
  const own = new Map([
    ['đ', 0xf0],
    ['ơ', 0xf5],
    ['ư', 0xfd],
    ['ă', 0xe3],
    ['â', 0xe2],
    ['ê', 0xea],
    ['ô', 0xf4],
  ])
  const bytes = [...text.normalize('NFC')].flatMap((letter) => {
    const parts = [...letter.normalize('NFD')]
    const tone = parts.find((part) => marks.has(part))
    const base = parts
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC')
    return [own.get(base) ?? base.charCodeAt(0), ...(tone ? [marks.get(tone) ?? 0] : [])]
  })
  return Uint8Array.from(bytes)
}

describe('encodings', () => {
  it.each([
    ['utf-8.txt', Buffer.from(TEXT)],
    ['bom.txt', Buffer.from(`\uFEFF${TEXT}`)],
    ['utf-16le.txt', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['utf-16be.txt', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['utf-16-no-mark.txt', Buffer.from(TEXT, 'utf16le')],
    ['windows-1258.txt', windows1258(TEXT)],
    ['tcvn3.txt', Buffer.from(TCVN3, 'latin1')],
    ['tcvn3-in-utf-8.txt', Buffer.from(TCVN3)],
  ])('reads %s', async (name, bytes) => {
    const { record } = await importFile(await file(name, bytes))
    expect(record.title).toBe('Làng gốm đón lò điện')
    expect(bodyText(record.body)).toBe(
      'Sau ba tháng chạy thử, hợp tác xã đã chuyển hẳn sang lò điện.',
    )
  })

  it('says what it had to convert', async () => {
    const path = await file('tcvn3-again.txt', Buffer.from(TCVN3, 'latin1'))
    expect((await importFile(path)).record.warnings.join()).toMatch(/TCVN3/)
  })

  it('reads broken UTF-8 and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from(TEXT),
      Buffer.from([0xe1, 0xbb]),
      Buffer.from(' hết.'),
    ])
    const { record } = await importFile(await file('broken.txt', bytes))
    expect(record.title).toBe('Làng gốm đón lò điện')
    expect(record.warnings.join()).toMatch(/hỏng ở 1 chỗ/)
  })
})

describe('files that cannot be read', () => {
  it.each<[string, Uint8Array | string, RegExp]>([
    ['empty.txt', '', /trống/],
    ['spaces.txt', ' \n\t\n', /không có chữ/],
    [
      'picture.txt',
      Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 256),
      /không phải tệp văn bản/,
    ],
    ['paper.txt', '%PDF-1.7 …', /PDF/],
    ['old.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /đời cũ/],
    ['old.rtf', '{\\rtf1 xin chào}', /RTF/],
    ['sheet.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /không phải tệp Word/],
    ['cut.docx', wordFile([{ text: 'Chữ' }]).subarray(0, 300), /hỏng/],
    ['hollow.docx', zipSync({ 'word/document.xml': strToU8('<x') }), /hỏng/],
    ['long.txt', Buffer.alloc(6_000_000, 'a b '), /5 triệu/],
    ['large.txt', Buffer.alloc(21 * 1024 * 1024, 'a'), /20 MB/],
  ])('refuses %s', async (name, content, message) => {
    await expect(importFile(await file(name, content))).rejects.toThrow(message)
  })

  it('refuses an absent file and a folder', async () => {
    await expect(importFile(join(folder, 'nowhere.txt'))).rejects.toThrow('Không tìm thấy tệp.')
    await expect(importFile(folder)).rejects.toThrow('thư mục')
  })

  it('refuses a package that would unpack to gigabytes', async () => {
    const bomb = Buffer.from(zipSync({ 'word/document.xml': strToU8('<x/>') }))
    // The size that the package's own table of contents states for its first entry.
    bomb.writeUInt32LE(0x7fffffff, bomb.indexOf('PK\u0001\u0002') + 24)
    await expect(importFile(await file('bomb.docx', bomb))).rejects.toThrow('quá lớn')
  })
})

describe('a Word file', () => {
  it('is read with headings, letterhead and signature', async () => {
    const path = await file(
      'ke-hoach.docx',
      wordFile([
        {
          rows: [
            [
              ['UBND TỈNH SÔNG CHÂU', 'SỞ CÔNG THƯƠNG', 'Số: 21/KH-SCT'],
              [
                'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
                'Độc lập - Tự do - Hạnh phúc',
                'Sông Châu, ngày 5 tháng 5 năm 2026',
              ],
            ],
          ],
        },
        { text: 'KẾ HOẠCH', isBold: true },
        { text: 'Khảo sát làng nghề năm 2026', isBold: true },
        { text: 'I. Mục đích', style: 'Heading1' },
        { text: '- Nắm số cơ sở còn hoạt động;' },
        { text: '+ theo nghề;' },
        { text: '- Lập danh sách.' },
        {
          rows: [
            [
              ['Nơi nhận:', '- Lưu: VT.'],
              ['GIÁM ĐỐC', 'Trần Văn Phú'],
            ],
          ],
        },
      ]),
    )
    const { record, format } = await importFile(path)
    expect(format).toBe('docx')
    expect(record).toMatchObject({
      type: 'document',
      number: '21/KH-SCT',
      issuer: 'Sở Công Thương',
      issuedAt: '2026-05-05',
      title: 'Kế hoạch khảo sát làng nghề năm 2026',
      signer: 'Trần Văn Phú',
      recipients: ['Lưu: VT'],
    })
    expect(bodyText(record.body)).toBe(
      'I. Mục đích\n\n- Nắm số cơ sở còn hoạt động;\n+ theo nghề;\n- Lập danh sách.',
    )
  })
})

describe('the same content', () => {
  it('is one source, whatever its name', async () => {
    const [one, other] = await Promise.all([file('a.txt', TEXT), file('b.txt', TEXT)])
    expect((await importFile(one)).hash).toBe((await importFile(other)).hash)
  })
})
