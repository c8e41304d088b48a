import { citedNumbers } from '#shared/citations.ts'
import { isAllCapitals, sentenceCase } from '#shared/vietnamese/sentence-case.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import {
  effectiveDate,
  endedDocuments,
  issuerOfNumber,
  issuerOfPreamble,
  kindOfItself,
  kindOfTitle,
  readDocumentTitle,
} from './document-facts.ts'
import { mendLists } from './consistency.ts'
import { siftLines } from './junk.ts'
import { takeLetterhead, type Letterhead } from './letterhead.ts'
import { mendLines } from './mend-lines.ts'
import { takeNewsFacts } from './news-lines.ts'
import type { PageFacts } from './page-facts.ts'
import { takeSignature } from './signature.ts'
import { buildBlocks } from './structure.ts'
import { summarise } from './summary.ts'
import { takeTitle, type FoundTitle } from './title.ts'
import type { ImportRecord, Line } from './types.ts'

/** What was recognised, and what was left out on the way. */
export interface Recognised {
  record: ImportRecord
  /** Lines that were left out, as they stood. */
  dropped: string[]
}

/** Recognises a news item or a document in the lines of a file. */
export function recognise(raw: readonly Line[], facts?: PageFacts): Recognised {
  const mended = mendLines(raw)
  const sifted = siftLines(mended.lines)
  const head = takeLetterhead(sifted.lines)
  const signature = takeSignature(head?.lines ?? sifted.lines)
  const rest = signature?.lines ?? head?.lines ?? sifted.lines
  const title = head?.subject ? subjectTitle(head, rest) : takeTitle(rest, facts)
  const named = readDocumentTitle(title.title)
  const isDocument = Boolean(head?.kind ?? head?.number ?? named ?? signature?.signer)
  const news = takeNewsFacts(title.lines)
  const body = buildBlocks(news.lines)
  const listWarnings = mendLists(body)
  const text = [title.title, ...news.lines.map((line) => line.text)].join('\n')
  const record: ImportRecord = {
    type: isDocument ? 'document' : 'news',
    title: title.title,
    ...present({ category: title.category ?? sifted.category ?? facts?.category }),
    ...present({ publishedAt: news.publishedAt ?? facts?.publishedAt }),
    ...present({
      byline: news.byline ?? facts?.byline,
      source: news.source,
      sourceUrl: news.sourceUrl,
    }),
    recipients: signature?.recipients ?? [],
    cites: citedNumbers(text),
    replaces: [],
    repeals: [],
    captions: [...title.captions, ...news.captions],
    attachments: unique([...(facts?.attachments ?? []), ...news.attachments]),
    pictures: unique(facts?.pictures ?? []),
    body,
    ...(!isDocument && summarise(title.title, body, facts?.summary)),
    warnings: [
      ...sifted.notes,
      ...(head?.warnings ?? []),
      ...title.warnings,
      ...news.warnings,
      ...mended.warnings,
      ...listWarnings,
    ],
  }
  if (isDocument) Object.assign(record, documentFacts(text, title.title, head, signature, named))
  record.cites = record.cites.filter((number) => number !== record.number)
  record.warnings.push(...missing(record))
  return { record, dropped: sifted.dropped }
}

function documentFacts(
  text: string,
  title: string,
  head: Letterhead | null,
  signature: ReturnType<typeof takeSignature>,
  named: ReturnType<typeof readDocumentTitle>,
): Partial<ImportRecord> {
  const number = head?.number ?? named?.number
  const issuedAt = head?.issuedAt ?? named?.issuedAt
  return present({
    number,
    issuedAt,
    kind: head?.kind ?? named?.kind ?? kindOfTitle(title) ?? kindOfItself(text),
    issuer:
      named?.issuer ??
      head?.issuer ??
      signature?.issuer ??
      issuerOfPreamble(text) ??
      (number ? issuerOfNumber(number) : undefined),
    abstract: head?.subject ? abstractOf(head.subject, text) : (named?.abstract ?? title),
    effectiveFrom: effectiveDate(text, issuedAt),
    signer: signature?.signer,
    signerTitle: signature?.signerTitle,
    replaces: endedDocuments(text, 'thay thế'),
    repeals: endedDocuments(text, 'bãi bỏ'),
  })
}

// The subject of a paper is its title together with its kind: "Quyết định về việc …".
function subjectTitle(head: Letterhead, lines: readonly Line[]): FoundTitle {
  const reference = lines.map((line) => line.text).join('\n')
  const subject = usualCase(head.subject ?? '', reference).replace(/^V\/v:?\s*/iu, 'Về việc ')
  const kind = head.kind ? labelOf(DOCUMENT_KINDS, head.kind) : ''
  const begins = kindOfTitle(subject) !== undefined || kind === ''
  const title = begins ? subject : `${kind} ${lowerFirst(subject)}`
  return { lines: [...lines], title: title.replace(/\.$/u, ''), captions: [], warnings: [] }
}

function abstractOf(subject: string, text: string): string {
  const plain = usualCase(subject, text)
    .replace(/^(?:Về việc|V\/v)\s*:?\s*/iu, '')
    .replace(/\.$/u, '')
  return plain.slice(0, 1).toUpperCase() + plain.slice(1)
}

function usualCase(text: string, reference: string): string {
  return isAllCapitals(text) ? sentenceCase(text, reference) : text
}

// An abbreviation or a name at the beginning stays as it is.
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}*(?= \p{Ll})/u.test(text) && !/^\p{Lu}{2}/u.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text
}

function missing(record: ImportRecord): string[] {
  const warnings: string[] = []
  if (record.body.length === 0) warnings.push('Không thấy nội dung sau tiêu đề.')
  if (record.type === 'news') {
    if (!record.publishedAt) warnings.push('Không thấy ngày đăng.')
    return warnings
  }
  if (!record.kind) warnings.push('Không rõ loại văn bản.')
  if (!record.number) warnings.push('Không thấy số, ký hiệu của văn bản.')
  if (!record.issuedAt) warnings.push('Không thấy ngày ban hành.')
  if (!record.issuer) warnings.push('Không rõ cơ quan ban hành.')
  return warnings
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

type Optional<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

function present<T extends Record<string, unknown>>(values: T): Optional<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Optional<T>
}
