import type { Response } from 'playwright-core'
import { beforeAll, expect, inject } from 'vitest'
import { logIn } from '#test/support/admin.ts'
import { journey, useBrowser, type Page } from '#test/support/journey.ts'
import { ADMIN, signIn } from '#test/support/rest-session.ts'

const HOA = {
  name: 'Đỗ Thị Hoa',
  email: 'hoa@songchau.example.vn',
  password: 'mat-khau-cua-hoa-12',
}
const NEW_PASSWORD = 'mat-khau-moi-cua-hoa'

const openVisitor = useBrowser()
const portal = inject('portal')
let editor: Page

beforeAll(async () => {
  const session = await signIn(portal)
  await session.create('users', { ...HOA, role: 'editor' })
  editor = await openVisitor({ baseURL: portal.cmsUrl })
})

const tryToLogIn = async (password: string) => {
  await editor.locator('form[data-form-ready="true"]').first().waitFor()
  await editor.locator('#field-email').fill(HOA.email)
  await editor.locator('#field-password').fill(password)
  const answered = editor.waitForResponse((answer) => answer.url().endsWith('/api/users/login'))
  await editor.getByRole('button', { name: 'Đăng nhập' }).click()
  return (await answered).status()
}

journey('who forgot the password is told whom to ask, and wrong ones are slowed', async () => {
  await editor.goto('/admin/login')
  await editor.getByText('Hãy nhờ người quản trị đặt lại mật khẩu').waitFor()
  expect(await editor.getByRole('link', { name: /quên mật khẩu/i }).count()).toBe(0)
  expect(await tryToLogIn('sai')).toBe(401)
  await editor.getByText('Email hoặc mật khẩu không chính xác').first().waitFor()
  for (let tries = 2; tries <= 5; tries += 1) expect(await tryToLogIn('sai')).toBe(401)
  expect(await tryToLogIn('sai')).toBe(429)
  await editor.getByText(/Đã thử quá nhiều lần. Hãy thử lại sau \d+ giây./).waitFor()
})

journey('a new password needs the old one, which is asked for at its field', async () => {
  // The pause is over soon; until then the form says so.
  await editor.goto('/admin/login')
  await expect.poll(() => tryToLogIn(HOA.password), { timeout: 30_000, interval: 1_000 }).toBe(200)
  await editor.waitForURL(`${portal.cmsUrl}/admin`)
  await editor.goto('/admin/account')
  await editor.locator('#change-password').click()
  await editor.locator('#field-password').fill(NEW_PASSWORD)
  await editor.locator('#field-confirm-password').fill(NEW_PASSWORD)
  await save()
  await editor.getByText('Hãy nhập mật khẩu hiện tại của bạn').first().waitFor()
  const current = editor.locator('#field-currentPassword')
  expect(await current.getAttribute('type')).toBe('password')
  await current.fill('sai')
  await save()
  await editor.getByText('Mật khẩu hiện tại không đúng').first().waitFor()
  await current.fill(HOA.password)
  expect(await save()).toBe(200)
  await expect.poll(() => current.inputValue()).toBe('')
  await editor.goto('/admin/collections/news')
  await editor.getByRole('heading', { name: 'Tin bài' }).waitFor()
})

journey('an admin reads in the log of the system who did what', async () => {
  const admin = await openVisitor({ baseURL: portal.cmsUrl })
  await logIn(admin, portal.cmsUrl, ADMIN)
  await admin.goto('/admin/collections/audit-log')
  const row = admin.locator('tr', { hasText: 'Đổi mật khẩu' }).filter({ hasText: HOA.name })
  await row.first().waitFor()
  await row.first().getByRole('link').first().click()
  await admin.locator('#field-actorName').waitFor()
  expect(await admin.locator('#field-actorName').isDisabled()).toBe(true)
  expect(await admin.getByRole('button', { name: 'Lưu', exact: true }).count()).toBe(0)
})

/** The form refuses to send while it still looks at what was typed, so the button is pressed again. */
async function save(): Promise<number> {
  const statuses: number[] = []
  const listen = (answer: Response) => {
    const isSave = answer.request().method() === 'PATCH' && answer.url().includes('/api/users/')
    if (isSave) statuses.push(answer.status())
  }
  editor.on('response', listen)
  const button = editor.getByRole('button', { name: 'Lưu', exact: true })
  const press = async () => {
    if (statuses.length === 0 && (await button.isEnabled())) await button.click()
    return statuses.length
  }
  await expect.poll(press, { timeout: 20_000, interval: 1_500 }).toBeGreaterThan(0)
  editor.off('response', listen)
  return statuses[0] ?? 0
}
