import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPageContext } from '#site/data/page-context.ts'
import { producerBySlug } from '#site/data/producer.ts'
import { productBySlug } from '#site/data/product.ts'
import { productList } from '#site/data/product-list.ts'
import { featuredProducts } from '#site/data/products.ts'
import { buildPicture, buildProducer, buildProduct } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

const NOON = new Date('2026-03-17T12:00:00+07:00')

let portal: TestPortal
let makerSlug = ''
let vaseId = ''

beforeAll(async () => {
  portal = await openPortal()
  const { payload } = portal
  const picture = await buildPicture(payload)
  const maker = await buildProducer(payload, {
    name: 'Gốm Châu Thành',
    kind: 'company',
    address: 'Xóm Lò',
    unit: 'xã Châu Thành',
    introduction: 'Làm gốm từ năm 1980.',
    contacts: [{ name: 'Bán hàng', website: 'gom.example.vn' }],
  })
  makerSlug = maker.slug ?? ''
  const hidden = await buildProducer(payload, { name: 'Cơ sở ẩn', _status: 'draft' })
  const vase = await buildProduct(payload, {
    name: 'Bình hoa',
    producer: maker.id,
    gallery: [picture.id],
    awards: [
      { level: 'provincial', year: 2023, certificate: '114' },
      { level: 'national', year: 2025, points: 95 },
    ],
  })
  vaseId = vase.id
  await buildProduct(payload, {
    name: 'Chiếu cói',
    producer: maker.id,
    awards: [{ level: 'regional', region: 'south', year: 2024 }],
  })
  await buildProduct(payload, {
    name: 'Cà phê',
    group: 'food',
    producer: hidden.id,
    awards: [{ level: 'provincial', year: 2023 }],
  })
  await buildProduct(payload, { name: 'Bản nháp', _status: 'draft' })
})
afterAll(() => portal?.close())

const view = (now = NOON) => createPageContext(portal.payload, undefined, now)
const names = async (query: string) =>
  (await productList(view().page, new URLSearchParams(query), 1))?.cards.map(({ name }) => name)

describe('the list of products', () => {
  test('puts certificates in force first, the highest level before the others', async () => {
    const list = await productList(view().page, new URLSearchParams(), 1)
    expect(
      list?.cards.map(({ name, award }) => [name, award?.name, award?.validity.state]),
    ).toEqual([
      ['Bình hoa', 'Quốc gia', 'valid'],
      ['Chiếu cói', 'Khu vực phía Nam', 'valid'],
      ['Cà phê', 'Cấp tỉnh', 'expired'],
    ])
    expect(list).toMatchObject({ count: 3, certifiedCount: 2 })
    expect(list?.cards[0]?.picture?.alt).toMatch(/^Ảnh xưởng gốm \d+$/)
    expect(list?.cards[2]?.producer).toBeNull()
  })

  test.each([
    ['nhom=food', ['Cà phê']],
    ['cap=national&cap=regional', ['Bình hoa', 'Chiếu cói']],
    ['nam=2023', ['Cà phê']],
    ['q=chieu', ['Chiếu cói']],
    ['q=gom+binh', ['Bình hoa']],
    ['q=nh%C3%A1p', []],
  ])('filters by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  test('has no page past its last one', async () => {
    expect(await productList(view().page, new URLSearchParams(), 2)).toBeNull()
  })
})

describe('a product', () => {
  test('shows its maker, its pictures and the state of each certificate', async () => {
    const shown = await productBySlug(view().page, 'binh-hoa')
    expect(shown).toMatchObject({
      producer: {
        name: 'Gốm Châu Thành',
        path: `/co-so/${makerSlug}`,
        address: 'Xóm Lò, xã Châu Thành',
      },
      pictures: [{ width: 900 }],
      sameGroup: [{ name: 'Chiếu cói' }],
    })
    expect(shown?.awards.map(({ year, validity }) => [year, validity.state])).toEqual([
      [2025, 'valid'],
      [2023, 'expired'],
    ])
  })

  test('changes with the month, and when its certificate expires', async () => {
    const { page, dependencies } = view(new Date('2027-12-31T23:59:00+07:00'))
    const shown = await productBySlug(page, 'binh-hoa')
    expect(shown?.mainAward?.validity).toMatchObject({ state: 'expiring', monthsUsed: 36 })
    expect(dependencies().expiresAt).toEqual(new Date('2028-01-01T00:00:00+07:00'))
  })

  test('never shows a maker that is not public, nor itself as a draft', async () => {
    expect((await productBySlug(view().page, 'ca-phe'))?.producer).toBeNull()
    expect(await productBySlug(view().page, 'ban-nhap')).toBeNull()
  })
})

test('a producer shows its products and a safe address', async () => {
  expect(await producerBySlug(view().page, makerSlug)).toMatchObject({
    kind: 'Doanh nghiệp',
    introduction: ['Làm gốm từ năm 1980.'],
    contacts: [{ website: 'https://gom.example.vn/' }],
    products: [{ name: 'Bình hoa' }, { name: 'Chiếu cói' }],
  })
  expect(await producerBySlug(view().page, 'co-so-an')).toBeNull()
})

test('the start page features valid certificates until the editors choose', async () => {
  const recent = await featuredProducts(view().page, 4)
  expect(recent.map(({ name }) => name).toSorted()).toEqual(['Bình hoa', 'Chiếu cói'])
  await portal.payload.updateGlobal({ slug: 'home-page', data: { products: [vaseId] } })
  const { page, dependencies } = view()
  expect((await featuredProducts(page, 4)).map(({ name }) => name)).toEqual(['Bình hoa'])
  expect(dependencies().tags).toContain('global:home-page')
})
