import { beforeAll, expect, inject } from 'vitest'
import { choose, logIn, openListed, save, writeBody } from '#test/support/admin.ts'
import { journey, openWith, useBrowser, type Page } from '#test/support/journey.ts'
import { ADMIN, signIn, type RestSession } from '#test/support/rest-session.ts'

const TITLE = 'Hợp tác xã mới lập có được hỗ trợ mua máy sấy không?'

const openVisitor = useBrowser()
const portal = inject('portal')
let session: RestSession
let reader: Page

beforeAll(async () => {
  session = await signIn(portal)
  reader = await openVisitor({ javaScriptEnabled: false })
})

journey('a question is asked and waits, unseen', async () => {
  await reader.goto('/hoi-dap')
  await reader
    .locator('main')
    .getByRole('link', { name: /[Gg]ửi câu hỏi/ })
    .first()
    .click()
  await reader.getByLabel('Câu hỏi ngắn gọn').fill(TITLE)
  await reader.getByLabel('Chi tiết').fill('Hợp tác xã có 12 thành viên, chế biến chuối sấy.')
  await reader.getByLabel('Họ và tên').fill('Lò Thị Mây')
  await reader.getByLabel('Thư điện tử nhận trả lời').fill('may@hop-tac-xa.example.vn')
  await reader.locator('main').getByRole('checkbox').check()
  await reader.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await reader.getByText('câu hỏi đã được nhận').waitFor()
  await reader.goto('/hoi-dap')
  expect(await reader.getByText(TITLE).count()).toBe(0)
})

journey('answered and approved in the admin, it is read with its answer', async () => {
  const admin = await openVisitor({ baseURL: portal.cmsUrl })
  await logIn(admin, portal.cmsUrl, ADMIN)
  await openListed(admin, portal.cmsUrl, 'questions', TITLE)
  await writeBody(admin, 'Có. Hợp tác xã là đối tượng được hỗ trợ, không kể mới hay cũ.')
  await admin.locator('#field-answeredBy').fill('Phòng Khuyến công')
  await choose(admin, 'status', 'Đã duyệt')
  await save(admin)

  const link = reader.getByRole('link', { name: TITLE })
  await openWith(reader, '/hoi-dap', link)
  await link.first().click()
  await reader.getByText('không kể mới hay cũ').waitFor()
  await reader.getByText('Phòng Khuyến công').first().waitFor()
  expect(await reader.content()).not.toContain('hop-tac-xa.example.vn')
})

journey('a letter from the contact page reaches the centre', async () => {
  await reader.goto('/lien-he')
  await reader.getByLabel('Tiêu đề').fill('Số điện thoại trên trang đã cũ')
  await reader.getByLabel('Nội dung').fill('Số của phòng Khuyến công không gọi được.')
  await reader.getByLabel('Họ và tên').fill('Lò Thị Mây')
  await reader.getByLabel('Thư điện tử').fill('may@hop-tac-xa.example.vn')
  await reader.locator('main').getByRole('checkbox').check()
  await reader.getByRole('button', { name: 'Gửi thư' }).click()
  await reader.getByText('thư đã được nhận').waitFor()
  const letters = await session.find('feedback', 'limit=100')
  expect(letters.map(({ subject }) => subject)).toContain('Số điện thoại trên trang đã cũ')
})

journey('a reader says whether a page helped, and comes back to it with thanks', async () => {
  await reader.goto('/van-ban')
  const thanks = reader.getByText('Cảm ơn bạn đã đánh giá')
  expect(await thanks.isVisible()).toBe(false)
  await reader.getByRole('button', { name: 'Có', exact: true }).click()
  await thanks.waitFor()
  expect(new URL(reader.url()).pathname).toBe('/van-ban')
  const ratings = await session.find('ratings', 'where[path][equals]=/van-ban')
  expect(ratings).toHaveLength(1)
})
