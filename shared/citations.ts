import { findDate } from './vietnamese/dates.ts'
import { DOCUMENT_KINDS, type DocumentKind } from './vocabulary/document-kinds.ts'
import type { DocumentKindValue } from './vocabulary/document-kinds.ts'
import { issuerName, knownIssuer } from './vocabulary/issuers.ts'

/** A document number in running text. */
export interface Citation {
  /** The number as it should be written: "23- NQ/TW" is "23-NQ/TW". */
  number: string
  /** Value of the vocabulary of kinds, from the number or from the words before it. */
  kind?: DocumentKindValue
  /** Abbreviations of who issued it, as in the number: "UBND", "BTC-BCT". */
  issuer?: string
  /** `YYYY-MM-DD`, where the date follows the number. */
  date?: string
  /** Where the number stands in the text, as written there. */
  index: number
  length: number
  /** Where the whole mention begins: at "Nghị quyết số" before the number, else at `index`. */
  start: number
  /** Where the whole mention ends: after the date, else after the number. */
  end: number
}

const KINDS: readonly DocumentKind[] = DOCUMENT_KINDS
// Capitals and digits; small letters only as in "TTg", "CTr" and "QyĐ".
const ABBREVIATION = String.raw`\p{Lu}(?:\p{Lu}|\d|[agry](?=\p{Lu}|[^\p{L}]|$)){1,11}`
const GAP = String.raw`\s{0,3}`
const DASH = `${GAP}[-–]${GAP}`
const SLASH = `${GAP}/${GAP}`
const TAIL = String.raw`(?:-${GAP}${ABBREVIATION})*`

const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d/:.,-])(?<serial>\d{1,5}\p{Ll}?)(?:` +
    [
      `${SLASH}(?<year>(?:19|20)\\d{2})${SLASH}(?<normative>${ABBREVIATION}(?:${DASH}${ABBREVIATION}${TAIL})?)`,
      `${DASH}(?<partyKind>${ABBREVIATION})${SLASH}(?<party>${ABBREVIATION}${TAIL})`,
      `${SLASH}(?<individual>${ABBREVIATION}(?:${DASH}${ABBREVIATION}${TAIL})?)`,
    ].join('|') +
    String.raw`)(?![\p{L}\d])`,
  'gu',
)
const KIND_WORDS = KINDS.map((kind) => kind.label)
  .toSorted((a, b) => b.length - a.length)
  .map((label) => label.replaceAll(' ', String.raw`\s+`))
  .join('|')
const MENTION_BEFORE = new RegExp(
  String.raw`(?:(?<kind>${KIND_WORDS}|Văn\s+bản)(?:\s+(?:hành\s+động|liên\s+tịch))?\s+)?(?:(?<so>số)\s*:?\s*)?$`,
  'iu',
)
const DATE_AFTER = /^[\s,(]*(?:(?:ban\s+hành|ký|của\s+[^,.;:\d]{2,60}?)\s+)?ngày\s+/iu
const LONGEST_MENTION = 60

/**
 * All document numbers in a text, in order: normative (28/2018/TT-BTC), individual (2646/QĐ-BCT),
 * official letters (5563/SCT-CN) and the Party's (122-KH/TU), with stray spaces and line breaks
 * inside. The text has composed letters (NFC). What merely looks alike, as "2011/BTNMT" in the
 * name of a standard, is left out.
 */
export function findCitations(text: string): Citation[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => readCitation(text, match) ?? [])
}

/** The numbers cited in a text, each once, in order of first appearance. */
export function citedNumbers(text: string): string[] {
  return [...new Set(findCitations(text).map((citation) => citation.number))]
}

/** The vocabulary's value for an abbreviation of a kind, in any capitals: "CTR" → "chuong-trinh". */
export function kindOfAbbreviation(abbreviation: string): DocumentKindValue | undefined {
  return findKind(abbreviation)?.value as DocumentKindValue | undefined
}

function readCitation(text: string, match: RegExpExecArray): Citation | null {
  const { serial = '', year, normative, partyKind, party, individual } = match.groups ?? {}
  const before = MENTION_BEFORE.exec(
    text.slice(Math.max(0, match.index - LONGEST_MENTION), match.index),
  )
  const isAnnounced = Boolean(before?.groups?.so ?? before?.groups?.kind)
  const [first = '', ...others] = (normative ?? individual ?? partyKind ?? '').split(/\s*[-–]\s*/u)
  const kind = findKind(first)
  const wordKind = kindOfLabel(before?.groups?.kind)
  const isLetter =
    individual !== undefined && kind === undefined && isWriter(first, others, wordKind)
  const issuers = (party?.split(/\s*-\s*/u) ?? (isLetter ? [first, ...others] : others)).filter(
    Boolean,
  )
  if (!isAnnounced && !isPlausible(kind, [first, ...issuers], party !== undefined)) return null

  const code = [kind?.abbreviation ?? tidy(first), ...others.map(tidy)].join('-')
  const issuer = issuerOf(normative, isLetter, first, issuers)
  const end = match.index + match[0].length
  const date = dateAfter(text, end)
  const resolved = (kind?.value as DocumentKindValue | undefined) ?? wordKind
  return {
    number: party
      ? `${serial}-${code}/${issuers.map(tidy).join('-')}`
      : [serial, year, code].filter(Boolean).join('/'),
    ...(resolved ? { kind: resolved } : isLetter && { kind: 'cong-van' as const }),
    ...(issuer && { issuer }),
    ...(date && { date: date.date }),
    index: match.index,
    length: match[0].length,
    start: isAnnounced && before ? match.index - before[0].length : match.index,
    end: date ? date.end : end,
  }
}

// A law's number ends in its assembly ("67/2020/QH14"), a letter's begins with its writer.
function issuerOf(
  normative: string | undefined,
  isLetter: boolean,
  first: string,
  issuers: string[],
): string | undefined {
  if (isLetter) return tidy(first)
  if (issuers.length > 0) return issuers.map(tidy).join('-')
  return normative === undefined ? undefined : tidy(first)
}

// "5563/SCT-CN" begins with its writer; "12/VBHN-BCT" with a kind that the vocabulary lacks.
function isWriter(first: string, others: string[], wordKind: string | undefined): boolean {
  return others.length === 0 || knownIssuer(first) !== undefined || wordKind === 'cong-van'
}

function isPlausible(kind: DocumentKind | undefined, parts: string[], isParty: boolean): boolean {
  if (isParty && kind === undefined) return false
  const hasKnownIssuer = parts.some((part) => issuerName(part) !== undefined)
  return hasKnownIssuer || (kind !== undefined && parts.length > 1)
}

// Newspapers write "TƯ" for the Party's "TW"; capitals hide the small letters of "TTg".
function tidy(abbreviation: string): string {
  if (abbreviation === 'TƯ') return 'TW'
  return abbreviation === 'TTG' ? 'TTg' : abbreviation
}

function findKind(abbreviation: string): DocumentKind | undefined {
  const upper = abbreviation.toUpperCase()
  return KINDS.find((kind) => kind.abbreviation?.toUpperCase() === upper)
}

function kindOfLabel(words: string | undefined): DocumentKindValue | undefined {
  const label = words?.replace(/\s+/gu, ' ').toLowerCase()
  return DOCUMENT_KINDS.find((kind) => kind.label.toLowerCase() === label)?.value
}

function dateAfter(text: string, from: number): { date: string; end: number } | null {
  const rest = text.slice(from, from + 120)
  const lead = DATE_AFTER.exec(rest)
  if (lead === null) return null
  const found = findDate(rest.slice(lead[0].length))
  if (found === null || found.index > 0) return null
  return { date: found.date, end: from + lead[0].length + found.length }
}
