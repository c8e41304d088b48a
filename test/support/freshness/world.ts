import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { buildFile, buildPicture } from '#test/support/builders.ts'
import { fill, textFields } from './fields.ts'
import { mentioning } from './mentioning.ts'
import type { World } from './subject.ts'

/** The document of each collection, and the globals, that are changed: named as their collection. */
export const CHANGED = [
  'news',
  'documents',
  'products',
  'producers',
  'programmes',
  'pages',
  'questions',
  'comments',
  'categories',
  'topics',
  'media',
  'files',
  'redirects',
  'site-settings',
  'navigation',
  'home-page',
] as const

/** A portal in which every field of {@link CHANGED} is filled and shown. */
export async function buildShownWorld(payload: Payload): Promise<World> {
  const world: World = new Map()
  const make = async (name: string, slug: CollectionSlug, data: object = {}) => {
    const fields = textFields(payload.config, slug)
    // Of what stands beside it the first words do; rows have more than words.
    const [filled, words] = withWords(
      payload,
      slug,
      data,
      name === slug ? fields : fields.slice(0, 3),
    )
    const doc = await payload.create({
      collection: slug as 'news',
      data: filled as never,
      depth: 0,
    })
    world.set(name, { slug, id: doc.id, doc: { ...doc }, words })
    return doc.id
  }
  const published = { _status: 'published' }
  const cover = await upload(world, payload, 'media', (data) => buildPicture(payload, data))
  const file = await upload(world, payload, 'files', (data) => buildFile(payload, data))

  const root = await make('root', 'categories', { order: 1 })
  const otherRoot = await make('other root', 'categories', { order: 2 })
  const category = await make('categories', 'categories', { parent: root, order: 1 })
  await make('sibling', 'categories', { parent: root, order: 5 })
  const topic = await make('topics', 'topics')
  await make('other topic', 'topics')

  const replaced = await make('replaced', 'documents', {
    ...published,
    kind: 'quyet-dinh',
    effectiveFrom: '2019-02-01',
  })
  await make('other document', 'documents', { ...published, kind: 'thong-tu' })
  const document = await make('documents', 'documents', {
    ...published,
    kind: 'nghi-dinh',
    issuedAt: '2020-01-02',
    effectiveFrom: '2020-01-15',
    fields: ['1', '2'],
    files: [file],
    relations: [{ relation: 'thay-the', target: replaced }],
  })

  const neighbour = await make('neighbour', 'news', {
    ...published,
    category,
    topics: [topic],
    publishedAt: '2020-03-01T01:00:00.000Z',
  })
  const article = await make('news', 'news', {
    ...published,
    cover,
    category,
    moreCategories: [],
    topics: [topic],
    attachments: [file],
    relatedNews: [neighbour],
    relatedDocuments: [document],
    publishedAt: '2020-03-02T01:00:00.000Z',
  })
  const chooser = await make('chooser', 'news', {
    ...published,
    category: otherRoot,
    relatedNews: [article],
  })
  const body = mentioning(cover, document, file)
  await payload.update({ collection: 'news', id: chooser, data: { body } })
  await make('untouched article', 'news', { ...published, category: otherRoot })
  await make('comments', 'comments', {
    news: article,
    email: 'kin@example.vn',
    status: 'approved',
  })

  const producer = await make('producers', 'producers', {
    ...published,
    kind: 'household',
    picture: cover,
    sectors: ['mechanics'],
  })
  await make('other producer', 'producers', { ...published, kind: 'company' })
  const product = await make('products', 'products', {
    ...published,
    producer,
    group: 'handicraft',
    gallery: [cover],
    awards: [{ level: 'regional', region: 'north', year: 2023, points: 80 }],
  })
  await make('same group', 'products', { ...published, producer, group: 'handicraft' })
  const programme = await make('programmes', 'programmes', {
    ...published,
    activity: '3',
    beneficiaries: ['cooperative'],
    sectors: ['minerals'],
    opens: '2020-01-01',
    closes: '2999-12-31',
    support: [{ rate: 41, cap: 151, from: '2020-02-03', legalBasis: replaced }],
    budgets: [{ year: 2020, amount: 4321 }],
    forms: [file],
    legalBasis: [document],
  })
  const page = await make('pages', 'pages', { ...published, attachments: [file] })
  await make('questions', 'questions', {
    name: 'Trần Thị Bình',
    email: 'kin@example.vn',
    topic: '1',
    answeredAt: '2020-05-06T01:00:00.000Z',
    status: 'approved',
  })
  await make('redirects', 'redirects', {
    from: '/dia-chi-cu',
    kind: 'moved',
    target: { relationTo: 'pages', value: page },
  })

  const target = { relationTo: 'pages', value: page }
  const set = async (slug: GlobalSlug, data: object) => {
    const [filled, words] = withWords(payload, slug, data)
    const doc = await payload.updateGlobal({ slug: slug as 'navigation', data: filled, depth: 0 })
    world.set(slug, { slug, id: null, doc: { ...doc }, words })
  }
  await set('site-settings', { emblem: cover, visits: { openingBalance: 1_000_000 } })
  await set('navigation', {
    header: [{ target }, { label: 'Thứ hai', url: '/van-ban' }],
    footer: [{ target }, { label: 'Thứ hai', url: '/van-ban' }],
  })
  await set('home-page', {
    categories: [category],
    products: [product],
    links: [{ target: { relationTo: 'programmes', value: programme } }],
  })
  return world
}

function withWords(
  payload: Payload,
  slug: string,
  data: object,
  fields = textFields(payload.config, slug),
): [data: Record<string, unknown>, words: Map<string, string>] {
  const filled: Record<string, unknown> = { ...data }
  const words = new Map<string, string>()
  for (const name of fields) {
    const one = fill(payload.config, slug, name, filled[name])
    filled[name] = one.value
    for (const [leaf, word] of one.words) words.set(leaf, word)
  }
  return [filled, words]
}

async function upload(
  world: World,
  payload: Payload,
  slug: 'media' | 'files',
  build: (data: object) => Promise<{ id: string }>,
): Promise<string> {
  const [data, words] = withWords(payload, slug, {})
  const doc = await build(data)
  world.set(slug, { slug, id: doc.id, doc: { ...doc }, words })
  return doc.id
}
