import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendFeedback, sendRating } from '#site/data/feedback.ts'
import { emptyState } from '#site/data/forms/receive-form.ts'
import { createPageContext } from '#site/data/page-context.ts'
import { QUESTION_FORM, sendQuestion } from '#site/data/question-form.ts'
import { REPLY_FORM, sendReply } from '#site/data/reply-form.ts'
import { buildNews } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

const NOON = new Date('2026-03-17T12:00:00+07:00')
const later = (ms: number) => new Date(NOON.getTime() + ms)
const OURS = { 'sec-fetch-site': 'same-origin' }
const GOOD = {
  content: 'Cơ sở ở phường có nộp được không?',
  name: 'Phạm Thị Hòa',
  email: 'hoa@example.vn',
  consent: 'on',
}

let portal: TestPortal
let newsId: string
beforeAll(async () => {
  portal = await openPortal()
  newsId = (await buildNews(portal.payload)).id
})
afterAll(() => portal?.close())

let addresses = 0
function post(fields: Record<string, string>, headers: Record<string, string> = OURS) {
  addresses += 1
  const body = new URLSearchParams(fields)
  const request = new Request('https://portal.example/form', { method: 'POST', headers, body })
  return { request, clientAddress: `203.0.113.${addresses}` }
}
const context = (now = NOON) => createPageContext(portal.payload, undefined, now).page
const reply = (fields: Record<string, string>, headers?: Record<string, string>, now?: Date) =>
  sendReply(context(now), newsId, post(fields, headers))
const stored = async () => (await portal.payload.find({ collection: 'comments', sort: '-id' })).docs

describe('a reply', () => {
  test('waits for approval, with the consent as it was given', async () => {
    expect(await reply(GOOD)).toBeNull()
    expect((await stored())[0]).toMatchObject({
      news: expect.objectContaining({ id: newsId }),
      content: GOOD.content,
      status: 'pending',
      consentText: REPLY_FORM.consent,
      consentedAt: NOON.toISOString(),
    })
  })

  test('that is faulty comes back with all that was typed and what to mend', async () => {
    const { consent: _, ...typed } = { ...GOOD, email: 'hoa@', content: 'ab' }
    expect(await reply(typed)).toMatchObject({
      status: 422,
      values: { content: 'ab', name: GOOD.name, email: 'hoa@' },
      errors: {
        content: 'Viết rõ hơn: ít nhất 5 ký tự',
        email: 'Nhập đủ địa chỉ, ví dụ hoa@example.vn',
        consent: expect.stringContaining('đồng ý'),
      },
    })
    const long = 'a'.repeat(3001)
    expect(await reply({ ...GOOD, content: long })).toMatchObject({
      values: { content: long },
      errors: { content: expect.stringContaining('nhiều nhất 3000 ký tự') },
    })
  })

  test.each([
    ['of another site', GOOD, { 'sec-fetch-site': 'cross-site' }],
    ['without any origin', GOOD, {}],
    ['of a foreign origin', GOOD, { origin: 'https://evil.example' }],
    ['full of links', { ...GOOD, content: 'https://a.vn https://b.vn www.c.vn' }, OURS],
  ])('%s is asked again, and taken from the uncached page', async (_, fields, headers) => {
    const before = (await stored()).length
    const state = await reply(fields, headers)
    expect(state).toMatchObject({ status: 422, values: { content: fields.content }, errors: {} })
    expect(await stored()).toHaveLength(before)
    const token = state?.token ?? ''
    expect(await reply({ ...fields, token }, headers, later(500))).toMatchObject({ status: 422 })
    expect(await reply({ ...fields, token }, headers, later(5_000))).toBeNull()
    expect(await reply({ ...fields, token }, headers, later(3 * 3_600_000))).not.toBeNull()
  })

  test('of an older browser is known by its origin', async () => {
    expect(await reply(GOOD, { origin: 'https://portal.example' })).toBeNull()
  })

  test('with the hidden field filled in is never taken, token or not', async () => {
    const { token } = emptyState(REPLY_FORM, NOON)
    const state = await reply({ ...GOOD, website: 'x', token }, OURS, later(5_000))
    expect(state).toMatchObject({ status: 422, values: { name: GOOD.name } })
  })

  test('with the token of another form is not cleared', async () => {
    const { token } = emptyState(QUESTION_FORM, NOON)
    expect(await reply({ ...GOOD, token }, {}, later(5_000))).toMatchObject({ status: 422 })
  })

  test('of one address is taken six times in ten minutes', async () => {
    const send = (now: Date) =>
      sendReply(context(now), newsId, { ...post(GOOD), clientAddress: '198.51.100.7' })
    for (let round = 0; round < 6; round += 1) expect(await send(NOON)).toBeNull()
    expect(await send(later(60_000))).toMatchObject({ status: 429, values: { name: GOOD.name } })
    expect(await send(later(11 * 60_000))).toBeNull()
  })

  test('that is no form at all says what is missing', async () => {
    const request = new Request('https://portal.example/form', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data' },
      body: 'x',
    })
    const state = await sendReply(context(), newsId, { request, clientAddress: '192.0.2.1' })
    expect(state).toMatchObject({ status: 422, errors: { name: 'Nhập họ và tên' } })
  })
})

test('a question is kept for moderation, and its field must be one of the list', async () => {
  const question = { ...GOOD, title: 'Hộ kinh doanh ở phường có được hỗ trợ?', topic: '3' }
  expect(await sendQuestion(context(), post({ ...question, topic: '99' }))).toMatchObject({
    errors: { topic: 'Chọn lĩnh vực trong danh sách' },
  })
  expect(await sendQuestion(context(), post(question))).toBeNull()
  const { docs } = await portal.payload.find({ collection: 'questions' })
  expect(docs).toMatchObject([{ title: question.title, topic: '3', status: 'pending' }])
})

test('a letter to the centre is kept', async () => {
  const letter = { ...GOOD, subject: 'Đường dẫn hỏng', phone: '0200 3000 118' }
  expect(await sendFeedback(context(), post({ ...letter, phone: 'abc' }))).toMatchObject({
    errors: { phone: 'Nhập số điện thoại, ví dụ 0200 3000 118' },
  })
  expect(await sendFeedback(context(), post(letter))).toBeNull()
  const { totalDocs } = await portal.payload.count({ collection: 'feedback' })
  expect(totalDocs).toBe(1)
})

describe('a rating', () => {
  test('is kept with its page alone, and leads back to it', async () => {
    expect(await sendRating(context(), post({ path: '/tin-tuc/bai', rating: 'no' }))).toBe(
      '/tin-tuc/bai',
    )
    const { docs } = await portal.payload.find({ collection: 'ratings' })
    expect(docs).toMatchObject([{ path: '/tin-tuc/bai', helpful: false }])
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '', '/a b'])(
    'never leads to "%s"',
    async (path) => {
      expect(await sendRating(context(), post({ path, rating: 'yes' }))).toBeNull()
    },
  )
})
