import PDFDocument from 'pdfkit'
import type { CollectionSlug, Payload, RequiredDataFromCollectionSlug } from 'payload'
import sharp from 'sharp'

/** What a test says about a document; the builder adds what else is required. */
type Fields<Slug extends CollectionSlug> = Partial<RequiredDataFromCollectionSlug<Slug>>

let count = 0

/** A word that no other builder of this test file has used. */
export function unique(word: string): string {
  count += 1
  return `${word} ${count}`
}

/** Rich text of plain paragraphs. */
export function richText(...paragraphs: string[]) {
  const node = { version: 1, direction: 'ltr' as const, format: '' as const, indent: 0 }
  const children = paragraphs.map((text) => ({
    ...node,
    type: 'paragraph',
    textFormat: 0,
    children: [{ type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }],
  }))
  return { root: { ...node, type: 'root', children } }
}

export function buildUser(payload: Payload, fields: Fields<'users'> = {}) {
  const name = unique('Người dùng')
  const email = `${name.replace(/\D/g, 'user')}@example.vn`
  const data = { name, email, password: 'mat-khau-thu-nghiem', role: 'admin' as const, ...fields }
  return payload.create({ collection: 'users', data })
}

export function buildCategory(payload: Payload, fields: Fields<'categories'> = {}) {
  return payload.create({ collection: 'categories', data: { title: unique('Mục'), ...fields } })
}

export function buildTopic(payload: Payload, fields: Fields<'topics'> = {}) {
  return payload.create({ collection: 'topics', data: { title: unique('Chủ đề'), ...fields } })
}

/** Published, in a category of its own, unless the fields say otherwise. */
export async function buildNews(payload: Payload, fields: Fields<'news'> = {}) {
  const category = fields.category ?? (await buildCategory(payload)).id
  const title = unique('Tin')
  return payload.create({
    collection: 'news',
    data: {
      title,
      body: richText(`Nội dung ${title}.`),
      _status: 'published',
      ...fields,
      category,
    },
  })
}

export function buildDocument(payload: Payload, fields: Fields<'documents'> = {}) {
  const abstract = unique('Về việc hỗ trợ cơ sở công nghiệp nông thôn')
  return payload.create({
    collection: 'documents',
    data: { abstract, kind: 'quyet-dinh', _status: 'published', ...fields },
  })
}

export function buildProducer(payload: Payload, fields: Fields<'producers'> = {}) {
  return payload.create({
    collection: 'producers',
    data: { name: unique('Cơ sở'), kind: 'household', _status: 'published', ...fields },
  })
}

export async function buildProduct(payload: Payload, fields: Fields<'products'> = {}) {
  const producer = fields.producer ?? (await buildProducer(payload)).id
  return payload.create({
    collection: 'products',
    data: {
      name: unique('Sản phẩm'),
      group: 'handicraft',
      _status: 'published',
      ...fields,
      producer,
    },
  })
}

export function buildProgramme(payload: Payload, fields: Fields<'programmes'> = {}) {
  return payload.create({
    collection: 'programmes',
    data: {
      title: unique('Hỗ trợ máy móc'),
      summary: 'Hỗ trợ cơ sở công nghiệp nông thôn mua máy móc tiên tiến.',
      activity: '3',
      beneficiaries: ['cooperative'],
      _status: 'published',
      ...fields,
    },
  })
}

export function buildPage(payload: Payload, fields: Fields<'pages'> = {}) {
  return payload.create({
    collection: 'pages',
    data: { title: unique('Trang'), _status: 'published', ...fields },
  })
}

export async function buildComment(payload: Payload, fields: Fields<'comments'> = {}) {
  const news = fields.news ?? (await buildNews(payload)).id
  return payload.create({
    collection: 'comments',
    data: {
      content: unique('Phản hồi'),
      name: 'Trần Thị B',
      email: 'kin@example.vn',
      status: 'pending',
      ...fields,
      news,
    },
  })
}

/** A real JPEG picture. */
export async function buildPicture(payload: Payload, fields: Fields<'media'> = {}) {
  const image = sharp({ create: { width: 900, height: 600, channels: 3, background: '#2f6b5c' } })
  const file = { name: `${unique('anh')}.jpg`.replace(' ', '-'), mimetype: 'image/jpeg' }
  return payload.create({
    collection: 'media',
    data: { alt: unique('Ảnh xưởng gốm'), ...fields },
    file: upload(file, await image.jpeg().toBuffer()),
  })
}

/** A real PDF of one page. */
export async function buildFile(payload: Payload, fields: Fields<'files'> = {}) {
  const file = { name: `${unique('tep')}.pdf`.replace(' ', '-'), mimetype: 'application/pdf' }
  return payload.create({
    collection: 'files',
    data: { ...fields },
    file: upload(file, await pdf('Decision on support')),
  })
}

/** The bytes of a PDF with one line of text on each page. */
export async function pdf(...pages: readonly string[]): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false })
  for (const text of pages) document.addPage().text(text)
  document.end()
  const chunks: Buffer[] = await Array.fromAsync(document)
  return Buffer.concat(chunks)
}

function upload(file: { name: string; mimetype: string }, data: Buffer) {
  return { ...file, data, size: data.length }
}
