import type { Payload } from 'payload'
import { inOneWrite } from '#cms/database/counters.ts'
import type { User } from '#shared/payload-types.ts'
import {
  buildCategory,
  buildComment,
  buildDocument,
  buildFile,
  buildNews,
  buildPage,
  buildPicture,
  buildProduct,
  buildProgramme,
  buildTopic,
  buildUser,
  richText,
} from './builders.ts'

export const PASSWORD = 'mat-khau-thu-nghiem'

/** What a test asks for in the world of {@link buildWorld}. */
export interface World {
  readonly email: string
  readonly userId: string
  readonly newsId: string
  /** Key of the counter of that news, with 7 visits, 5 views, 2 bots. */
  readonly counterKey: string
  /** Published, changed once since: its versions have two titles. */
  readonly titles: readonly [string, string]
  /** Where a page was before its slug changed. */
  readonly oldPath: string
  readonly files: { readonly picture: string; readonly file: string }
}

/** Some of everything that a portal holds. */
export async function buildWorld(payload: Payload): Promise<World> {
  const user = await buildUser(payload, { email: 'quan-tri@example.vn', name: 'Nguyễn Văn Quản' })
  await buildUser(payload, { role: 'editor' })
  const [picture, file] = [await buildPicture(payload), await buildFile(payload)]
  const topic = await buildTopic(payload)
  const [base, document] = [await buildDocument(payload), await addDocument(payload, file.id)]
  await payload.update({
    collection: 'documents',
    id: document.id,
    data: {
      relations: [
        { relation: 'can-cu', target: base.id },
        { relation: 'thay-the', citation: '155/KH-UBND ngày 21/8/2020' },
      ],
    },
  })
  const titles = ['Khánh thành xưởng gốm', 'Khánh thành xưởng gốm Sông Châu'] as const
  const news = await buildNews(payload, {
    title: titles[0],
    summary: 'Chữ có dấu: ế ộ ữ, ký hiệu: "\\ \u2028 🙂',
    cover: picture.id,
    attachments: [file.id],
    topics: [topic.id],
    relatedDocuments: [document.id],
  })
  const change = (data: object, options: object = {}) =>
    payload.update({ collection: 'news', id: news.id, data, ...options })
  await change({ title: titles[1] })
  await change({ title: 'Bản nháp chưa đăng', body: richText('Đang viết.') }, { draft: true })
  await buildNews(payload, { _status: 'draft' })
  const trashed = await buildNews(payload)
  const data = { deletedAt: new Date().toISOString() }
  await payload.update({ collection: 'news', id: trashed.id, data })
  await buildComment(payload, { news: news.id, status: 'approved' })
  await buildComment(payload, { news: news.id })
  const oldPath = await addPages(payload)
  await buildProduct(payload)
  await buildProgramme(payload)
  await addQuestion(payload)
  await setGlobals(payload, picture.id)
  const counterKey = `news:${news.id}`
  await inOneWrite(payload, (counters) =>
    counters.add(counterKey, { visits: 7, views: 5, bots: 2 }),
  )
  await addMachinery(payload, user, news.id)
  return {
    email: user.email,
    userId: user.id,
    newsId: news.id,
    counterKey,
    titles,
    oldPath,
    files: { picture: String(picture.filename), file: String(file.filename) },
  }
}

function addDocument(payload: Payload, fileId: string) {
  return buildDocument(payload, {
    number: '12/QĐ-UBND',
    issuedAt: '2026-03-01',
    issuers: ['UBND tỉnh', 'Sở Công Thương'],
    files: [fileId],
  })
}

async function addPages(payload: Payload): Promise<string> {
  const page = await buildPage(payload, { title: 'Giới thiệu', slug: 'gioi-thieu' })
  await payload.update({ collection: 'pages', id: page.id, data: { slug: 'gioi-thieu-chung' } })
  return `/${page.slug}`
}

async function addQuestion(payload: Payload): Promise<void> {
  await payload.create({
    collection: 'questions',
    data: {
      title: 'Hộ gia đình có được hỗ trợ không?',
      content: 'Tôi muốn hỏi.',
      name: 'Lê Thị C',
      email: 'hoi@example.vn',
      status: 'approved',
      answer: richText('Có.'),
    },
  })
}

async function setGlobals(payload: Payload, pictureId: string): Promise<void> {
  await payload.updateGlobal({
    slug: 'site-settings',
    data: {
      centre: 'Trung tâm Khuyến công',
      parentUnit: 'Sở Công Thương',
      province: 'Hà Nam',
      emblem: pictureId,
      social: [{ name: 'Zalo', url: 'https://zalo.me/1' }],
    },
  })
  const { id } = await buildCategory(payload)
  const link = { label: 'Mục', target: { relationTo: 'categories' as const, value: id } }
  await payload.updateGlobal({
    slug: 'navigation',
    data: { header: [link, { label: 'Ngoài', url: 'https://example.vn' }] },
  })
  await payload.updateGlobal({ slug: 'home-page', data: { categories: [id] } })
}

/** A publication that waits for its day, and how a user has arranged the admin. */
async function addMachinery(payload: Payload, user: User, newsId: string): Promise<void> {
  await payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc: { relationTo: 'news', value: newsId } },
    waitUntil: new Date('2099-01-01T00:00:00Z'),
  })
  await payload.create({
    collection: 'payload-preferences',
    user: { ...user, collection: 'users' },
    data: {
      user: { relationTo: 'users', value: user.id },
      key: 'collection-news',
      value: { columns: [], limit: 25, sort: null },
    },
  })
}
