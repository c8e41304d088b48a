import { findCitations, type Citation } from '#shared/citations.ts'
import { addDays, findDate } from '#shared/vietnamese/dates.ts'
import { DOCUMENT_KINDS, type DocumentKindValue } from '#shared/vocabulary/document-kinds.ts'
import { issuerName } from '#shared/vocabulary/issuers.ts'
import type { DocumentReference } from './types.ts'

const KINDS = DOCUMENT_KINDS.toSorted((a, b) => b.label.length - a.label.length)
const KIND_WORDS = KINDS.map(({ label }) => label).join('|')
const TITLE_KIND = new RegExp(`^(${KIND_WORDS})(?= |$)`, 'iu')
const TITLE_ISSUER =
  /^\s*,?\s*của\s+(\p{Lu}.{2,90}?)(?=\s+(?:về|ban hành|phê duyệt|triển khai|quy định|hướng dẫn|v\/v|thực hiện|sửa đổi|công bố)(?= )|[,;.]|$)/u
const SUBJECT = /^\s*(?:về việc|v\/v|về)?\s*[:,]?\s*/iu
const AUTHORITY =
  '(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Sở|Bộ|Trung tâm|Cục|Ban|Tỉnh ủy|Chính phủ|Thủ tướng Chính phủ)'
const PREAMBLE_ISSUER = new RegExp(
  `(?:^|[.;,:]\\s+)(${AUTHORITY}(?: [\\p{L}–-]+){0,10}?) (?:ban hành|xây dựng) (?:${KIND_WORDS})(?= )`,
  'iu',
)
const EFFECT =
  /có hiệu lực(?: thi hành)?,?\s+(?:(?:kể\s+)?từ\s+|sau\s+(?<days>\d{1,3})\s+ngày,?\s+(?:kể\s+)?từ\s+)?ngày\s+(?<event>ký|ban hành|thông qua|công bố)?/iu

/** A title that names a document: its parts. */
interface TitleFacts {
  kind: DocumentKindValue
  number?: string
  issuedAt?: string
  issuer?: string
  abstract: string
}

/** Reads "Kế hoạch số 12/KH-SCT ngày 1/2/2026 của Sở … về việc …"; `null` for other titles. */
export function readDocumentTitle(title: string): TitleFacts | null {
  const kindWords = TITLE_KIND.exec(title)?.[1]
  const own = findCitations(title)[0]
  if (!kindWords || !own || own.start > 0) return null
  const kind = own.kind ?? kindOfLabel(kindWords)
  if (!kind) return null
  let end = own.end
  const issuer =
    TITLE_ISSUER.exec(title.slice(own.index + own.length)) ?? TITLE_ISSUER.exec(title.slice(end))
  const issuerEnd = issuer?.[1]
    ? title.indexOf(issuer[1], own.index + own.length) + issuer[1].length
    : 0
  end = Math.max(end, issuerEnd)
  const abstract = title.slice(end).replace(SUBJECT, '')
  return {
    kind,
    number: own.number,
    ...(own.date && { issuedAt: own.date }),
    ...(issuer?.[1] && { issuer: issuer[1].replace(/\s+ngày .*$/u, '').trim() }),
    abstract: capitalise(abstract || title),
  }
}

/** The kind with which a text or title begins: "Kế hoạch triển khai …". */
export function kindOfTitle(title: string): DocumentKindValue | undefined {
  return kindOfLabel(TITLE_KIND.exec(title)?.[1])
}

/** The kind by which a text calls itself most often: "Kế hoạch này". */
export function kindOfItself(text: string): DocumentKindValue | undefined {
  const counts = KINDS.map(({ value, label }) => ({
    value,
    count: text.match(new RegExp(`(?<!\\p{L})(?:${label}) này(?!\\p{L})`, 'giu'))?.length ?? 0,
  }))
  const most = counts.toSorted((a, b) => b.count - a.count)[0]
  return most && most.count > 0 ? most.value : undefined
}

/** Who issued it, from "…; UBND tỉnh ban hành Kế hoạch …" at the end of the first paragraphs. */
export function issuerOfPreamble(text: string): string | undefined {
  return PREAMBLE_ISSUER.exec(text.slice(0, 3000))?.[1]
}

/** The name behind the abbreviation of a number's issuer. */
export function issuerOfNumber(number: string): string | undefined {
  const abbreviations = findCitations(`số ${number}`)[0]?.issuer?.split('-') ?? []
  return abbreviations.map((part) => issuerName(part) ?? part).join(', ') || undefined
}

/** The day from which it is in force, as the text says; "from the day of signing" needs that day. */
export function effectiveDate(text: string, issuedAt?: string): string | undefined {
  for (const match of text.matchAll(new RegExp(EFFECT, 'giu'))) {
    const days = match.groups?.days
    if (match.groups?.event) {
      if (issuedAt) return days ? addDays(issuedAt, Number(days)) : issuedAt
      continue
    }
    const after = text.slice(match.index + match[0].length)
    const date = findDate(after.slice(0, 40))
    if (date && date.index <= 2) return date.date
  }
  return undefined
}

/** The documents that this one puts out of force with the given words. */
export function endedDocuments(text: string, verb: 'thay thế' | 'bãi bỏ'): DocumentReference[] {
  const found = new Map<string, DocumentReference>()
  for (const sentence of sentencesOf(text)) {
    const verbAt = activeVerb(sentence, verb)
    if (verbAt < 0) continue
    const citations = findCitations(sentence)
    const isOther =
      citations.some(({ index }) => index < verbAt) &&
      !/(?<!\p{L})này(?!\p{L})/u.test(sentence.slice(0, verbAt))
    if (isOther) continue
    for (const citation of followers(sentence, verbAt + verb.length, citations)) {
      found.set(citation.number, reference(citation))
    }
  }
  return [...found.values()]
}

// "được thay thế bởi" and "bị bãi bỏ" are said of this document, or of others.
function activeVerb(sentence: string, verb: string): number {
  const match = new RegExp(
    `(?<!(?:được|bị|đã bị|sửa đổi,? |hoặc )\\s*)(?<!\\p{L})${verb}(?!\\p{L})(?! (?:bởi|bằng))`,
    'iu',
  ).exec(sentence)
  return match?.index ?? -1
}

// The first must stand right behind the verb; the next ones behind a comma, "và" or a subject.
function followers(sentence: string, from: number, citations: readonly Citation[]): Citation[] {
  const result: Citation[] = []
  let end = from
  for (const citation of citations.filter(({ index }) => index >= from)) {
    const between = sentence.slice(end, citation.start)
    const isNext =
      result.length === 0
        ? between.length <= 60 && !/[;]/u.test(between)
        : /^[^;]{0,200}?(?:,|;| và)\s*(?:các\s+)?$/u.test(between) &&
          !/(?:thực hiện|theo|căn cứ|về việc thi hành)\s/iu.test(between)
    if (!isNext) break
    result.push(citation)
    end = citation.end
  }
  return result
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)
}

function reference({ number, kind, date }: Citation): DocumentReference {
  return { number, ...(kind && { kind }), ...(date && { date }) }
}

function kindOfLabel(words: string | undefined): DocumentKindValue | undefined {
  const label = words?.toLowerCase()
  return DOCUMENT_KINDS.find((kind) => kind.label.toLowerCase() === label)?.value
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
