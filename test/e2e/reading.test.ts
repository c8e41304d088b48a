import { expect } from 'vitest'
import { journey, useBrowser, type Page } from '#test/support/journey.ts'

const openVisitor = useBrowser()

journey('text size and colours are kept in a cookie, without a script', async () => {
  const page = await openVisitor({ javaScriptEnabled: false, colorScheme: 'light' })
  await page.goto('/tin-tuc')
  const before = await look(page)
  await page.getByText('Hiển thị', { exact: true }).click()
  await page.getByLabel('Rất lớn').check()
  await page.getByLabel('Tương phản cao').check()
  await page.getByRole('button', { name: 'Ghi nhớ lựa chọn' }).click()
  await page.waitForURL('**/tin-tuc')

  await page.getByRole('link', { name: 'Văn bản' }).first().click()
  await page.waitForURL('**/van-ban')
  const after = await look(page)
  expect(after.size / before.size).toBeCloseTo(1.3, 1)
  expect(after.paper).toBe('rgb(0, 0, 0)')
  expect(before.paper).not.toBe(after.paper)
})

journey('a search without accents finds what is written with them', async () => {
  const page = await openVisitor({ javaScriptEnabled: false })
  await page.goto('/')
  const box = page.getByRole('searchbox', { name: 'Tìm trên toàn trang' })
  await box.fill('khuyen cong')
  await box.press('Enter')
  await page.waitForURL('**/tim-kiem?q=khuyen+cong')
  await page
    .locator('main')
    .getByRole('link', { name: /khuyến công/i })
    .first()
    .click()
  await page.getByRole('heading', { level: 1 }).waitFor()
})

journey('a search that finds nothing repeats the words and offers ways on', async () => {
  const page = await openVisitor({ javaScriptEnabled: false })
  await page.goto('/tim-kiem?q=zzqqxx')
  expect(await page.locator('main').textContent()).toContain('zzqqxx')
  expect(await page.locator('main').getByRole('link').count()).toBeGreaterThanOrEqual(2)
})

journey('on a phone the menu opens and leads on, without a script', async () => {
  const page = await openVisitor({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 780 },
    hasTouch: true,
  })
  await page.goto('/')
  const menu = page.getByRole('navigation', { name: 'Chính' })
  expect(await menu.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Danh mục' }).tap()
  await menu.getByRole('link', { name: 'Sản phẩm' }).tap()
  await page.waitForURL('**/san-pham')
})

journey('documents are filtered without a script', async () => {
  const page = await openVisitor({ javaScriptEnabled: false })
  await page.goto('/van-ban')
  const rows = page.locator('main tbody tr')
  const all = await rows.count()
  await page.getByLabel('Nghị định', { exact: true }).check()
  await page.getByRole('button', { name: 'Áp dụng' }).click()
  await page.waitForURL('**/van-ban?*loai=nghi-dinh*')
  const kinds = await rows.allTextContents()
  expect(kinds.length).toBeGreaterThan(0)
  expect(kinds.length).toBeLessThan(all)
  for (const kind of kinds) expect(kind).toContain('Nghị định')
})

journey('the first screen offers support by two choices, without a script', async () => {
  const page = await openVisitor({ javaScriptEnabled: false })
  await page.goto('/')
  const panel = page.locator('.eligibility').first()
  await panel.locator('select').first().selectOption({ index: 1 })
  await panel.getByRole('button').first().click()
  await page.waitForURL(/\/ho-tro\?/)
  await page.getByRole('heading', { level: 1 }).waitFor()
})

journey('the link past the menu is the first thing that the keyboard reaches', async () => {
  const page = await openVisitor({ javaScriptEnabled: false })
  await page.goto('/van-ban')
  await page.keyboard.press('Tab')
  const skip = page.locator('a.skip')
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
  expect(await skip.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/#/)
})

/** What the choice of a display changes: size of text in pixels, colour of the page. */
async function look(page: Page) {
  // The page has scripts switched off, the test has not.
  const [size, paper] = await Promise.all([
    page.locator('main').evaluate((main) => parseFloat(getComputedStyle(main).fontSize)),
    page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
  ])
  return { size, paper }
}
