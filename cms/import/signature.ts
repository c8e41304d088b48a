import { isAllCapitals, sentenceCase } from '#shared/vietnamese/sentence-case.ts'
import { readMarker } from './markers.ts'
import { readName } from './names.ts'
import type { Line } from './types.ts'

/** What stands below the text of an administrative paper. */
interface Signature {
  lines: Line[]
  signer?: string
  signerTitle?: string
  /** On whose behalf it was signed ("TM. …"). */
  issuer?: string
  recipients: string[]
}

const RECIPIENTS = /^Nơi nhận\s*:?\s*(.*)$/iu
const ROLE =
  /^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|QUYỀN |(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG (?:BAN|PHÒNG|ĐOÀN)|BÍ THƯ|CỤC TRƯỞNG|VỤ TRƯỞNG|HIỆU TRƯỞNG|THỦ TƯỚNG)|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TRƯỞNG|THƯỜNG TRỰC)/u
const SIGNED = /^\(?(?:đã ký|đã kí|ký tên.*|ký số.*|chữ ký.*)\)?$/iu
const BEHALF = /^(?:TM|KT|TL|TUQ|Q)\./u

/** Takes recipients and signature off the end; what follows them, as an appendix, stays. */
export function takeSignature(lines: readonly Line[]): Signature | null {
  const start = findStart(lines)
  if (start < 0) return null
  const found: Signature = { lines: [], recipients: [] }
  const roles: string[] = []
  const names: string[] = []
  let isNameDue = false
  let isListing = false
  let index = start
  for (; index < lines.length; index += 1) {
    const text = lines[index]!.text
    const heading = RECIPIENTS.exec(text)
    const name = readName(text)
    if (heading) {
      isListing = true
      if (heading[1]) found.recipients.push(tidyRecipient(heading[1]))
    } else if (isRole(text)) {
      roles.push(text)
      isNameDue = true
    } else if (SIGNED.test(text)) continue
    else if (name && isNameDue && readMarker(text) === null) {
      names.push(name)
      isNameDue = false
    } else if (isListing && isRecipient(text)) found.recipients.push(tidyRecipient(text))
    else break
  }
  if (names.length === 0 && found.recipients.length === 0) return null
  return {
    ...found,
    ...readRoles(roles),
    ...(names.length > 0 && { signer: names.join(', ') }),
    lines: [...lines.slice(0, start), ...lines.slice(index)],
  }
}

function findStart(lines: readonly Line[]): number {
  const recipients = lines.findLastIndex(({ text }) => RECIPIENTS.test(text) && text.length < 200)
  let start = recipients >= 0 ? recipients : lines.findLastIndex(({ text }) => isRole(text))
  while (start > 0 && (isRole(lines[start - 1]!.text) || isSignedName(lines, start - 1))) start -= 1
  return start
}

// In two-column papers the signature may come before the recipients.
function isSignedName(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  if (SIGNED.test(text)) return true
  const before = lines[index - 1]?.text ?? ''
  return readName(text) !== null && (isRole(before) || SIGNED.test(before))
}

function isRole(text: string): boolean {
  return text.length < 80 && isAllCapitals(text) && ROLE.test(text)
}

function isRecipient(text: string): boolean {
  return (
    text.length < 160 && (readMarker(text)?.kind === 'bullet' || /;$|^(?:Như|Lưu)[ :]/u.test(text))
  )
}

function tidyRecipient(text: string): string {
  const marker = readMarker(text)
  const rest = marker?.kind === 'bullet' ? marker.rest : text
  return rest.replace(/[;.]$/u, '').trim()
}

// "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC": the last line is the signer's own office.
function readRoles(roles: string[]): Pick<Signature, 'signerTitle' | 'issuer'> {
  const behalf = roles.find((role) => role.startsWith('TM.'))?.replace(/^TM\.\s*/u, '')
  const own = roles.findLast((role) => !/^(?:TM|KT|TL|TUQ)\./u.test(role)) ?? roles.at(-1)
  return {
    ...(own && { signerTitle: roleName(own) }),
    ...(behalf && { issuer: sentenceCase(behalf) }),
  }
}

function roleName(role: string): string {
  const acting = role.startsWith('Q.') ? 'Quyền ' : ''
  const plain = sentenceCase(role.replace(BEHALF, '').trim())
  return (
    acting + plain.replace(/^Phó (\p{Ll})/u, (_, letter: string) => `Phó ${letter.toUpperCase()}`)
  )
}
