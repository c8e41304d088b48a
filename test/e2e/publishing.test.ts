import sharp from 'sharp'
import { afterAll, beforeAll, expect } from 'vitest'
import {
  choose,
  createFirstAccount,
  logIn,
  logOut,
  openNew,
  openNewDraft,
  publish,
  save,
  schedule,
  untilKept,
  uploadMany,
  uploadOne,
  withdraw,
  writeBody,
} from '#test/support/admin.ts'
import { pdf } from '#test/support/builders.ts'
import { journey, openWith, openWithout, useBrowser, type Page } from '#test/support/journey.ts'
import { startPortal, type StartedPortal } from '#test/support/portal-under-test.ts'

const LAN = {
  name: 'Nguyễn Thị Lan',
  email: 'lan@songchau.example.vn',
  password: 'mot-mat-khau-du-dai',
}
const TITLE = 'Tập huấn sản xuất sạch hơn cho 40 cơ sở gốm'
const ARTICLE = '/tin-tuc/tap-huan-san-xuat-sach-hon-cho-40-co-so-gom'
const SCHEDULED = '/tin-tuc/lich-ho-tro-quy-sau'

const openVisitor = useBrowser()
let portal: StartedPortal
let admin: Page
let reader: Page
let pictureAddress: string
let fileAddress: string

beforeAll(async () => {
  portal = await startPortal('empty')
  admin = await openVisitor({ baseURL: portal.cmsUrl })
  reader = await openVisitor({ baseURL: portal.siteUrl })
}, 120_000)
afterAll(() => portal?.stop())

journey('a person makes the first account, leaves, and signs in with it', async () => {
  await createFirstAccount(admin, portal.cmsUrl, LAN)
  await logOut(admin, portal.cmsUrl)
  await logIn(admin, portal.cmsUrl, LAN)
  await admin
    .getByRole('link', { name: /Tin bài/ })
    .first()
    .waitFor()
})

journey('an article that is scheduled is not public before its time', async () => {
  await openNew(admin, portal.cmsUrl, 'categories')
  await admin.locator('#field-title').fill('Khuyến công')
  await save(admin)

  await openNewDraft(admin, portal.cmsUrl, 'news')
  await admin.locator('#field-title').fill('Lịch hỗ trợ quý sau')
  await choose(admin, 'category', 'Khuyến công')
  await untilKept(admin, 'category')
  await schedule(admin, nextMinute())
  expect(await statusOf(SCHEDULED)).toBe(404)
})

journey('an article with a picture and a PDF, once published, is read on the site', async () => {
  await openNewDraft(admin, portal.cmsUrl, 'news')
  await admin.locator('#field-title').fill(TITLE)
  await admin.locator('#field-summary').fill('Lớp học kéo dài hai ngày, có thực hành tại xưởng.')
  await writeBody(admin, 'Học viên được hướng dẫn đo điện, nước, nhiên liệu của từng công đoạn.')
  await choose(admin, 'category', 'Khuyến công')
  await uploadOne(admin, 'cover', await picture(), { alt: 'Người thợ tráng men trong xưởng gốm' })
  await uploadMany(admin, 'attachments', await plan(), { title: 'Kế hoạch tập huấn' })
  expect(await statusOf(ARTICLE)).toBe(404)
  await publish(admin)

  await expect.poll(() => statusOf(ARTICLE)).toBe(200)
  const link = reader.getByRole('link', { name: TITLE })
  await openWith(reader, '/tin-tuc', link)
  await link.first().click()
  await reader.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  expect(new URL(reader.url()).pathname).toBe(ARTICLE)
  await reader.getByText('đo điện, nước, nhiên liệu').waitFor()
  await reader.getByRole('link', { name: 'Khuyến công' }).first().waitFor()
})

journey('the picture of the article is a WebP that loads, with its description', async () => {
  const shown = reader.getByRole('img', { name: 'Người thợ tráng men trong xưởng gốm' })
  pictureAddress = await shown.evaluate((element) => (element as HTMLImageElement).currentSrc)
  expect(await shown.evaluate((element) => (element as HTMLImageElement).naturalWidth)).not.toBe(0)
  const answer = await fetch(pictureAddress)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/webp')
})

journey('the PDF says its kind, size and pages, and is what was uploaded', async () => {
  const attachment = reader.locator('.attachments li', { hasText: 'Kế hoạch tập huấn' })
  expect(await attachment.locator('.meta').textContent()).toMatch(
    /^PDF · [\d,]+ (bytes|B|KB) · 2 trang$/,
  )
  const href = await attachment.getByRole('link').getAttribute('href')
  fileAddress = new URL(href ?? '', portal.siteUrl).href
  const answer = await fetch(fileAddress)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await answer.arrayBuffer()).equals((await plan()).buffer)).toBe(true)
})

journey('an article that gets another address is found under the old one', async () => {
  await admin.locator('#field-title').fill(`${TITLE} Đông Khê`)
  await admin.locator('#field-slug').fill('tap-huan-gom-dong-khe')
  await publish(admin)
  await expect.poll(() => statusOf('/tin-tuc/tap-huan-gom-dong-khe')).toBe(200)
  await expect.poll(() => statusOf(ARTICLE)).toBe(301)
  const answer = await fetch(portal.siteUrl + ARTICLE, { redirect: 'manual' })
  const target = new URL(answer.headers.get('location') ?? '', portal.siteUrl)
  expect(target.pathname).toBe('/tin-tuc/tap-huan-gom-dong-khe')
  await reader.goto(ARTICLE)
  await reader.getByRole('heading', { level: 1, name: `${TITLE} Đông Khê` }).waitFor()
})

journey(
  'a withdrawn article says that it is gone, with its files, and leaves the lists',
  async () => {
    await withdraw(admin)
    await expect.poll(() => statusOf('/tin-tuc/tap-huan-gom-dong-khe')).toBe(410)
    expect(await statusOf(pictureAddress)).toBe(404)
    expect(await statusOf(fileAddress)).toBe(404)
    await openWithout(reader, '/tin-tuc', reader.getByText(TITLE))
    await reader.goto('/tin-tuc/tap-huan-gom-dong-khe')
    expect(await reader.locator('main').textContent()).toContain('gỡ')
  },
)

journey(
  'a scheduled article is published at its time',
  async () => {
    await expect.poll(() => statusOf(SCHEDULED), { timeout: 90_000, interval: 500 }).toBe(200)
    await openWith(reader, '/', reader.getByRole('link', { name: 'Lịch hỗ trợ quý sau' }))
  },
  120_000,
)

async function statusOf(address: string): Promise<number> {
  const answer = await fetch(new URL(address, portal.siteUrl), { redirect: 'manual' })
  await answer.body?.cancel()
  return answer.status
}

/** The picker of the admin knows whole minutes. */
function nextMinute(): Date {
  return new Date(Math.ceil((Date.now() + 5_000) / 60_000) * 60_000)
}

async function picture() {
  const canvas = { width: 1800, height: 1200, channels: 3, background: '#2f6b5c' } as const
  const buffer = await sharp({ create: canvas }).jpeg().toBuffer()
  return { name: 'xuong-gom.jpg', mimeType: 'image/jpeg', buffer }
}

/** The same bytes at every call. */
async function plan() {
  planBytes ??= await pdf('Plan of the course', 'Second page')
  return { name: 'ke-hoach.pdf', mimeType: 'application/pdf', buffer: planBytes }
}
let planBytes: Buffer | undefined
