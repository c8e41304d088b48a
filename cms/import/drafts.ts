import { basename } from 'node:path'
import type { Payload, RequiredDataFromCollectionSlug } from 'payload'
import { formatDate, startOfDay } from '#shared/vietnamese/dates.ts'
import { fold } from '#shared/vietnamese/fold.ts'
import { findInLibrary } from './library.ts'
import type { ImportedFile } from './read.ts'
import { richTextOf } from './rich-text.ts'
import type { Block, DocumentReference, ImportRecord } from './types.ts'

/** Where a file went: a new draft, or the one that an earlier import of the same file made. */
export interface StoredDraft {
  collection: 'news' | 'documents'
  id: string
  isNew: boolean
}

const NEWS_LIMITS = { title: 250, summary: 600 }
const LONGEST_ABSTRACT = 1000

/** Stores what was recognised as a draft; the same content is never stored twice. */
export async function storeDraft(payload: Payload, imported: ImportedFile): Promise<StoredDraft> {
  const collection = imported.record.type === 'news' ? 'news' : 'documents'
  const existing = await findEarlier(payload, collection, imported.hash)
  if (existing) return { collection, id: existing, isNew: false }
  const { id } =
    collection === 'news'
      ? await payload.create({ collection, draft: true, data: await newsData(payload, imported) })
      : await payload.create({
          collection,
          draft: true,
          data: await documentData(payload, imported),
        })
  return { collection, id, isNew: true }
}

async function findEarlier(
  payload: Payload,
  collection: StoredDraft['collection'],
  hash: string,
): Promise<string | undefined> {
  const { docs } = await payload.find({
    collection,
    where: { importedFrom: { contains: hash } },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    select: { importedFrom: true },
  })
  return docs[0]?.id
}

async function newsData(
  payload: Payload,
  { file, hash, record }: ImportedFile,
): Promise<RequiredDataFromCollectionSlug<'news'>> {
  const category = await findCategory(payload, record.category)
  const library = await findInLibrary(payload, record.cites)
  const notes = [...record.warnings, ...cutNotes(record), ...captionNotes(record)]
  if (!category) notes.push(categoryNote(record.category))
  return {
    _status: 'draft',
    title: cut(record.title, NEWS_LIMITS.title),
    summary: record.summary && cut(record.summary, NEWS_LIMITS.summary),
    body: richTextOf(payload, 'news', withoutLead(record)),
    // A draft may lack what publishing asks for; the editor is told in the notes.
    category: category as string,
    author: record.byline,
    sourceName: record.source,
    sourceUrl: record.sourceUrl,
    publishedAt: record.publishedAt && moment(record.publishedAt),
    relatedDocuments: [...library.values()],
    ...origin({ file, hash }, record, notes),
  }
}

async function documentData(
  payload: Payload,
  { file, hash, record }: ImportedFile,
): Promise<RequiredDataFromCollectionSlug<'documents'>> {
  const ended = [...record.replaces, ...record.repeals].map(({ number }) => number)
  const library = await findInLibrary(payload, ended)
  const relation = (value: 'thay-the' | 'bai-bo') => (reference: DocumentReference) => ({
    relation: value,
    target: library.get(reference.number),
    citation: citationText(reference),
  })
  return {
    _status: 'draft',
    kind: record.kind,
    number: record.number,
    abstract: cut(record.abstract ?? record.title, LONGEST_ABSTRACT),
    issuers: issuersOf(record.issuer),
    signer: record.signer,
    signerTitle: record.signerTitle,
    issuedAt: record.issuedAt,
    effectiveFrom: record.effectiveFrom,
    recipients: record.recipients,
    relations: [
      ...record.replaces.map(relation('thay-the')),
      ...record.repeals.map(relation('bai-bo')),
    ],
    body: richTextOf(payload, 'documents', record.body),
    ...origin({ file, hash }, record, [...record.warnings, ...captionNotes(record)]),
  } as RequiredDataFromCollectionSlug<'documents'>
}

// "Bộ Tài chính và Bộ Công Thương" are two; "Bộ Nông nghiệp và Môi trường" is one.
function issuersOf(issuer = ''): string[] {
  return issuer.split(/(?:, | và )(?=(?:Bộ|Sở|UBND|Ủy ban|HĐND|Hội đồng|Cục) )/u).filter(Boolean)
}

function origin(
  { file, hash }: Pick<ImportedFile, 'file' | 'hash'>,
  record: ImportRecord,
  notes: string[],
) {
  return {
    importedFrom: `${basename(file)} (${hash})`,
    importNotes: notes.map((note) => `- ${note}`).join('\n'),
    pendingAttachments: [...record.attachments, ...record.pictures].map((url) => ({ url })),
  }
}

async function findCategory(
  payload: Payload,
  name: string | undefined,
): Promise<string | undefined> {
  if (!name) return undefined
  const { docs } = await payload.find({
    collection: 'categories',
    depth: 0,
    pagination: false,
    select: { title: true },
  })
  return docs.find(({ title }) => fold(title ?? '') === fold(name))?.id
}

function categoryNote(name: string | undefined): string {
  return name
    ? `Trang cũ xếp bài vào “${name}”, ở đây chưa có chuyên mục này. Hãy chọn chuyên mục.`
    : 'Hãy chọn chuyên mục.'
}

// The page shows the summary above the body; a first paragraph that is the summary would repeat it.
function withoutLead({ body, isSummaryLead, summary = '' }: ImportRecord): readonly Block[] {
  return isSummaryLead && summary.length <= NEWS_LIMITS.summary ? body.slice(1) : body
}

function captionNotes({ captions }: ImportRecord): string[] {
  return captions.map((caption) => `Chú thích của ảnh trên trang cũ: ${caption}`)
}

function cutNotes({ title }: ImportRecord): string[] {
  return title.length > NEWS_LIMITS.title ? [`Tiêu đề quá dài, đã cắt bớt: ${title}`] : []
}

function citationText({ number, date }: DocumentReference): string {
  return date ? `${number} ngày ${formatDate(date)}` : number
}

function moment(publishedAt: string): string {
  const date = publishedAt.length === 10 ? startOfDay(publishedAt) : new Date(publishedAt)
  return date.toISOString()
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, text.lastIndexOf(' ', length - 2))}…`
}
