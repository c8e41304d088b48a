import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mendPublicFiles } from '#cms/uploads/reconcile.ts'
import { parseFilePath } from '#site/server/downloads.ts'
import { filePath } from '#shared/routes.ts'
import {
  buildCategory,
  buildFile,
  buildNews,
  buildProgramme,
  buildUser,
  pdf,
  richText,
} from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest, uploadForm } from '#test/support/rest.ts'

let portal: TestPortal
let token: string
let category: string
beforeAll(async () => {
  portal = await openPortal()
  const { email } = await buildUser(portal.payload)
  token = await logIn(portal, email)
  category = (await buildCategory(portal.payload)).id
})
afterAll(() => portal.close())

const send = async (method: string, path: string, json: object) => {
  const answer = await rest(portal, path, { method, token, json })
  return { status: answer.status, body: await answer.json() }
}
const messageOf = (body: { errors?: { data?: { errors?: { path: string }[] } }[] }) =>
  body.errors?.[0]?.data?.errors?.map(({ path }) => path)

describe('a file with a name that some system cannot keep', () => {
  const data = pdf('Decision')

  it.each([
    ['Con.pdf', 'tep-con.pdf'],
    ['aux.pdf', 'tep-aux.pdf'],
    ['NUL.pdf', 'tep-nul.pdf'],
    ['prn.pdf', 'tep-prn.pdf'],
    ['com1.pdf', 'tep-com1.pdf'],
    ['LPT9.pdf', 'tep-lpt9.pdf'],
    ['COM¹.pdf', 'tep-com1-2.pdf'],
    ['con.tra.pdf', 'con-tra.pdf'],
    ['.pdf', 'tep.pdf'],
    ['.....pdf', 'tep-2.pdf'],
    ['田中.pdf', 'tep-3.pdf'],
    ['hồ sơ\u202Efdp.exe.pdf', 'ho-sofdp-exe.pdf'],
  ])('%j gets one that readers open', async (name, stored) => {
    const form = uploadForm(name, await data)
    const answer = await rest(portal, '/files', { method: 'POST', token, form })
    expect(answer.status).toBe(201)
    const { doc } = await answer.json()
    expect(doc.filename).toBe(stored)
    expect(doc.title).not.toMatch(/[\p{Cc}\u202A-\u202E]/u)
    await buildNews(portal.payload, { attachments: [doc.id], category })
    const folder = join(portal.config.publicFilesDir, doc.id)
    expect(await readdir(folder)).toEqual([stored])
    const address = decodeURIComponent(filePath(doc.id, doc.filename))
    expect(parseFilePath(address)).toEqual({ id: doc.id, name: stored })
  })

  it('or with what no form can send is stored under what is left of it', async () => {
    const bytes = await data
    const names = ['a\0b.pdf', 'Dòng\n\u0007hai.pdf']
    const made = names.map((name) => {
      const file = { name, mimetype: 'application/pdf', data: bytes, size: bytes.length }
      return portal.payload.create({ collection: 'files', data: {}, file })
    })
    const stored = (await Promise.all(made)).map(({ filename, title }) => [filename, title])
    expect(stored).toEqual([
      ['ab.pdf', 'ab'],
      ['dong-hai.pdf', 'Dòng hai'],
    ])
  })

  it('and a very long one is cut', async () => {
    const form = uploadForm(`${'dài '.repeat(300)}.pdf`, await data)
    const answer = await rest(portal, '/files', { method: 'POST', token, form })
    expect(answer.status).toBe(201)
    expect((await answer.json()).doc.filename.length).toBeLessThanOrEqual(100)
  })
})

describe('texts', () => {
  it('are stored without characters that nobody sees, whole, at any depth', async () => {
    const title = 'Lò gốm\u0000 Mây\u202E Núi\u0007'
    const body = richText('Đoạn\u0000 một\u001B')
    const { body: answer } = await send('POST', '/news?draft=true', {
      title,
      summary: 'Một\nhai\u0000 ba',
      body,
      category,
    })
    expect(answer.doc).toMatchObject({ title: 'Lò gốm Mây Núi', summary: 'Một\nhai ba' })
    expect(JSON.stringify(answer.doc.body)).toContain('"Đoạn một"')
    const programme = await buildProgramme(portal.payload, {
      steps: [{ title: 'Bước\u2066 một\u0000', detail: 'A\nb\u0000c' }],
    })
    expect(programme.steps).toMatchObject([{ title: 'Bước một', detail: 'A\nbc' }])
  })

  it('of a global and of a list of texts as well', async () => {
    const header = [{ label: 'Văn\u202E bản\u0008', url: '/van-ban' }]
    const { body } = await send('POST', '/globals/navigation', { header })
    expect(body.result.header[0].label).toBe('Văn bản')
    const json = { abstract: 'Về việc', kind: 'quyet-dinh', issuers: ['UBND\u0000 tỉnh'] }
    const { body: document } = await send('POST', '/documents?draft=true', json)
    expect(document.doc.issuers).toEqual(['UBND tỉnh'])
  })
})

const HARMFUL = ['javascript:alert(1)', '//evil.example', '/\\evil.example', 'data:text/html,x']

describe('an address of the web', () => {
  it.each(HARMFUL)(
    'is never %s, in a draft neither, and the message stands at the field',
    async (url) => {
      const { id } = await buildNews(portal.payload, { category })
      for (const query of ['', '?draft=true', '?draft=true&autosave=true']) {
        const { status, body } = await send('PATCH', `/news/${id}${query}`, { sourceUrl: url })
        expect(status).toBe(400)
        expect(messageOf(body)).toEqual(['sourceUrl'])
      }
      const contacts = [{ name: 'Phòng', website: url }]
      const programme = await buildProgramme(portal.payload)
      const answer = await send('PATCH', `/programmes/${programme.id}?draft=true`, { contacts })
      expect([answer.status, messageOf(answer.body)]).toEqual([400, ['contacts.0.website']])
      const social = [{ name: 'Kênh', url }]
      expect((await send('POST', '/globals/site-settings', { social })).status).toBe(400)
      const links = [{ label: 'Liên kết', url }]
      for (const [slug, field] of [
        ['navigation', 'footer'],
        ['home-page', 'links'],
      ] as const) {
        expect((await send('POST', `/globals/${slug}`, { [field]: links })).status).toBe(400)
      }
      const redirect = { from: '/cu', kind: 'moved', to: url }
      expect((await send('POST', '/redirects', redirect)).status).toBe(400)
    },
  )

  it('may be half typed in a draft, and is whole when it is published', async () => {
    const { id } = await buildNews(portal.payload, { category })
    const json = { sourceUrl: 'https:/' }
    expect((await send('PATCH', `/news/${id}?draft=true&autosave=true`, json)).status).toBe(200)
    const published = await send('PATCH', `/news/${id}`, { ...json, _status: 'published' })
    expect([published.status, messageOf(published.body)]).toEqual([400, ['sourceUrl']])
    const whole = { sourceUrl: 'https://bao.example/bai', _status: 'published' }
    expect((await send('PATCH', `/news/${id}`, whole)).status).toBe(200)
  })
})

describe('a link in a text', () => {
  const TRICKS = [...HARMFUL, '/\t/evil.example', 'java\tscript:alert(1)', '\u0001javascript:x']
  const linked = (url: string, type = 'link') => {
    const text = richText('Xem')
    const [paragraph] = text.root.children
    const fields = { linkType: 'custom', url, newTab: false }
    const link = { type, version: 3, fields, children: paragraph?.children }
    return { root: { ...text.root, children: [{ ...paragraph, children: [link] }] } }
  }

  it.each(TRICKS)('never leads to %j once it is published', async (url) => {
    for (const type of ['link', 'autolink']) {
      const json = { title: 'Bài', category, body: linked(url, type), _status: 'published' }
      const { status, body } = await send('POST', '/news', json)
      const kept = JSON.stringify(body.doc?.body ?? '')
      expect(status === 400 || !kept.includes(`"url":${JSON.stringify(url)}`)).toBe(true)
    }
  })

  it.each(['https://x.vn/a', '/van-ban', 'mailto:a@x.vn', 'tel:+84211'])(
    'may lead to %s',
    async (url) => {
      const json = { title: 'Bài', category, body: linked(url), _status: 'published' }
      const { status, body } = await send('POST', '/news', json)
      expect(status).toBe(201)
      expect(JSON.stringify(body.doc.body)).toContain(JSON.stringify(url))
    },
  )
})

describe('an id that an old database holds', () => {
  it('leads to no folder: the portal starts, and a deletion touches nothing outside', async () => {
    const { payload, config } = portal
    const outside = await mkdtemp(join(tmpdir(), 'victim-'))
    await writeFile(join(outside, 'important.txt'), 'x')
    const good = await buildFile(payload)
    const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'files',
      where: { id: { equals: good.id } },
    })
    const odd = { ...row, filename: 'khong-co.pdf', isPublic: true }
    await payload.db.create({ collection: 'files', data: { ...odd, id: outside } })
    const upwards = { id: uuidv7(), filename: '../../x.pdf' }
    await payload.db.create({ collection: 'files', data: { ...odd, ...upwards } })
    await mkdir(join(config.publicFilesDir, 'thua'), { recursive: true })
    await mendPublicFiles(payload)
    expect(existsSync(join(config.publicFilesDir, 'thua'))).toBe(false)
    await payload.delete({ collection: 'files', id: outside })
    expect(existsSync(join(outside, 'important.txt'))).toBe(true)
    expect(
      (await payload.count({ collection: 'files', where: { id: { equals: outside } } })).totalDocs,
    ).toBe(0)
  })
})
