import type { Collection } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseOf } from '#cms/database/mongodb/content.ts'
import { buildNews, buildPicture } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

interface Claim {
  readonly _id: string
  readonly holder: string
  readonly until: number
}

let portal: TestPortal
let claims: Collection<Claim>
beforeAll(async () => {
  portal = await openPortal()
  claims = databaseOf(portal.payload).collection<Claim>('portal-claims')
})
afterAll(() => portal.close())

test('a name that a save on another node is about to give is not given twice', async () => {
  const holder = 'another node'
  const until = Date.now() + 60_000
  await claims.insertMany([
    { _id: 'news slug gom-tho-ha', holder, until },
    { _id: 'media file gom', holder, until },
  ])
  expect(await buildNews(portal.payload, { title: 'Gốm Thổ Hà' })).toMatchObject({
    slug: 'gom-tho-ha-2',
  })
  // Claims of another collection do not count.
  const { payload } = portal
  const page = await payload.create({ collection: 'pages', data: { title: 'Gốm Thổ Hà' } })
  expect(page.slug).toBe('gom-tho-ha')
  await claims.deleteMany({ holder })
})

test('a name whose holder has died is free after a while', async () => {
  await claims.insertOne({ _id: 'news slug may-tre', holder: 'dead', until: Date.now() - 1 })
  expect(await buildNews(portal.payload, { title: 'Mây tre' })).toMatchObject({ slug: 'may-tre' })
})

test('a save that has ended holds no name', async () => {
  await buildNews(portal.payload, { title: 'Không giữ gì' })
  await buildPicture(portal.payload)
  expect(await claims.countDocuments()).toBe(0)
})
