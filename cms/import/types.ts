import type { DocumentKindValue } from '#shared/vocabulary/document-kinds.ts'

export type SourceFormat = 'text' | 'html' | 'docx'

/** Text or markup of a file. */
export interface Source {
  format: SourceFormat
  content: string
  warnings: string[]
}

/** One paragraph, heading, list item or caption in reading order, before its part is known. */
export interface Line {
  text: string
  /** The same with inline markup (bold, links), cleaned; absent for plain text. */
  html?: string
  /** What the markup says it is; plain text says nothing. */
  hint?: 'title' | 'heading' | 'item' | 'caption' | 'table' | 'quote'
  /** Level of a heading (2–4), or depth of a list item (1 is outermost). */
  level?: number
  isOrdered?: boolean
  /** Leading columns in plain text; a large number for what is set to the right. */
  indent: number
  /** Whether something separates it from the line before. */
  hasGap: boolean
  /** Whether a picture stands right before it. */
  isAfterPicture?: boolean
}

export interface Inline {
  text: string
  /** Cleaned markup of the same text; absent where the text has none. */
  html?: string
}

export interface ListItem extends Inline {
  /** A list inside the item. */
  list?: List
}

export interface List {
  type: 'list'
  isOrdered: boolean
  /** Number of the first item of an ordered list. */
  start: number
  items: ListItem[]
}

export type Block =
  | ({ type: 'heading'; level: 2 | 3 | 4 } & Inline)
  | ({
      type: 'paragraph'
      /** Leading words that name it, to be set bold. */ runIn?: string
    } & Inline)
  | ({ type: 'quote' } & Inline)
  | ({ type: 'table' } & Inline)
  | List

/** A document that another one names, as far as the text tells. */
export interface DocumentReference {
  number: string
  kind?: DocumentKindValue
  /** `YYYY-MM-DD` */
  date?: string
}

/** What an import has recognised in one file. Absent is what the file does not say. */
export interface ImportRecord {
  type: 'news' | 'document'
  title: string
  /** Of a document: its subject, without kind and number. */
  abstract?: string
  summary?: string
  /** Whether the summary is the whole first paragraph, so that a page that shows both repeats it. */
  isSummaryLead?: boolean
  category?: string
  byline?: string
  source?: string
  sourceUrl?: string
  /** `YYYY-MM-DD`, or a moment with its offset when the file gives the time too. */
  publishedAt?: string
  number?: string
  kind?: DocumentKindValue
  issuer?: string
  /** Dates are `YYYY-MM-DD`. */
  issuedAt?: string
  effectiveFrom?: string
  signer?: string
  signerTitle?: string
  recipients: string[]
  /** Numbers of all other documents in the text, the replaced ones too, in order, each once. */
  cites: string[]
  replaces: DocumentReference[]
  repeals: DocumentReference[]
  captions: string[]
  /** Addresses of files to fetch. */
  attachments: string[]
  /** Addresses of pictures to fetch. */
  pictures: string[]
  body: Block[]
  warnings: string[]
}
