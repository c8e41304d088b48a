import { afterAll, beforeAll, expect, inject } from 'vitest'
import type { DatabaseControl } from '#cms/database/control.ts'
import { openControl } from '#cms/database/kind.ts'
import { readConfig } from '#shared/config.ts'
import { logIn, openNew, save } from '#test/support/admin.ts'
import { journey, useBrowser, type Page } from '#test/support/journey.ts'
import { ADMIN, signIn } from '#test/support/rest-session.ts'
import { testEnvironment } from '#test/support/test-environment.ts'

const TITLE = 'Chương trình khuyến công địa phương'
const REFUSED = 'tạm thời chỉ đọc được, chưa lưu được'

const openVisitor = useBrowser()
const portal = inject('portal')
let control: DatabaseControl
let admin: Page

beforeAll(async () => {
  await signIn(portal)
  control = await openControl(readConfig(testEnvironment(portal.dataDir)))
  admin = await openVisitor({ baseURL: portal.cmsUrl })
})
afterAll(async () => {
  await control?.allowWrites()
  await control?.close()
})

journey('a save is refused while data is copied, and keeps what was typed', async () => {
  await logIn(admin, portal.cmsUrl, ADMIN)
  await openNew(admin, portal.cmsUrl, 'categories')
  await admin.locator('#field-title').fill(TITLE)
  await control.stopWrites({ reason: 'copying', until: null })
  await admin.getByRole('button', { name: 'Lưu', exact: true }).click()
  await admin.getByText(REFUSED).first().waitFor()
  expect(await admin.locator('#field-title').inputValue()).toBe(TITLE)
})

journey('visitors read on', async () => {
  for (const path of ['/', '/tin-tuc', '/van-ban']) {
    expect((await fetch(portal.siteUrl + path)).status, path).toBe(200)
  }
})

journey('the dashboard says why nothing can be saved', async () => {
  const another = await admin.context().newPage()
  await another.goto('/admin')
  await another.getByRole('alert').getByText(REFUSED).waitFor()
  await another.close()
})

journey('what was typed is saved once writes are allowed again', async () => {
  await control.allowWrites()
  await save(admin)
  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Tin bài' }).first().waitFor()
  expect(await admin.getByText(REFUSED).count()).toBe(0)
})
