import { beforeAll, expect, inject } from 'vitest'
import { choose, logIn, openNewDraft, publish } from '#test/support/admin.ts'
import { journey, useBrowser, type Page } from '#test/support/journey.ts'
import { ADMIN, signIn, type RestSession } from '#test/support/rest-session.ts'

const TITLE = 'Hỗ trợ lò nung tiết kiệm củi'

const openVisitor = useBrowser()
const portal = inject('portal')
let session: RestSession
let admin: Page

beforeAll(async () => {
  session = await signIn(portal)
  admin = await openVisitor({ baseURL: portal.cmsUrl })
})

journey(
  'rows of a list are written while drafts are kept, and none is lost or doubled',
  async () => {
    await logIn(admin, portal.cmsUrl, ADMIN)
    await openNewDraft(admin, portal.cmsUrl, 'programmes')
    await admin.locator('#field-title').fill(TITLE)
    await admin.locator('#field-summary').fill('Hỗ trợ một phần chi phí xây lò mới.')
    await choose(admin, 'activity', 'Đào tạo')
    await choose(admin, 'beneficiaries', 'Hợp tác xã')
    const add = admin.locator('#field-steps .array-field__add-row')
    const step = (index: number) => admin.locator(`#field-steps__${index}__title`)

    await add.click()
    await step(0).fill('Nộp')
    await expect.poll(keptSteps, SLOW).toEqual(['Nộp'])
    await step(0).pressSequentially(' đơn')
    await add.click()
    await step(1).fill('Nhận kết quả')
    await expect.poll(keptSteps, SLOW).toEqual(['Nộp đơn', 'Nhận kết quả'])
    expect([await step(0).inputValue(), await step(1).inputValue()]).toEqual([
      'Nộp đơn',
      'Nhận kết quả',
    ])
    await step(1).fill('Nhận kết quả tại bộ phận một cửa')
    await publish(admin)

    await expect
      .poll(() => published(), SLOW)
      .toEqual(['Nộp đơn', 'Nhận kết quả tại bộ phận một cửa'])
    expect(await admin.locator('#field-steps .array-field__row').count()).toBe(2)
  },
)

const SLOW = { timeout: 20_000, interval: 250 }

interface Steps {
  readonly steps?: readonly { readonly title: string }[]
}

const titles = (doc: unknown) => (doc as Steps | undefined)?.steps?.map(({ title }) => title)

async function keptSteps() {
  const [id] = new URL(admin.url()).pathname.split('/').slice(4)
  const [doc] = await session.find('programmes', `draft=true&where[id][equals]=${id}`)
  return titles(doc)
}

async function published() {
  const where = `where[title][equals]=${encodeURIComponent(TITLE)}&where[_status][equals]=published`
  const [doc] = await session.find('programmes', where)
  return titles(doc)
}
