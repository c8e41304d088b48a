import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildNews } from '#test/support/builders.ts'
import { openPortal } from '#test/support/database.ts'
import { OWN_KIND } from '#test/support/places.ts'
import { START_LIMIT_MS, startSite, type SiteProcess } from '#test/support/site-process.ts'
import { mountSmallDisk, type SmallDisk } from '#test/support/small-disk.ts'

const TYPED = {
  content: 'Cơ sở ở phường có nộp được không?\n<b>Hai dòng</b> & "ngoặc"',
  name: 'Phạm Thị Hòa',
  email: 'hoa@example.vn',
}
const SENT = {
  ...TYPED,
  title: 'Hộ kinh doanh có được hỗ trợ không?',
  subject: 'Đường dẫn hỏng',
  phone: '0200 3000 118',
  consent: 'on',
}
const REPLY = '/tin-tuc/bai-nhan-y-kien/tra-loi'

function post(site: SiteProcess, path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields)
  const headers = { 'sec-fetch-site': 'same-origin' }
  return site.ask(path, { method: 'POST', body, headers })
}

/** What a page with a form would send again. */
async function formOf(answer: Response): Promise<[action: string, fields: Record<string, string>]> {
  const { document, FormData } = new JSDOM(await answer.text()).window
  expect(document.querySelector('[role=alert]')?.textContent).toMatch(/chưa được gửi/)
  expect(document.querySelector('form b')).toBeNull()
  const form = document.querySelector<HTMLFormElement>('form[method=post]:has([name=content])')
  if (!form) throw new Error('There is no form to send again.')
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const)
  return [form.getAttribute('action') ?? '', Object.fromEntries(fields)]
}

describe.runIf(OWN_KIND === 'sqlite')('while the disk of the database is full', () => {
  let disk: SmallDisk | null
  let site: SiteProcess

  beforeAll(async () => {
    const portal = await openPortal()
    const slug = 'bai-nhan-y-kien'
    await buildNews(portal.payload, { slug, commentsAllowed: true })
    await portal.close()
    disk = await mountSmallDisk(64)
    if (!disk) return
    const file = join(disk.folder, 'portal.db')
    const source = new DatabaseSync(join(portal.dataDir, 'portal.db'), { readOnly: true })
    await backup(source, file)
    source.close()
    site = await startSite({ DATABASE_URL: `file:${file}` })
  }, START_LIMIT_MS)
  afterAll(async () => {
    await site?.stop()
    await disk?.remove()
  })

  test('each form comes back with all that was typed, as often as it is tried, and is taken when there is room', async (context) => {
    if (!disk) return context.skip()
    await disk.fill(0)
    const paths = ['/lien-he', '/hoi-dap/gui', REPLY]
    for (const path of paths) {
      for (let tries = 0; tries < 3; tries += 1) {
        const answer = await post(site, path, SENT)
        expect(answer.status, path).toBe(503)
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
        expect(answer.headers.get('cache-control')).toMatch(/no-store/)
        const [action, fields] = await formOf(answer)
        expect(action).toBe(path)
        expect(fields).toMatchObject(TYPED)
      }
    }
    const rating = await post(site, '/lien-he/danh-gia', { path: '/tin-tuc', rating: 'yes' })
    expect([rating.status, rating.headers.get('location')]).toEqual([303, '/tin-tuc#cam-on'])
    expect(site.log()).toMatch(/form_not_stored[^]*SQLITE_FULL/)
    expect(site.log()).not.toMatch(/Hòa|hoa@example|nộp được|3000 118/)
    await disk.clear()
    for (const path of paths) expect((await post(site, path, SENT)).status, path).toBe(303)
  }, 60_000)
})

describe('while nothing renders', () => {
  let site: SiteProcess

  beforeAll(async () => {
    // A worker without its database ends at once, again and again.
    const nowhere = OWN_KIND === 'sqlite' ? 'file:/khong-co/portal.db' : 'mongodb://127.0.0.1:9/x'
    site = await startSite({ DATABASE_URL: nowhere }, { until: '/healthz' })
  }, START_LIMIT_MS)
  afterAll(() => site?.stop())

  test('a form comes back with all that was typed, and all else that was sent', async () => {
    const sent = { ...SENT, token: 'x.y', topic: '3' }
    const answer = await post(site, '/lien-he', sent)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("form-action 'self'")
    const [action, fields] = await formOf(answer)
    expect(action).toBe('/lien-he')
    expect(fields).toEqual(sent)
  })

  test('what is no form, or holds nothing, is not made one', async () => {
    for (const fields of [{ path: '/tin-tuc', rating: 'yes' }, { content: ' ' }, {}]) {
      const answer = await post(site, '/lien-he', fields as Record<string, string>)
      expect(answer.status).toBe(503)
      expect(answer.headers.get('content-security-policy')).toContain("form-action 'none'")
      expect(await answer.text()).not.toContain('<form')
    }
  })
})
