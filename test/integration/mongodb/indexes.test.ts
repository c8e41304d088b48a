import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseOf } from '#cms/database/mongodb/content.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

async function indexes(collection: string) {
  const found = await databaseOf(portal.payload).collection(collection).indexes()
  return found.map(({ key, unique, sparse }) => ({ fields: Object.keys(key), unique, sparse }))
}

async function leadingFields(collection: string): Promise<string[]> {
  return (await indexes(collection)).flatMap(({ fields }) => fields.slice(0, 1))
}

test.each([
  ['news', ['cover', 'attachments', 'relatedNews', 'relatedDocuments', 'category', 'topics']],
  ['_news_versions', ['parent', 'version.cover', 'version.relatedNews', 'version.topics']],
  ['documents', ['relations.target', 'files']],
  ['_documents_versions', ['version.relations.target']],
  ['programmes', ['support.legalBasis', 'legalBasis']],
  ['redirects', ['target.value']],
  ['payload-locked-documents', ['document.value', 'user.value']],
])('%s are found by what they refer to', async (collection, fields) => {
  expect(await leadingFields(collection)).toEqual(expect.arrayContaining(fields))
})

test('no field has two indexes that begin with it, but for those of lists', async () => {
  for (const { name } of await databaseOf(portal.payload).listCollections().toArray()) {
    const single = (await indexes(name)).filter(({ fields }) => fields.length === 1)
    const names = single.map(({ fields }) => fields[0])
    expect([name, new Set(names).size]).toEqual([name, names.length])
  }
})

test('a slug is unique where there is one', async () => {
  const [slug] = (await indexes('news')).filter(({ fields }) => fields.join() === 'slug')
  expect(slug).toMatchObject({ unique: true, sparse: true })
})
