import { formatDate, formatMoment } from '#shared/vietnamese/dates.ts'
import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { StoredDraft } from './drafts.ts'
import type { Recognised } from './recognise.ts'
import type { Block, ImportRecord } from './types.ts'

/** What an import tells a person about one file: what it read, left out, and was unsure of. */
export function fileReport(
  file: string,
  { record, dropped }: Recognised,
  stored?: StoredDraft,
): string {
  return [
    `✓ ${file}`,
    ...facts(record).map(([label, value]) => `    ${label}: ${value}`),
    ...list(
      'Đã bỏ',
      dropped.map((text) => shorten(text, 80)),
    ),
    ...list('Cần kiểm tra', record.warnings),
    ...(stored ? [`    ${storedText(stored)}`] : []),
  ].join('\n')
}

/** What an import tells a person about a file that it could not read. */
export function failureReport(file: string, message: string): string {
  return `✗ ${file}\n    ${message}`
}

function facts(record: ImportRecord): [label: string, value: string][] {
  const values: [string, string | undefined][] = [
    ['Loại', record.type === 'news' ? 'tin bài' : 'văn bản'],
    ['Tiêu đề', record.title],
    ['Chuyên mục', record.category],
    ['Tóm tắt', record.summary && shorten(record.summary, 160)],
    ['Tác giả', record.byline],
    ['Nguồn', record.source ?? record.sourceUrl],
    ['Ngày đăng', record.publishedAt && dateText(record.publishedAt)],
    ['Loại văn bản', record.kind && labelOf(DOCUMENT_KINDS, record.kind)],
    ['Số, ký hiệu', record.number],
    ['Cơ quan ban hành', record.issuer],
    ['Ngày ban hành', record.issuedAt && formatDate(record.issuedAt)],
    ['Có hiệu lực từ', record.effectiveFrom && formatDate(record.effectiveFrom)],
    ['Người ký', [record.signer, record.signerTitle].filter(Boolean).join(', ')],
    ['Nơi nhận', record.recipients.join('; ')],
    ['Dẫn văn bản', record.cites.join(', ')],
    ['Thay thế', record.replaces.map(({ number }) => number).join(', ')],
    ['Bãi bỏ', record.repeals.map(({ number }) => number).join(', ')],
    ['Chú thích ảnh', record.captions.join('; ')],
    ['Tệp cần tải về', record.attachments.join(', ')],
    ['Ảnh cần tải về', record.pictures.join(', ')],
    ['Nội dung', contents(record.body)],
  ]
  return values.filter((pair): pair is [string, string] => Boolean(pair[1]))
}

function contents(body: readonly Block[]): string {
  const count = (type: Block['type']) => body.filter((block) => block.type === type).length
  const parts: [number, string][] = [
    [count('heading'), 'đề mục'],
    [count('paragraph'), 'đoạn'],
    [count('list'), 'danh sách'],
    [count('table'), 'bảng'],
    [count('quote'), 'trích dẫn'],
  ]
  return (
    parts.flatMap(([number, name]) => (number > 0 ? [`${number} ${name}`] : [])).join(', ') ||
    'không có'
  )
}

function list(label: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return []
  return [`    ${label}:`, ...entries.map((entry) => `      - ${entry}`)]
}

function storedText({ collection, id, isNew }: StoredDraft): string {
  const path = `/admin/collections/${collection}/${id}`
  return isNew ? `Đã lưu bản nháp: ${path}` : `Tệp này đã nhập trước đây, không lưu lại: ${path}`
}

function dateText(value: string): string {
  return value.length === 10 ? formatDate(value) : formatMoment(value)
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, text.lastIndexOf(' ', length))} …`
}
