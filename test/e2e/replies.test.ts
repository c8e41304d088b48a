import { beforeAll, expect, inject } from 'vitest'
import { choose, logIn, openListed, save } from '#test/support/admin.ts'
import { journey, openWith, openWithout, useBrowser, type Page } from '#test/support/journey.ts'
import { articleTakingReplies } from '#test/support/kinds-of-pages.ts'
import { signIn } from '#test/support/rest-session.ts'

const MODERATOR = {
  name: 'Đỗ Thị Duyệt',
  email: 'duyet@songchau.example.vn',
  password: 'mat-khau-cua-nguoi-duyet',
}
const CONTENT = 'Xưởng dệt của tôi có bốn thợ: lớp tập huấn tới có nhận thêm người không?'
const CORRECTED = CONTENT.replace('có bốn', 'nay có bốn')
const EMAIL = 'kin-dao@ban-doc.example.vn'

const openVisitor = useBrowser()
const portal = inject('portal')
let reader: Page
let admin: Page
let article: string

beforeAll(async () => {
  const session = await signIn(portal)
  await session.create('users', { ...MODERATOR, role: 'moderator' })
  article = await articleTakingReplies(portal)
  reader = await openVisitor({ javaScriptEnabled: false })
})

journey('a reply with a mistake comes back with all that was typed', async () => {
  await reader.goto(article)
  const form = reader.locator('form.comment-form')
  await form.getByLabel('Nội dung').fill(CONTENT)
  await form.getByLabel('Họ và tên').fill('Đào Văn Kín')
  // Good enough for a browser, not for us: no top-level domain.
  await form.getByLabel('Thư điện tử', { exact: false }).first().fill('kin-dao@ban-doc')
  await form.getByRole('checkbox').check()
  await form.getByRole('button', { name: 'Gửi ý kiến' }).click()

  await reader.getByRole('alert').waitFor()
  expect(await form.getByLabel('Nội dung').inputValue()).toBe(CONTENT)
  expect(await form.getByLabel('Họ và tên').inputValue()).toBe('Đào Văn Kín')
  expect(await form.getByRole('checkbox').isChecked()).toBe(true)
})

journey('its message leads to the field, which says how to mend it', async () => {
  const href = await reader.getByRole('alert').getByRole('link').getAttribute('href')
  const field = reader.locator(href ?? '')
  expect(await field.getAttribute('type')).toBe('email')
  expect(await field.inputValue()).toBe('kin-dao@ban-doc')
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  const described = (await field.getAttribute('aria-describedby')) ?? ''
  const message = reader.locator(`[id="${described.split(' ')[0]}"]`)
  expect(await message.textContent()).toContain('Nhập đủ địa chỉ')
})

journey('a good reply is received, and is nowhere in public before it is approved', async () => {
  await reader.locator('input[type=email]').first().fill(EMAIL)
  await reader.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await reader.getByText('ý kiến đã được nhận').waitFor()
  await reader.reload()
  await reader.getByText('ý kiến đã được nhận').waitFor()
  for (const place of await publicPlaces()) expect(place).not.toContain('bốn thợ')
})

journey('a moderator approves it in the admin, and readers see it', async () => {
  admin = await openVisitor({ baseURL: portal.cmsUrl })
  await logIn(admin, portal.cmsUrl, MODERATOR)
  await openListed(admin, portal.cmsUrl, 'comments', CONTENT.slice(0, 30))
  await choose(admin, 'status', 'Đã duyệt')
  await save(admin)

  const shown = reader.locator('.comment', { hasText: CONTENT })
  await openWith(reader, article, shown)
  await shown.getByText('Đào Văn Kín').waitFor()
})

journey('the e-mail of its author is nowhere, not even once it is approved', async () => {
  for (const place of await publicPlaces()) expect(place).not.toContain('ban-doc.example')
})

journey('a moderator corrects its typing, and readers see the corrected words', async () => {
  await admin.reload()
  await admin.getByRole('button', { name: 'Sửa lỗi gõ' }).click()
  await admin.getByLabel('Nội dung (bản sửa)').fill(CORRECTED)
  await admin.getByRole('button', { name: 'Lưu bản sửa' }).click()
  const history = admin.getByRole('list', { name: 'Các việc đã làm' })
  await history.getByText(`Sửa lỗi gõ · ${MODERATOR.name}`).waitFor()
  expect(await history.textContent()).toContain(`“${CONTENT}” thành “${CORRECTED}”`)
  await openWith(reader, article, reader.locator('.comment', { hasText: CORRECTED }))
})

journey('its author takes the consent back, and it is public no more', async () => {
  await admin.getByRole('button', { name: 'Rút lại sự đồng ý…' }).click()
  const question = admin.getByRole('dialog')
  await question.getByText('thôi hiện công khai').waitFor()
  await question.getByRole('button', { name: 'Rút lại sự đồng ý', exact: true }).click()
  await admin.getByText(`Rút lại sự đồng ý · ${MODERATOR.name}`).waitFor()
  await openWithout(reader, article, reader.locator('.comment', { hasText: 'bốn thợ' }))
})

/** What anyone may read about the article and its replies. */
async function publicPlaces(): Promise<string[]> {
  const addresses = [
    portal.siteUrl + article,
    `${portal.siteUrl}${article}/tra-loi`,
    `${portal.siteUrl}/rss`,
    `${portal.cmsUrl}/api/comments?limit=100&depth=2`,
    `${portal.cmsUrl}/api/comments?limit=100&draft=true&trash=true&select[email]=true&select[content]=true`,
  ]
  return Promise.all(addresses.map(async (address) => (await fetch(address)).text()))
}
