import type { Term } from './term.ts'

/** What an attachment is, by its content. */
export const FILE_KINDS = [
  { value: 'pdf', label: 'PDF' },
  { value: 'word', label: 'Word' },
  { value: 'excel', label: 'Excel' },
  { value: 'zip', label: 'ZIP' },
] as const satisfies readonly Term[]

export type FileKind = (typeof FILE_KINDS)[number]['value']
