import { DOCUMENT_KINDS } from '#shared/vocabulary/document-kinds.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { paperPdf } from '../../files/paper-pdf.ts'
import { sampleId, type SampleItem } from '../../sample-item.ts'
import { slugify } from '#shared/vietnamese/slug.ts'
import { p } from '../../text/blocks.ts'
import { text, type LexicalNode } from '../../text/lexical.ts'
import { documentItem, type DocumentDraft } from './document-item.ts'

/** A document of the invented province: its record and its PDF file are made from the same words. */
export interface Paper extends Omit<DocumentDraft, 'body' | 'files'> {
  readonly key: string
  readonly number: string
  readonly issuedAt: string
  readonly signer: string
  readonly signerTitle: string
  readonly office: Office
  readonly recipients: string[]
  readonly blocks: readonly LexicalNode[]
}

/** Who issues: the two lines at the head of the paper. */
export interface Office {
  readonly above: string
  readonly name: string
}

export const COUNCIL: Office = { above: '', name: 'Hội đồng nhân dân tỉnh Sông Châu' }
export const COMMITTEE: Office = { above: '', name: 'Ủy ban nhân dân tỉnh Sông Châu' }
export const DEPARTMENT: Office = {
  above: 'Ủy ban nhân dân tỉnh Sông Châu',
  name: 'Sở Công Thương',
}
export const CENTRE: Office = {
  above: 'Sở Công Thương tỉnh Sông Châu',
  name: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp',
}

const WARNING =
  'Văn bản mẫu: tỉnh, số hiệu, người ký và nội dung là giả định, không có giá trị pháp lý.'

export function paperDocument(paper: Paper): SampleItem<'documents'> {
  const { key, blocks, ...record } = withoutOffice(paper)
  return documentItem(key, {
    ...record,
    files: [sampleId('files', key)],
    body: text(p(`*${WARNING}*`), ...blocks),
  })
}

export function paperFile(paper: Paper): SampleItem<'files'> {
  const kind = labelOf(DOCUMENT_KINDS, paper.kind)
  return {
    key: paper.key,
    data: { title: `${kind} số ${paper.number}` },
    upload: async () => ({
      name: `${slugify(`${kind} ${paper.number}`)}.pdf`,
      mimetype: 'application/pdf',
      data: await paperPdf({ ...paper, kind, warning: WARNING }),
    }),
  }
}

function withoutOffice(paper: Paper): Omit<Paper, 'office'> {
  const record: Omit<Paper, 'office'> & { office?: Office } = { ...paper }
  delete record.office
  return record
}
