import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'vitest'
import { journey, useBrowser } from '#test/support/journey.ts'

const openVisitor = useBrowser()

journey('titles are suggested while somebody types, and chosen with the keys alone', async () => {
  const page = await openVisitor()
  await page.goto('/')
  await page.getByRole('searchbox', { name: 'Tìm trên toàn trang' }).focus()
  const box = page.getByRole('combobox', { name: 'Tìm trên toàn trang' })
  await box.pressSequentially('may say n')
  const first = page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option').first()
  await first.waitFor()
  expect(await first.textContent()).toMatch(/máy sấy/i)
  expect(await box.getAttribute('aria-expanded')).toBe('true')
  const { violations } = await new AxeBuilder({ page }).include('.masthead').analyze()
  expect(violations).toEqual([])
  await box.press('ArrowDown')
  expect(await box.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
  await box.press('Escape')
  expect(await page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option').count()).toBe(0)
  expect(await box.inputValue()).toBe('may say n')
  await box.press('o')
  await first.waitFor()
  await box.press('ArrowDown')
  await box.press('Enter')
  await page.waitForURL('**/san-pham/**')
})

journey('Enter without a choice searches for what was typed', async () => {
  const page = await openVisitor()
  await page.goto('/tim-kiem')
  const box = page.locator('main input[name="q"]')
  await box.focus()
  await box.pressSequentially('khuyen cong')
  await page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option').first().waitFor()
  await box.press('Enter')
  await page.waitForURL('**/tim-kiem?q=khuyen+cong')
})
