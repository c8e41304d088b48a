import type { Payload, TypeWithID } from 'payload'
import type { Resource } from '#cms/access/permissions.ts'
import {
  buildCategory,
  buildComment,
  buildDocument,
  buildFile,
  buildNews,
  buildPage,
  buildPicture,
  buildProducer,
  buildProduct,
  buildProgramme,
  buildTopic,
  buildUser,
  unique,
} from './builders.ts'

const DRAFT = { _status: 'draft' as const }

/** Collections that the table of permissions names. */
export type PermittedCollection = Exclude<
  Resource,
  'site-settings' | 'navigation' | 'home-page' | 'search-words'
>
/** Stores a document, with some fields others than usual. */
export type Build = (payload: Payload, fields?: object) => Promise<TypeWithID>

const question: Build = (payload, fields) =>
  payload.create({
    collection: 'questions',
    data: {
      title: unique('Hỏi'),
      content: 'Hỏi',
      name: 'A',
      email: 'a@example.vn',
      status: 'pending',
      ...fields,
    },
  })

/** Makes a document of each collection; what is private comes first, what the public reads second. */
export const ONE_OF_EACH: Record<PermittedCollection, [Build, Build]> = {
  news: drafts(buildNews),
  documents: drafts(buildDocument),
  products: drafts(buildProduct),
  producers: drafts(buildProducer),
  programmes: drafts(buildProgramme),
  pages: drafts(buildPage),
  categories: [buildCategory, buildCategory],
  topics: [buildTopic, buildTopic],
  media: [buildPicture, inUse('cover', buildPicture)],
  files: [buildFile, inUse('attachments', buildFile)],
  comments: moderated(buildComment),
  questions: moderated(question),
  feedback: both((payload) =>
    payload.create({
      collection: 'feedback',
      data: { subject: 'Góp ý', content: 'Góp ý', name: 'A', email: 'a@example.vn' },
    }),
  ),
  ratings: both((payload) =>
    payload.create({ collection: 'ratings', data: { path: '/', helpful: true } }),
  ),
  users: both((payload) => buildUser(payload, { role: 'editor' })),
  redirects: both((payload) =>
    payload.create({
      collection: 'redirects',
      data: { from: unique('/cu').replace(' ', '-'), kind: 'gone' },
    }),
  ),
  'reader-data-acts': both((payload) =>
    payload.create({
      collection: 'reader-data-acts',
      data: { collectionName: 'comments', documentId: 'a', act: 'withdrawal', actorName: 'A' },
    }),
  ),
  changes: both((payload) =>
    payload.create({
      collection: 'changes',
      data: {
        collectionName: 'news',
        documentId: 'a',
        isPublicBefore: false,
        isPublicAfter: true,
        tags: ['news:a'],
      },
    }),
  ),
  'audit-log': both((payload) =>
    payload.create({ collection: 'audit-log', data: { act: 'published', count: 1 } }),
  ),
  usages: both((payload) =>
    payload.create({
      collection: 'usages',
      data: { fromCollection: 'a', fromId: 'b', toCollection: 'c', toId: 'd', isPublic: false },
    }),
  ),
  searches: both((payload) =>
    payload.create({
      collection: 'searches',
      data: {
        words: unique('máy sấy'),
        count: 1,
        foundNothing: 0,
        lastFound: 1,
        lastAt: new Date().toISOString(),
      },
    }),
  ),
  'visit-counts': both((payload) =>
    payload.create({
      collection: 'visit-counts',
      data: { key: unique('day'), visits: 0, views: 0, bots: 0 },
    }),
  ),
}

function both(build: Build): [Build, Build] {
  return [build, build]
}

function drafts(build: Build): [Build, Build] {
  return [(payload, fields) => build(payload, { ...DRAFT, ...fields }), build]
}

function moderated(build: Build): [Build, Build] {
  return [build, (payload, fields) => build(payload, { status: 'approved', ...fields })]
}

function inUse(field: 'cover' | 'attachments', build: Build): Build {
  return async (payload, fields) => {
    const upload = await build(payload, fields)
    await buildNews(payload, {
      [field]: field === 'cover' ? String(upload.id) : [String(upload.id)],
    })
    return upload
  }
}
