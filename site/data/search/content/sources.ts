import type { CollectionSlug, SelectType, Where } from 'payload'
import { APPROVED, PUBLISHED } from '#cms/access/public-where.ts'
import type {
  Document,
  News,
  Page,
  Producer,
  Product,
  Programme,
  Question,
} from '#shared/payload-types.ts'
import { AWARD_LEVELS } from '#shared/vocabulary/product-awards.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { PRODUCER_KINDS } from '#shared/vocabulary/producer-kinds.ts'
import { SECTORS } from '#shared/vocabulary/sectors.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { SearchItem, Searched } from '#site/search/item.ts'
import { idOf, idsOf } from '../../reading.ts'
import { wordsOf } from '../../rich-text.ts'

/** What an item says by itself; what its files and its producer add comes from them. */
export interface OwnWords extends Partial<
  Pick<SearchItem, 'number' | 'summary' | 'body' | 'date' | 'expiresAt' | 'categoryIds'>
> {
  readonly title: string
  readonly details?: readonly (string | null | undefined)[]
  readonly fileIds?: readonly string[]
  readonly producerId?: string | null
}

/** How the items of a collection are read: which, what of them, and what it says. */
export interface Source {
  readonly where: Where
  readonly select: SelectType
  /** `null` where there is nothing to be found yet. */
  words(doc: { readonly id: string }): OwnWords | null
}

type Fields<Doc> = Partial<Record<Exclude<keyof Doc, 'id'>, true>>

function source<Doc extends { readonly id: string }>(
  select: Fields<Doc>,
  words: (doc: Doc) => OwnWords | null,
  where: Where = PUBLISHED,
): Source {
  return { where, select: { slug: true, ...select }, words }
}

export const SOURCES: Record<Searched & CollectionSlug, Source> = {
  news: source<News>(
    {
      title: true,
      summary: true,
      body: true,
      author: true,
      sourceName: true,
      attachments: true,
      publishedAt: true,
      expiresAt: true,
      category: true,
      moreCategories: true,
    },
    (doc) => ({
      title: doc.title,
      summary: doc.summary ?? '',
      body: wordsOf(doc.body),
      details: [doc.author, doc.sourceName],
      fileIds: idsOf(doc.attachments),
      date: doc.publishedAt ?? null,
      expiresAt: doc.expiresAt ?? null,
      categoryIds: [idOf(doc.category), ...idsOf(doc.moreCategories)].filter((id) => id !== null),
    }),
  ),
  documents: source<Document>(
    {
      kind: true,
      number: true,
      abstract: true,
      issuers: true,
      signer: true,
      signerTitle: true,
      recipients: true,
      body: true,
      files: true,
      issuedAt: true,
    },
    (doc) => ({
      title: [labelOf(DOCUMENT_KINDS, doc.kind), doc.number, doc.abstract]
        .filter(Boolean)
        .join(' '),
      number: doc.number ?? '',
      body: wordsOf(doc.body),
      details: [...(doc.issuers ?? []), doc.signerTitle, doc.signer, ...(doc.recipients ?? [])],
      fileIds: idsOf(doc.files),
      date: doc.issuedAt ?? null,
    }),
  ),
  programmes: source<Programme>(
    {
      title: true,
      summary: true,
      body: true,
      area: true,
      support: true,
      steps: true,
      forms: true,
      contacts: true,
    },
    (doc) => ({
      title: doc.title,
      summary: doc.summary,
      body: wordsOf(doc.body),
      details: [
        doc.area,
        ...(doc.support ?? []).flatMap(({ item, clause }) => [item, clause]),
        ...(doc.steps ?? []).flatMap(({ title, detail }) => [title, detail]),
        ...contactWords(doc),
      ],
      fileIds: idsOf(doc.forms),
    }),
  ),
  products: source<Product>(
    { name: true, summary: true, description: true, producer: true, awards: true, contacts: true },
    (doc) => ({
      title: doc.name,
      summary: doc.summary ?? '',
      body: wordsOf(doc.description),
      details: [...(doc.awards ?? []).flatMap(awardWords), ...contactWords(doc)],
      producerId: idOf(doc.producer),
    }),
  ),
  producers: source<Producer>(
    {
      name: true,
      kind: true,
      address: true,
      unit: true,
      introduction: true,
      sectors: true,
      contacts: true,
    },
    (doc) => ({
      title: doc.name,
      summary: doc.introduction ?? '',
      details: [
        labelOf(PRODUCER_KINDS, doc.kind),
        doc.address,
        doc.unit,
        ...(doc.sectors ?? []).map((sector) => labelOf(SECTORS, sector)),
        ...contactWords(doc),
      ],
    }),
  ),
  questions: source<Question>(
    { title: true, content: true, answer: true, answeredBy: true },
    (doc) =>
      doc.answer
        ? {
            title: doc.title,
            summary: doc.content,
            body: wordsOf(doc.answer),
            details: [doc.answeredBy],
          }
        : null,
    APPROVED,
  ),
  pages: source<Page>({ title: true, summary: true, body: true, attachments: true }, (doc) => ({
    title: doc.title,
    summary: doc.summary ?? '',
    body: wordsOf(doc.body),
    fileIds: idsOf(doc.attachments),
  })),
}

/** E-mail addresses are for people who open the page, not for those who collect them. */
function contactWords({ contacts }: Pick<Programme, 'contacts'>) {
  return (contacts ?? []).flatMap(({ name, phone, address }) => [name, phone, address])
}

function awardWords({
  level,
  year,
  certificate,
  decision,
}: NonNullable<Product['awards']>[number]) {
  return [labelOf(AWARD_LEVELS, level), String(year), certificate, decision]
}
