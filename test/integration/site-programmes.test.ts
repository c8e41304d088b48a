import type { Programme } from '#shared/payload-types.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPageContext } from '#site/data/page-context.ts'
import { programmeBySlug } from '#site/data/programme.ts'
import { programmeList } from '#site/data/programme-list.ts'
import { openProgrammes } from '#site/data/programmes.ts'
import { buildDocument, buildFile, buildProgramme } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

const NOON = new Date('2026-03-17T12:00:00+07:00')

let portal: TestPortal
let machinesSlug = ''
let decreeId = ''

beforeAll(async () => {
  portal = await openPortal()
  const { payload } = portal
  const decree = await buildDocument(payload, {
    kind: 'thong-tu',
    number: '28/2018/TT-BTC',
    effectiveFrom: '2018-05-14',
  })
  decreeId = decree.id
  const draft = await buildDocument(payload, { number: '1/2026/TT-BTC', _status: 'draft' })
  const form = await buildFile(payload, { title: 'Đơn đề nghị' })
  const machines = await buildProgramme(payload, {
    title: 'Máy móc',
    closes: '2026-03-31',
    beneficiaries: ['cooperative', 'household'],
    sectors: ['handicraft'],
    support: [
      { item: 'Mức cũ', rate: 30, cap: 100, to: '2026-01-01' },
      {
        item: 'Máy đơn chiếc',
        rate: 50,
        cap: 300,
        from: '2026-01-01',
        legalBasis: decree.id,
        clause: 'Điều 6',
      },
      { item: 'Mức mới', rate: 60, cap: 500, from: '2026-07-01' },
    ],
    budgets: [
      { year: 2026, amount: 1200 },
      { year: 2027, amount: 1500 },
    ],
    steps: [{ title: 'Nộp hồ sơ' }],
    forms: [form.id],
    legalBasis: [decree.id, draft.id],
    contacts: [{ name: 'Phòng Khuyến công' }],
  })
  // As an old database may hold it: a save refuses it.
  const contacts = machines.contacts?.map((row) => ({ ...row, website: 'javascript:alert(1)' }))
  const where = { id: { equals: machines.id } }
  const row = await payload.db.findOne<Programme>({ collection: 'programmes', where })
  const data = { ...row, contacts }
  await payload.db.updateOne({ collection: 'programmes', id: machines.id, data })
  machinesSlug = machines.slug ?? ''
  await buildProgramme(payload, { title: 'Hội chợ', closes: '2026-03-23', activity: '4' })
  await buildProgramme(payload, { title: 'Tư vấn', activity: '2', beneficiaries: ['any-producer'] })
  await buildProgramme(payload, { title: 'Đào tạo', opens: '2026-04-01', activity: '1' })
  await buildProgramme(payload, { title: 'Di dời', closes: '2026-03-16', activity: '7' })
  await buildProgramme(payload, { title: 'Nháp', closes: '2026-03-20', _status: 'draft' })
})
afterAll(() => portal?.close())

const view = (now = NOON) => createPageContext(portal.payload, undefined, now)
const titles = async (query: string) =>
  (await programmeList(view().page, new URLSearchParams(query))).cards.map(({ title }) => title)

describe('the list of programmes', () => {
  test('puts open ones first by deadline, then those to come, then closed ones', async () => {
    const list = await programmeList(view().page, new URLSearchParams())
    expect(list.cards.map(({ title, state }) => [title, state.kind, state.daysLeft])).toEqual([
      ['Hội chợ', 'open', 6],
      ['Máy móc', 'open', 14],
      ['Tư vấn', 'always', null],
      ['Đào tạo', 'upcoming', null],
      ['Di dời', 'closed', null],
    ])
    expect(list).toMatchObject({ total: 5, openCount: 3 })
  })

  test.each([
    ['trang-thai=sap-mo&trang-thai=da-dong', ['Đào tạo', 'Di dời']],
    ['doi-tuong=household', ['Máy móc', 'Tư vấn']],
    ['doi-tuong=cooperative&nhu-cau=3', ['Máy móc']],
    ['doi-tuong=cooperative&nhu-cau=', ['Hội chợ', 'Máy móc', 'Tư vấn', 'Đào tạo', 'Di dời']],
    ['nganh=food&trang-thai=dang-nhan', ['Hội chợ', 'Tư vấn']],
    ['doi-tuong=service&nhu-cau=9', []],
  ])('filters by %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  test('changes at midnight in Việt Nam, when a deadline has passed', async () => {
    const { page, dependencies } = view(new Date('2026-03-23T23:59:00+07:00'))
    const [first] = await openProgrammes(page, 1)
    expect(first).toMatchObject({ title: 'Hội chợ', state: { daysLeft: 0, isSoon: true } })
    expect(dependencies().expiresAt).toEqual(new Date('2026-03-24T00:00:00+07:00'))
    const [next] = await openProgrammes(view(new Date('2026-03-24T00:00:00+07:00')).page, 1)
    expect(next?.title).toBe('Máy móc')
  })

  test('says the level that applies today', async () => {
    const list = await programmeList(view().page, new URLSearchParams('doi-tuong=household'))
    expect(list.cards[0]?.level?.line).toBe('50 % chi phí, đến 300 triệu đồng')
  })
})

describe('a programme', () => {
  test('sorts its levels by when they apply, each with its document', async () => {
    const shown = await programmeBySlug(view().page, machinesSlug)
    expect(shown?.support.map(({ item, clause }) => [item, clause])).toEqual([
      ['Máy đơn chiếc', 'Điều 6'],
      ['Mức mới', null],
    ])
    expect(shown?.support[0]?.legalBasis).toMatchObject({ id: decreeId, status: 'in-force' })
    expect(shown?.formerSupport.map(({ item }) => item)).toEqual(['Mức cũ'])
    expect(shown?.level).toEqual({ main: 'Đến 300 triệu đồng', detail: '50 % chi phí' })
  })

  test('shows forms, budgets, steps and public documents; a strange address is no link', async () => {
    const shown = await programmeBySlug(view().page, machinesSlug)
    expect(shown).toMatchObject({
      forms: [{ title: 'Đơn đề nghị', isPdf: true }],
      budgets: [{ year: 2027 }, { year: 2026 }],
      budget: { year: 2026, amount: 1200 },
      steps: [{ title: 'Nộp hồ sơ', detail: null }],
      contacts: [{ name: 'Phòng Khuyến công', website: null }],
    })
    expect(shown?.legalBasis.map(({ number }) => number)).toEqual(['28/2018/TT-BTC'])
  })

  test('is absent while it is a draft', async () => {
    expect(await programmeBySlug(view().page, 'nhap')).toBeNull()
  })
})
