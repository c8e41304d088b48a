import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildUser, pdf } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { heavyPdf, heavyWord } from '#test/support/heavy-files.ts'
import { docx, zip } from '#test/support/office-files.ts'
import { logIn, rest, uploadForm } from '#test/support/rest.ts'

let portal: TestPortal
let token: string
beforeAll(async () => {
  portal = await openPortal()
  const { email } = await buildUser(portal.payload, { role: 'editor' })
  token = await logIn(portal, email)
})
afterAll(() => portal.close())

async function send(name: string, data: Buffer) {
  const answer = await rest(portal, '/files', {
    method: 'POST',
    token,
    form: uploadForm(name, data),
  })
  return { status: answer.status, ...(await answer.json()) }
}

describe('a document that cannot be read within the limits', () => {
  it.each([
    ['of 700,000 paragraphs', 'word', 'doan.docx', heavyWord.paragraphs],
    ['of empty runs', 'word', 'rong.docx', heavyWord.emptyRuns],
    ['of a page of 100 MB', 'pdf', 'trang.pdf', heavyPdf.longPage],
  ])('%s is kept without its text, and the log says so once', async (_, kind, name, make) => {
    const warn = vi.spyOn(portal.payload.logger, 'warn')
    const { status, doc } = await send(name, make())
    expect(status).toBe(201)
    expect(doc).toMatchObject({ kind, text: null, pages: null, textState: 'unread' })
    expect(warn.mock.calls).toEqual([[expect.objectContaining({ code: 'file_text_unread' })]])
    warn.mockRestore()
  })

  it('holds up neither other saves nor other files that are looked at', async () => {
    const slow = send('cham.pdf', heavyPdf.nestedForms())
    let isOver = false
    void slow.then(() => (isOver = true))
    await portal.payload.create({ collection: 'topics', data: { title: 'Trong lúc đọc' } })
    expect(isOver).toBe(false)
    expect(await slow).toMatchObject({ status: 201, doc: { textState: 'unread' } })
    expect((await send('sau.docx', docx('Đọc được'))).doc).toMatchObject({ text: 'Đọc được' })
  })

  it('is told from one that is broken, locked or dangerous', async () => {
    const answers = [
      await send('hong.pdf', (await pdf('Nửa')).subarray(0, 300)),
      await send('hong.docx', docx('Chữ <w:p>')),
      await send('gia.docx', zip({ 'a.txt': 'a' })),
      await send('macro.docx', docx('Chữ', { 'word/vbaProject.bin': new Uint8Array(4) })),
    ]
    const codes = answers.map(({ errors }) => errors[0].data.code)
    expect(codes).toEqual(['file_broken', 'file_broken', 'file_broken', 'file_has_macros'])
  })
})

describe('what became of the text', () => {
  it('is shown to staff and not to the public', async () => {
    const { doc } = await send('ai-thay.docx', docx('Chữ'))
    await portal.payload.db.updateOne({ collection: 'files', id: doc.id, data: { isPublic: true } })
    const shown = await (await rest(portal, `/files/${doc.id}`)).json()
    expect(shown.filename).toBe('ai-thay.docx')
    expect(shown).not.toHaveProperty('textState')
  })

  it('is noted by the portal alone', async () => {
    const form = uploadForm('tu-ghi.docx', docx('Chữ'), { textState: 'none', text: 'bịa' })
    const answer = await rest(portal, '/files', { method: 'POST', token, form })
    expect((await answer.json()).doc).toMatchObject({ textState: 'read', text: 'Chữ' })
  })
})
