import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Who signs in to the admin. */
export interface Account {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** A file as a person would pick it from a disk. */
export interface PickedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Makes the first account of an empty portal, on the page where the admin asks for it. */
export async function createFirstAccount(page: Page, cmsUrl: string, account: Account) {
  await page.goto(`${cmsUrl}/admin`)
  await page.waitForURL('**/admin/create-first-user')
  await fillIn(page, {
    email: account.email,
    password: account.password,
    'confirm-password': account.password,
    name: account.name,
  })
  await stored(page, () => page.getByRole('button', { name: 'Tạo', exact: true }).click())
  await page.waitForURL(`${cmsUrl}/admin`)
}

export async function logOut(page: Page, cmsUrl: string) {
  await page.goto(`${cmsUrl}/admin/logout`)
  await page.waitForURL('**/admin/login*')
}

export async function logIn(page: Page, cmsUrl: string, { email, password }: Account) {
  await page.goto(`${cmsUrl}/admin/login`)
  await fillIn(page, { email, password })
  await stored(page, () => page.getByRole('button', { name: 'Đăng nhập' }).click())
  await page.waitForURL(`${cmsUrl}/admin`)
}

/** Opens the form of a new document of a collection without drafts. */
export async function openNew(page: Page, cmsUrl: string, collection: string) {
  await page.goto(`${cmsUrl}/admin/collections/${collection}/create`)
  await untilReady(page)
}

/** Opens the form of a new document; the admin keeps a draft of it from the first moment. */
export async function openNewDraft(page: Page, cmsUrl: string, collection: string) {
  await page.goto(`${cmsUrl}/admin/collections/${collection}/create`)
  await page.waitForURL((url) => !url.pathname.endsWith('/create'))
  await untilReady(page)
  await page.locator('.rich-text-lexical [contenteditable=true]').first().waitFor()
}

/** Opens what a reader sent, from the list of its collection. */
export async function openListed(page: Page, cmsUrl: string, collection: string, text: string) {
  await page.goto(`${cmsUrl}/admin/collections/${collection}`)
  const address = await page.getByRole('link', { name: text }).first().getAttribute('href')
  // Asked for by its address: a click on a list that is still being made ready is lost.
  await page.goto(new URL(address ?? '', cmsUrl).href)
  await page.locator('#field-content').waitFor()
}

/** Writes into the document's rich text; the field has no id of its own. */
export async function writeBody(page: Page, text: string) {
  await page.locator('.rich-text-lexical [contenteditable=true]').first().click()
  await page.keyboard.insertText(text)
}

/** Chooses an existing document in a field that points to others. */
export async function choose(page: Page, field: string, label: string) {
  await page.locator(`#field-${field} .rs__control`).click()
  await page.locator('.rs__option', { hasText: label }).click()
}

/** Uploads a file into a field that holds one, with the words that belong to it. */
export async function uploadOne(
  page: Page,
  field: string,
  file: PickedFile,
  words: Readonly<Record<string, string>>,
) {
  await page.locator(`#field-${field}`).getByRole('button', { name: 'Tạo mới' }).click()
  await sendUpload(page.locator('dialog[id^=doc-drawer_]'), file, words)
}

/** Uploads a file into a field that holds several. */
export async function uploadMany(
  page: Page,
  field: string,
  file: PickedFile,
  words: Readonly<Record<string, string>>,
) {
  await page.locator(`#field-${field}`).getByRole('button', { name: 'Tạo mới' }).click()
  await sendUpload(page.locator('dialog[id*=bulk-upload-drawer]'), file, words)
}

/** Saves a document without drafts. */
export async function save(page: Page) {
  await stored(page, () => page.getByRole('button', { name: 'Lưu', exact: true }).click())
}

/** Publishes, and waits until the publication itself, not an automatic save, is stored. */
export async function publish(page: Page) {
  await stored(page, () => page.locator('#action-save').click())
}

/** Has the open draft published at a whole minute to come. */
export async function schedule(page: Page, at: Date) {
  await page.locator('.form-submit .popup__trigger-wrap button').click()
  await page.locator('#schedule-publish').click()
  const drawer = page.locator('dialog[open]')
  // What is chosen at first depends on what the admin knows of the versions by then.
  await drawer.getByText('Xuất bản', { exact: true }).click()
  const time = drawer.locator('.react-datepicker__input-container input')
  await time.fill(typedTime(at))
  await time.press('Enter')
  await page.locator('#scheduled-publish-save').click()
  await page.getByText('Đã lên lịch thành công').waitFor()
}

/** Takes a published document off the site. */
export async function withdraw(page: Page) {
  await page.locator('.doc-controls__dots').click()
  await page.locator('#action-unpublish').click()
  await stored(page, () => page.locator('dialog[open] #confirm-action').click())
}

/** Waits until the open draft is stored with a value in this field: it saves itself in a while. */
export async function untilKept(page: Page, field: string) {
  // Polled from here: `waitForFunction` takes the promise of an answer for a yes.
  await expect.poll(() => storedValue(page, field), { timeout: 20_000, interval: 250 }).toBeTruthy()
}

/** Asked as the page itself would: the cms takes a session's cookie from its own pages alone. */
async function storedValue(page: Page, field: string): Promise<unknown> {
  const [collection, id] = new URL(page.url()).pathname.split('/').slice(3)
  const stored = await page.evaluate(async (address) => {
    const answer = await fetch(address)
    return (await answer.json()) as Record<string, unknown>
  }, `/api/${collection}/${id}?draft=true&depth=0`)
  return stored[field]
}

/** As the admin's picker reads it: "Nov 23, 2026, 7:58 AM" without the second comma. */
function typedTime(at: Date): string {
  const text = at.toLocaleString('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  })
  return text.replace(/, (?=\S+ [AP]M)|\u202f/g, ' ')
}

async function sendUpload(
  drawer: Locator,
  file: PickedFile,
  words: Readonly<Record<string, string>>,
) {
  await drawer.locator('input[type=file]').setInputFiles({ ...file })
  for (const [field, text] of Object.entries(words)) {
    await drawer.locator(`#field-${field}`).fill(text)
  }
  await drawer.getByRole('button', { name: 'Lưu', exact: true }).first().click()
  await drawer.waitFor({ state: 'detached' })
}

/**
 * Fills in the fields of a form by their names. The form of the first account and that of the
 * login take their first values anew whenever something around them changes, and drop what was
 * typed, so what is missing is typed again until a look at them finds nothing missing.
 */
async function fillIn(page: Page, texts: Readonly<Record<string, string>>) {
  await untilReady(page)
  const typeWhatIsMissing = async () => {
    let missing = 0
    for (const [field, text] of Object.entries(texts)) {
      const input = page.locator(`#field-${field}`)
      if ((await input.inputValue()) === text) continue
      missing += 1
      await input.fill(text)
    }
    return missing
  }
  await expect.poll(typeWhatIsMissing, { timeout: 20_000, interval: 100 }).toBe(0)
}

/** A form that is not ready loses what is typed, and its button does nothing. */
async function untilReady(page: Page) {
  await page.locator('form[data-form-ready="true"]').first().waitFor()
}

/**
 * Does something that saves for good; automatic saves carry `draft=true`. Where nothing is sent,
 * the error shows the page, with what its fields hold and its messages.
 */
async function stored(page: Page, act: () => Promise<void>) {
  const saving = page.waitForResponse((response) => {
    const isWrite = ['POST', 'PATCH'].includes(response.request().method())
    const url = new URL(response.url())
    const isDraft = url.searchParams.get('draft') === 'true'
    return isWrite && !isDraft && /^\/api\/(?!payload-)[\w-]+/.test(url.pathname)
  })
  const [response] = await Promise.all([saving, act()]).catch(async (cause: unknown) => {
    throw new Error(`Not sent:\n${await page.locator('body').ariaSnapshot()}`, { cause })
  })
  if (!response.ok()) throw new Error(`Not saved: ${response.status()} ${await response.text()}`)
}
