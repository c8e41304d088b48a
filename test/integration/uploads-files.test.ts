import { strToU8, zipSync } from 'fflate'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdf } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { compoundFile, docx, xlsx, zip } from '#test/support/office-files.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

function upload(name: string, data: Buffer) {
  return portal.payload.create({
    collection: 'files',
    data: {},
    file: { name, mimetype: 'application/octet-stream', data, size: data.length },
  })
}

async function lockedPdf(): Promise<Buffer> {
  const document = new PDFDocument({ userPassword: 'secret', pdfVersion: '1.7' })
  document.text('Locked').end()
  return Buffer.concat(await Array.fromAsync<Buffer>(document))
}

/** A few kilobytes that unpack to a megabyte, with a header that says 100 bytes. */
function lyingBomb(): Buffer {
  const data = docx('Bomb', { 'word/comments.xml': new Uint8Array(1024 * 1024) })
  for (let at = data.indexOf('word/comments.xml'); at >= 0;) {
    const isCentral = data.readUInt32LE(at - 46) === 0x02014b50
    data.writeUInt32LE(100, isCentral ? at - 22 : at - 8)
    at = data.indexOf('word/comments.xml', at + 1)
  }
  return data
}

describe('an attachment', () => {
  it.each([
    ['PDF', 'Quyết định 12.pdf', () => pdf('Decision on support'), { kind: 'pdf', pages: 1 }],
    ['Word', 'Đơn đề nghị.docx', () => docx('Đơn đề nghị hỗ trợ'), { kind: 'word' }],
    ['old Word', 'mau.doc', () => compoundFile('WordDocument'), { kind: 'word' }],
    ['Excel', 'Dự toán.xlsx', () => xlsx(), { kind: 'excel' }],
    ['old Excel', 'bang.xls', () => compoundFile('Workbook'), { kind: 'excel' }],
    ['ZIP', 'Hồ sơ.zip', () => zip({ 'mau 1.txt': 'Mẫu' }), { kind: 'zip' }],
  ])('may be %s', async (_, name, make, facts) => {
    const file = await upload(name, await make())
    expect(file).toMatchObject(facts)
    expect(file.title).toBe(name.replace(/\.\w+$/, ''))
    expect(file.filesize).toBeGreaterThan(0)
  })

  it('keeps the text of PDF and Word for the search', async () => {
    expect((await upload('a.pdf', await pdf('Decision on support'))).text).toBe(
      'Decision on support',
    )
    const word = await upload('a.docx', docx('Đơn đề nghị hỗ trợ'))
    expect(word).toMatchObject({ text: 'Đơn đề nghị hỗ trợ', textState: 'read' })
    expect(await upload('trong.pdf', await pdf(''))).toMatchObject({
      text: null,
      textState: 'none',
    })
  })

  it('gets a clean name with the ending of its content', async () => {
    const data = await pdf('x')
    const names = ['C:\\Hồ sơ\\Kế hoạch số 15.PDF', '../../etc/passwd', 'ke-hoach.docx', '.pdf']
    const files = await Promise.all(names.map((name) => upload(name, data)))
    expect(files.map((file) => file.filename)).toEqual([
      'ke-hoach-so-15.pdf',
      'passwd.pdf',
      'ke-hoach.pdf',
      'tep.pdf',
    ])
  })

  it.each([
    ['a picture called PDF', 'file_type_refused', 'anh.pdf', () => picture()],
    ['a plain ZIP called Word', 'file_broken', 'don.docx', () => zip({ 'a.txt': 'a' })],
    ['Word with macros', 'file_has_macros', 'don.docm', () => withMacros()],
    [
      'old Word with macros',
      'file_has_macros',
      'd.doc',
      () => compoundFile('WordDocument', '_VBA_PROJECT'),
    ],
    ['Word with a password', 'file_encrypted', 'd.docx', () => compoundFile('EncryptedPackage')],
    ['PDF with a password', 'file_encrypted', 'd.pdf', () => lockedPdf()],
    ['half a ZIP', 'file_broken', 'd.zip', () => zip({ 'a.txt': 'a'.repeat(99) }).subarray(0, 60)],
    ['a PDF of nonsense', 'file_broken', 'd.pdf', () => Buffer.from('%PDF-1.7\nnonsense')],
    ['a program', 'file_type_refused', 'd.zip', () => program()],
    ['HTML', 'file_type_refused', 'd.pdf', () => Buffer.from('<!doctype html><script></script>')],
    ['a document that lies about its size', 'file_broken', 'bom.docx', () => lyingBomb()],
  ])('is refused where it is %s', async (_, code, name, make) => {
    await expect(upload(name, await make())).rejects.toMatchObject({ data: { code } })
  })
})

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
}

function withMacros(): Buffer {
  return docx('Macro', { 'word/vbaProject.bin': strToU8('macro') })
}

function program(): Buffer {
  return Buffer.from(
    zipSync({ 'META-INF/MANIFEST.MF': strToU8('Manifest-Version: 1.0'), 'A.class': strToU8('x') }),
  )
}
