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
import { sessionOf } from '#test/support/session-of.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'

const MEDIA_ID = '019a0000-0000-7000-8000-0000000000aa'
const HOUR_MS = 3_600_000
let portal: TestPortal
let site: SiteProcess
let draftId: string
let editorId: string
let sessionId: string

beforeAll(async () => {
  portal = await openPortal()
  const { payload, config } = portal
  const editor = await payload.create({
    collection: 'users',
    data: {
      name: 'Lê Thị Hà',
      email: 'ha@example.vn',
      password: PASSWORD,
      role: 'editor',
    },
  })
  editorId = editor.id
  sessionId = await newSession()
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

const PASSWORD = 'mat-khau-dai-12'

/** The editor logs in once more; gives the id of the session. */
async function newSession(): Promise<string> {
  const data = { email: 'ha@example.vn', password: PASSWORD }
  const { token } = await portal.payload.login({ collection: 'users', data })
  return sessionOf(token ?? '')
}

const link = (change: Partial<Parameters<typeof signPreview>[0]> = {}) =>
  signPreview(
    {
      collection: 'pages',
      id: draftId,
      userId: editorId,
      sessionId,
      expires: Date.now() + HOUR_MS,
      ...change,
    },
    portal.config.secret,
  )

async function sessionsOf(isKept: (session: { id: string }) => boolean) {
  const { sessions } = await portal.payload.findByID({ collection: 'users', id: editorId })
  return (sessions ?? []).filter(isKept)
}

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

  test.each(['Infinity', '1e15', '', ' 9', 'NaN', '-1', String(Date.now() + 2 * HOUR_MS)])(
    'that ends at "%s" is refused, also where it was signed',
    async (expires) => {
      const asked = link({ expires: expires as unknown as number })
      expect((await site.ask(asked)).status).toBe(403)
    },
  )

  test('ends with the session in which it was made', async () => {
    const ended = link({ sessionId: await newSession() })
    expect((await site.ask(ended)).status).toBe(200)
    await portal.payload.update({
      collection: 'users',
      id: editorId,
      data: { sessions: await sessionsOf(({ id }) => !ended.includes(id)) },
    })
    expect((await site.ask(ended)).status).toBe(403)
    expect((await site.ask(link())).status).toBe(200)
    expect((await site.ask(link({ sessionId: '' }))).status).toBe(403)
  })

  test('ends with a session that has expired', async () => {
    const expired = await newSession()
    const sessions = await sessionsOf(() => true)
    const past = new Date(Date.now() - 1).toISOString()
    await portal.payload.update({
      collection: 'users',
      id: editorId,
      data: {
        sessions: sessions.map((one) => (one.id === expired ? { ...one, expiresAt: past } : one)),
      },
    })
    expect((await site.ask(link({ sessionId: expired }))).status).toBe(403)
  })

  test('ends with a new password of its editor, also in the session that changed it', async () => {
    const before = link({ sessionId: await newSession() })
    const editor = await portal.payload.findByID({ collection: 'users', id: editorId })
    await portal.payload.update({
      collection: 'users',
      id: editorId,
      data: { password: PASSWORD, currentPassword: PASSWORD },
      user: { ...editor, collection: 'users', _sid: new URLSearchParams(before).get('session') },
    })
    expect((await site.ask(before)).status).toBe(403)
    sessionId = await newSession()
    expect((await site.ask(link())).status).toBe(200)
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
    expect((await site.ask(signed(Date.now() + 2 * HOUR_MS))).status).toBe(404)
    expect((await site.ask(`/tep/${file}?xem=99999999999999.x`)).status).toBe(404)
    expect(verifyPreviewFile(file, '?xem=', portal.config.secret, new Date())).toBe(false)
  })
})
