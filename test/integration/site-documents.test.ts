import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentBySlug } from '#site/data/document.ts'
import { documentList } from '#site/data/document-list.ts'
import { newestDocuments } from '#site/data/documents.ts'
import { createPageContext } from '#site/data/page-context.ts'
import { buildDocument } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { pageWithSearch } from '#test/support/portal-search.ts'

const NOON = new Date('2026-03-17T12:00:00+07:00')

let portal: TestPortal
const ids: Record<string, string> = {}
const slugs: Record<string, string> = {}

async function add(name: string, fields: Parameters<typeof buildDocument>[1]): Promise<void> {
  const doc = await buildDocument(portal.payload, fields)
  ids[name] = doc.id
  slugs[name] = doc.slug ?? ''
}

beforeAll(async () => {
  portal = await openPortal()
  await add('decree', {
    kind: 'nghi-dinh',
    number: '45/2012/NĐ-CP',
    abstract: 'Về khuyến công',
    issuers: ['Chính phủ'],
    issuedAt: '2012-05-21',
    effectiveFrom: '2012-07-05',
    fields: ['1', '4'],
  })
  await add('amendment', {
    kind: 'nghi-dinh',
    number: '235/2025/NĐ-CP',
    abstract: 'Sửa đổi, bổ sung Nghị định về khuyến công',
    issuers: ['Chính phủ'],
    issuedAt: '2025-08-27',
    effectiveFrom: '2025-10-15',
    relations: [{ relation: 'sua-doi', target: ids.decree }],
  })
  await add('oldCircular', {
    kind: 'thong-tu-lien-tich',
    number: '26/2014/TTLT-BTC-BCT',
    abstract: 'Quản lý kinh phí khuyến công',
    issuers: ['Bộ Tài chính', 'Bộ Công Thương'],
    issuedAt: '2014-02-18',
    effectiveFrom: '2014-04-05',
    relations: [
      { relation: 'can-cu', target: ids.decree },
      { relation: 'dan-chieu', citation: '2646/QĐ-BCT ngày 23/6/2012' },
    ],
  })
  await add('newCircular', {
    kind: 'thong-tu',
    number: '28/2018/TT-BTC',
    abstract: 'Hướng dẫn kinh phí khuyến công',
    issuers: ['Bộ Tài chính'],
    issuedAt: '2018-03-28',
    effectiveFrom: '2018-05-14',
    relations: [{ relation: 'thay-the', target: ids.oldCircular }],
  })
  await add('plan', {
    kind: 'ke-hoach',
    number: '1620/KH-SCT',
    abstract: 'Xây dựng nông thôn mới ngành Công Thương',
    issuers: ['Sở Công Thương'],
    issuedAt: '2020-04-16',
  })
  await add('draft', {
    kind: 'thong-tu',
    number: '99/2026/TT-BCT',
    abstract: 'Bản nháp thay Thông tư cũ',
    issuedAt: '2026-01-01',
    effectiveFrom: '2026-02-01',
    relations: [{ relation: 'bai-bo', target: ids.newCircular }],
    _status: 'draft',
  })
})
afterAll(() => portal?.close())

const view = (now = NOON) => createPageContext(portal.payload, undefined, now)
const list = (query: string, number = 1) =>
  documentList(pageWithSearch(portal, NOON).page, new URLSearchParams(query), number)
const numbers = async (query: string) => (await list(query))?.cards.map(({ number }) => number)

describe('the library', () => {
  test('shows what is public, newest first, each with its effect today', async () => {
    const shown = await list('')
    expect(shown?.cards.map(({ number, status }) => [number, status])).toEqual([
      ['235/2025/NĐ-CP', 'in-force'],
      ['1620/KH-SCT', 'unknown'],
      ['28/2018/TT-BTC', 'in-force'],
      ['26/2014/TTLT-BTC-BCT', 'expired'],
      ['45/2012/NĐ-CP', 'partly'],
    ])
    expect(shown).toMatchObject({ count: 5, page: 1, pageCount: 1 })
  })

  test.each([
    ['loai=nghi-dinh', ['235/2025/NĐ-CP', '45/2012/NĐ-CP']],
    ['loai=nghi-dinh&loai=ke-hoach&nam=2020&nam=2025', ['235/2025/NĐ-CP', '1620/KH-SCT']],
    ['co-quan=bo-tai-chinh', ['28/2018/TT-BTC', '26/2014/TTLT-BTC-BCT']],
    ['linh-vuc=4', ['45/2012/NĐ-CP']],
    ['nam=2014', ['26/2014/TTLT-BTC-BCT']],
    ['hieu-luc=expired', ['26/2014/TTLT-BTC-BCT']],
    ['hieu-luc=partly&hieu-luc=unknown', ['1620/KH-SCT', '45/2012/NĐ-CP']],
    ['hieu-luc=in-force&loai=thong-tu', ['28/2018/TT-BTC']],
    ['q=28/2018', ['28/2018/TT-BTC']],
    ['q=45%2F2012%2Fn%C4%91-cp', ['45/2012/NĐ-CP']],
    ['q=kinh+phi+khuyen+cong', ['28/2018/TT-BTC', '26/2014/TTLT-BTC-BCT']],
    ['q=kinh+phi&hieu-luc=in-force', ['28/2018/TT-BTC']],
    ['q=nh%C3%A1p', []],
    ['nam=2014&hieu-luc=pending', []],
  ])('filters by %s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected)
  })

  test('leaves out what it does not know, and says so', async () => {
    const shown = await list('loai=xyz&nam=%27+OR+1%3D1&hieu-luc=in-force')
    expect(shown?.finder.ignored).toEqual(['xyz', "' OR 1=1"])
    expect(shown?.finder.active.map(({ label }) => label)).toEqual(['Còn hiệu lực'])
    expect(shown?.finder.active[0]?.href).toBe('/van-ban')
    expect(shown?.count).toBe(2)
  })

  test('has no page past its last one', async () => {
    expect(await list('', 2)).toBeNull()
    expect(await list('q=khuyen', 999_999)).toBeNull()
    expect((await list('q=khongcogi'))?.cards).toEqual([])
  })

  test('offers the issuers, kinds and years that it holds', async () => {
    const facets = (await list(''))?.finder.facets ?? []
    const values = (name: string) =>
      facets.find((facet) => facet.name === name)?.choices.map(({ label }) => label)
    expect(values('co-quan')).toEqual([
      'Bộ Công Thương',
      'Bộ Tài chính',
      'Chính phủ',
      'Sở Công Thương',
    ])
    expect(values('nam')).toEqual(['2025', '2020', '2018', '2014', '2012'])
    expect(values('loai')).toHaveLength(4)
  })
})

describe('a document', () => {
  test('names what it refers to, what refers to it, and what is missing as text', async () => {
    const shown = await documentBySlug(view().page, slugs.oldCircular ?? '')
    expect(
      shown?.relations.map(({ label, documents }) => [
        label,
        documents.map((one) => ('citation' in one ? one.citation : one.number)),
      ]),
    ).toEqual([
      ['Căn cứ', ['45/2012/NĐ-CP']],
      ['Dẫn chiếu', ['2646/QĐ-BCT ngày 23/6/2012']],
      ['Bị thay thế bởi', ['28/2018/TT-BTC']],
    ])
    expect(shown?.effect).toMatchObject({ status: 'expired', endsOn: '2018-05-14' })
    expect(shown?.actedOnBy.map(({ relation }) => relation)).toEqual(['thay-the'])
    expect(shown?.legalForce).toBe('NotInForce')
  })

  test('is not touched by a draft that repeals it, nor names that draft', async () => {
    const shown = await documentBySlug(view().page, slugs.newCircular ?? '')
    expect(shown?.effect.status).toBe('in-force')
    expect(JSON.stringify(shown)).not.toContain('99/2026')
  })

  test('is absent while it is a draft or of another address', async () => {
    expect(await documentBySlug(view().page, slugs.draft ?? '')).toBeNull()
    expect(await documentBySlug(view().page, 'khong-co')).toBeNull()
  })

  test('changes by itself on the day on which its effect does', async () => {
    const before = view(new Date('2025-10-14T23:59:59+07:00'))
    const shown = await documentBySlug(before.page, slugs.decree ?? '')
    expect(shown?.effect.status).toBe('in-force')
    expect(before.dependencies().expiresAt).toEqual(new Date('2025-10-15T00:00:00+07:00'))
    const after = view(new Date('2025-10-15T00:00:00+07:00'))
    expect((await documentBySlug(after.page, slugs.decree ?? ''))?.effect.status).toBe('partly')
  })

  test('depends on itself and on what acts on it', async () => {
    const { page, dependencies } = view()
    await documentBySlug(page, slugs.oldCircular ?? '')
    expect(dependencies().tags).toEqual(
      expect.arrayContaining(
        ['oldCircular', 'newCircular', 'decree', 'amendment'].map(
          (name) => `documents:${ids[name]}`,
        ),
      ),
    )
  })
})

test('the start page has the newest documents alone', async () => {
  const cards = await newestDocuments(view().page, 2)
  expect(cards.map(({ number }) => number)).toEqual(['235/2025/NĐ-CP', '1620/KH-SCT'])
})
