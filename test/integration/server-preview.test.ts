import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  signPreview,
  signPreviewFile,
  verifyPreview,
  verifyPreviewFile,
} from '#cms/access/preview-link.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

const MEDIA_ID = '019a0000-0000-7000-8000-0000000000aa'
const HOUR_MS = 3_600_000
let portal: TestPortal
let site: SiteProcess
let draftId: string
let editorId: string

beforeAll(async () => {
  portal = await openPortal()
  const { payload, config } = portal
  const editor = await payload.create({
    collection: 'users',
    data: {
      name: 'Lê Thị Hà',
      email: 'ha@example.vn',
      password: 'mat-khau-dai-12',
      role: 'editor',
    },
  })
  editorId = editor.id
  const draft = await payload.create({
    collection: 'pages',
    draft: true,
    data: { title: 'Trang còn nháp', slug: 'trang-con-nhap', _status: 'draft' },
  })
  draftId = draft.id
  await mkdir(join(config.uploadsDir, 'media'), { recursive: true })
  await writeFile(join(config.uploadsDir, 'media', 'anh-nhap.webp'), 'RIFF')
  site = await startSite()
}, START_LIMIT_MS)
afterAll(async () => {
  await site?.stop()
  await portal?.close()
})

const link = (change: Partial<Parameters<typeof signPreview>[0]> = {}) =>
  signPreview(
    {
      collection: 'pages',
      id: draftId,
      userId: editorId,
      expires: Date.now() + HOUR_MS,
      ...change,
    },
    portal.config.secret,
  )

describe('a preview link', () => {
  test('shows the draft to its holder, uncached and unindexed, and to nobody else', async () => {
    const answer = await site.ask(link())
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Trang còn nháp')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    expect((await site.ask('/trang-con-nhap')).status).toBe(404)
  })

  test('ends with its time, and with the account of its editor', async () => {
    expect((await site.ask(link({ expires: Date.now() - 1 }))).status).toBe(403)
    expect((await site.ask(link({ userId: '019a0000-0000-7000-8000-00000000dead' }))).status).toBe(
      403,
    )
  })

  test('is good for its own document alone', async () => {
    expect((await site.ask(link().replace(draftId, MEDIA_ID))).status).toBe(403)
    expect((await site.ask(link({ id: MEDIA_ID }))).status).toBe(404)
    expect((await site.ask(`${link()}x`)).status).toBe(403)
    const grant = new URLSearchParams(link().split('?')[1])
    expect(verifyPreview(grant, `${portal.config.secret}x`, new Date())).toBeNull()
  })
})

describe('a file of a draft', () => {
  const file = `${MEDIA_ID}/anh-nhap.webp`
  const signed = (expires = Date.now() + HOUR_MS) =>
    `/tep/${file}${signPreviewFile(file, expires, portal.config.secret)}`

  test('is shown to the preview that signed its address, uncached', async () => {
    const answer = await site.ask(signed())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await answer.text()).toBe('RIFF')
  })

  test('is absent for everybody else', async () => {
    expect((await site.ask(`/tep/${file}`)).status).toBe(404)
    expect((await site.ask(signed(Date.now() - 1))).status).toBe(404)
    expect((await site.ask(signed().replace('anh-nhap', 'anh-khac'))).status).toBe(404)
    expect((await site.ask(`/tep/${file}?xem=99999999999999.x`)).status).toBe(404)
    expect(verifyPreviewFile(file, '?xem=', portal.config.secret, new Date())).toBe(false)
  })
})
