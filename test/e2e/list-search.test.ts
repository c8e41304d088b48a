import { beforeAll, expect, inject } from 'vitest'
import { logIn } from '#test/support/admin.ts'
import { journey, useBrowser, type Page } from '#test/support/journey.ts'
import { ADMIN, signIn } from '#test/support/rest-session.ts'

const openVisitor = useBrowser()
const portal = inject('portal')
let admin: Page

beforeAll(async () => {
  await signIn(portal)
  admin = await openVisitor({ baseURL: portal.cmsUrl })
})

journey('an editor finds a news item in the list by words without marks', async () => {
  await logIn(admin, portal.cmsUrl, ADMIN)
  await admin.goto('/admin/collections/news')
  await admin.locator('#search-filter-input').fill('SAN XUAT sach hon')
  await admin.waitForURL('**search=**')
  const rows = admin.locator('.table tbody tr')
  await expect.poll(() => rows.count()).toBe(1)
  expect(await rows.textContent()).toContain('sản xuất sạch hơn')
})
