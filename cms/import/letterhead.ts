import { findCitations, kindOfAbbreviation } from '#shared/citations.ts'
import { parseDate } from '#shared/vietnamese/dates.ts'
import { fold } from '#shared/vietnamese/fold.ts'
import { isAllCapitals, sentenceCase } from '#shared/vietnamese/sentence-case.ts'
import { DOCUMENT_KINDS, type DocumentKindValue } from '#shared/vocabulary/document-kinds.ts'
import { readMarker } from './markers.ts'
import type { Line } from './types.ts'

/** What stands above the text of an administrative paper (Decree 30/2020/NĐ-CP, annex I). */
export interface Letterhead {
  lines: Line[]
  number?: string
  kind?: DocumentKindValue
  issuer?: string
  issuedAt?: string
  /** The subject, in capitals as it stands there. */
  subject?: string
  warnings: string[]
}

const NATION =
  /^(?:(?:cong hoa xa hoi chu nghia viet nam)?(?: ?doc lap tu do hanh phuc)?|dang cong san viet nam)$/u
const NUMBER = /^Số\s*:?\s*(?=\S*\s*[/-]|[.…_\s]|\d)(.*)$/iu
const PLACE_DATE = /^\p{Lu}[\p{L} .-]{1,40},? ngày .{0,40}tháng .{0,20}năm\b/u
const AUTHORITY =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|TRUNG TÂM|CỤC|CHI CỤC|PHÒNG|BAN|TỈNH ỦY|TỈNH UỶ|VĂN PHÒNG|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|CÔNG TY|HIỆP HỘI|LIÊN MINH)(?= |$)/u
const SUBJECT = /^(?:Về việc|V\/v|Về)[ :]/iu
const TEXT_BEGINS =
  /^(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Triển khai thực hiện|Kính gửi|Để |Nhằm|Trên cơ sở|Ngày)[ :,]/u
// A letterhead with everything takes about a dozen lines.
const LONGEST = 16

/** Takes the letterhead off; `null` when the lines do not begin with one. */
export function takeLetterhead(lines: readonly Line[]): Letterhead | null {
  const top = lines.slice(0, LONGEST)
  const isPaper = top.some(({ text }) => isNation(text) || isNumberLine(text) || readKindLine(text))
  if (!isPaper) return null
  const head: Letterhead = { lines: [], warnings: [] }
  const authorities: string[] = []
  const subject: string[] = []
  let index = 0
  for (; index < top.length; index += 1) {
    const { text } = top[index]!
    const kind = readKindLine(text)
    if (isNation(text)) continue
    if (isNumberLine(text)) readNumber(text, head)
    else if (PLACE_DATE.test(text)) readPlaceDate(text, head)
    else if (kind) head.kind ??= kind
    else if (isSubjectLine(text, head, subject, top[index + 1])) subject.push(text)
    else if (isAllCapitals(text) && !head.kind && subject.length === 0 && !readMarker(text))
      authorities.push(text)
    else break
  }
  if (!head.kind && !head.number && !head.issuedAt && authorities.length === 0) return null
  return {
    ...head,
    ...(authorities.length > 0 && { issuer: readIssuer(authorities) }),
    ...(subject.length > 0 && { subject: subject.join(' ') }),
    lines: lines.slice(index),
  }
}

function isNation(text: string): boolean {
  return NATION.test(
    fold(text)
      .replace(/[^a-z]+/gu, ' ')
      .trim(),
  )
}

function isNumberLine(text: string): boolean {
  return text.length < 60 && NUMBER.test(text) && /[/-]\s*\p{Lu}/u.test(text)
}

/** The kind that a line names alone: "QUYẾT ĐỊNH", "Kế hoạch". */
function readKindLine(text: string): DocumentKindValue | undefined {
  if (!isAllCapitals(text)) return undefined
  const folded = fold(text).replace(/\s*:$/u, '')
  return text.endsWith(':')
    ? undefined
    : DOCUMENT_KINDS.find(({ label }) => fold(label) === folded)?.value
}

function readNumber(text: string, head: Letterhead): void {
  const citation = findCitations(text)[0]
  if (citation) {
    head.number = citation.number
    head.kind ??= citation.kind
    return
  }
  // The number is left blank until the paper is registered: "Số:      /KH-SCT".
  const kind = /\/\s*(\p{Lu}\p{L}*)\s*-/u.exec(text)?.[1]
  if (kind) head.kind ??= kindOfAbbreviation(kind)
  head.warnings.push(`Số, ký hiệu còn để trống: “${text}”.`)
}

function readPlaceDate(text: string, head: Letterhead): void {
  const date = parseDate(text)
  if (date) head.issuedAt = date
  else head.warnings.push(`Ngày ban hành ghi chưa đủ: “${text}”.`)
}

function isSubjectLine(text: string, head: Letterhead, subject: string[], next?: Line): boolean {
  if (SUBJECT.test(text) && subject.length === 0)
    return head.kind !== undefined || /^V\/v/iu.test(text)
  if (!head.kind || TEXT_BEGINS.test(text) || readMarker(text)) return false
  if (subject.length === 0) return !isSignatory(text) && next !== undefined && text.length < 400
  const last = subject.at(-1) ?? ''
  if (isAllCapitals(last) && isAllCapitals(text)) return !isSignatory(text)
  // The rest of a subject that was broken in the middle.
  return /^\p{Ll}/u.test(text) && !/[.:;]$/u.test(last)
}

// "GIÁM ĐỐC SỞ CÔNG THƯƠNG" above the grounds names who decides.
function isSignatory(text: string): boolean {
  return (
    isAllCapitals(text) &&
    (/^(?:GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|CHÁNH)/u.test(text) || AUTHORITY.test(text))
  )
}

// The parent stands first; a line that names no authority goes on with the one before.
function readIssuer(lines: string[]): string {
  const authorities: string[] = []
  for (const line of lines) {
    if (AUTHORITY.test(line) || authorities.length === 0) authorities.push(line)
    else authorities[authorities.length - 1] += ` ${line}`
  }
  return sentenceCase(authorities.at(-1) ?? '')
}
