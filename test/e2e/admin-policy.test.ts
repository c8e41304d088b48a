import sharp from 'sharp'
import { afterEach, beforeAll, expect, inject } from 'vitest'
import {
  choose,
  logIn,
  logOut,
  openNewDraft,
  publish,
  save,
  schedule,
  uploadOne,
  writeBody,
} from '#test/support/admin.ts'
import { journey, useBrowser, type Page } from '#test/support/journey.ts'
import { ADMIN, signIn, type RestSession } from '#test/support/rest-session.ts'
import { watchPage, type Watch } from '#test/support/watched-page.ts'

const openVisitor = useBrowser()
const portal = inject('portal')
const TITLE = 'Bài thử chính sách an toàn của trang quản trị'

let session: RestSession
let admin: Page
let watch: Watch
beforeAll(async () => {
  session = await signIn(portal)
  admin = await openVisitor({ baseURL: portal.cmsUrl })
  watch = watchPage(admin)
})

/** After every journey: nothing was refused, neither by the browser nor by the gate of the API. */
afterEach(() => {
  const [violations, refused] = [watch.violations.splice(0), watch.refused.splice(0)]
  expect({ violations, refused }).toEqual({ violations: [], refused: [] })
})

const open = async (path: string) => {
  await admin.goto(`${portal.cmsUrl}/admin${path}`)
  await admin.waitForLoadState('networkidle')
}

journey('under its policy the admin lets a person in and shows its lists', async () => {
  await logIn(admin, portal.cmsUrl, ADMIN)
  await admin.waitForLoadState('networkidle')
  for (const list of ['news', 'documents', 'media', 'comments', 'users', 'redirects']) {
    await open(`/collections/${list}`)
  }
  await open('/collections/news?where[or][0][and][0][title][like]=gốm&sort=-updatedAt&limit=25')
  await admin.locator('#toggle-list-filters, .list-controls__toggle-where').first().click()
  await admin.locator('#toggle-columns, .list-controls__toggle-columns').first().click()
  await admin.waitForLoadState('networkidle')
  await open('/account')
  for (const name of ['site-settings', 'navigation', 'home-page']) await open(`/globals/${name}`)
})

journey('an article is written, with a picture, dated and published', async () => {
  await openNewDraft(admin, portal.cmsUrl, 'news')
  await admin.locator('#field-title').fill(TITLE)
  await writeBody(admin, 'Một đoạn văn.')
  await admin.keyboard.press('Control+a')
  await admin.keyboard.press('Control+b')
  await admin.keyboard.press('End')
  await admin.keyboard.press('Enter')
  await admin.keyboard.type('/')
  await admin.keyboard.press('Escape')
  const [category] = await session.find('categories', 'limit=1')
  await choose(admin, 'category', String(category?.title))
  const canvas = { width: 900, height: 600, channels: 3, background: '#2f6b5c' } as const
  const buffer = await sharp({ create: canvas }).jpeg().toBuffer()
  const picture = { name: 'chinh-sach.jpg', mimeType: 'image/jpeg', buffer }
  await uploadOne(admin, 'cover', picture, { alt: 'Ảnh thử' })
  await publish(admin)
  await admin.waitForLoadState('networkidle')
  const stored = await session.find('news', `where[title][equals]=${encodeURIComponent(TITLE)}`)
  expect(stored).toMatchObject([{ _status: 'published', cover: expect.any(String) }])
})

journey('its versions, its copy and its next publication open', async () => {
  const [news] = await session.find('news', `where[title][equals]=${encodeURIComponent(TITLE)}`)
  await open(`/collections/news/${news?.id}/versions`)
  await admin.locator('.cell-updatedAt a, td a').first().click()
  await admin.waitForLoadState('networkidle')
  await open(`/collections/news/${news?.id}`)
  await admin.locator('#field-title').fill(`${TITLE}, sửa`)
  await schedule(admin, new Date(Date.now() + 86_400_000))
  await open(`/collections/news/${news?.id}`)
  await admin.locator('.doc-controls__dots').click()
  await admin.locator('#action-duplicate').click()
  await admin.waitForURL((url) => !url.pathname.endsWith(String(news?.id)))
  await admin.waitForLoadState('networkidle')
})

journey('several are changed and deleted at once', async () => {
  await open(`/collections/news?search=${encodeURIComponent(TITLE)}`)
  await admin.locator('#select-all, .select-all input').first().click()
  await admin.locator('.delete-documents__toggle').first().click()
  await admin.locator('dialog[open] #confirm-action').click()
  await admin.waitForLoadState('networkidle')
})

journey('a picture, a term and an account are changed', async () => {
  const [media] = await session.find('media', 'limit=1')
  await open(`/collections/media/${media?.id}`)
  await admin.locator('#field-credit').fill('Trung tâm Khuyến công')
  await save(admin)
  await admin
    .locator('.file-field__edit, .edit-upload, button:has-text("Chỉnh sửa")')
    .first()
    .click()
  await admin.waitForLoadState('networkidle')
  const [topic] = await session.find('topics', 'limit=1')
  await open(`/collections/topics/${topic?.id}`)
  await admin.locator('#field-description').fill('Mô tả mới.')
  await save(admin)
})

journey('what is not there says so, and a person leaves', async () => {
  await open('/collections/nope').catch(() => undefined)
  expect(watch.refused.splice(0)).toContainEqual(expect.stringMatching(/^404 GET /))
  await logOut(admin, portal.cmsUrl)
})
