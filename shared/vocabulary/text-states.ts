import type { Term } from './term.ts'

/** What became of the text of an attachment, which the search needs. */
export const TEXT_STATES = [
  { value: 'read', label: 'Đã đọc được chữ' },
  { value: 'none', label: 'Không có chữ (bản quét hoặc ảnh)' },
  { value: 'unread', label: 'Chưa đọc được chữ' },
] as const satisfies readonly Term[]

export type TextState = (typeof TEXT_STATES)[number]['value']
