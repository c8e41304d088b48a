import type { RequiredDataFromCollectionSlug } from 'payload'
import { sampleId, sampleIds, type SampleItem } from '../../sample-item.ts'
import { p } from '../../text/blocks.ts'
import { text, type LexicalNode } from '../../text/lexical.ts'

type Fields = RequiredDataFromCollectionSlug<'programmes'>
type SupportRow = NonNullable<Fields['support']>[number]

export interface ProgrammeDraft extends Omit<
  Fields,
  'id' | '_status' | 'body' | 'forms' | 'legalBasis'
> {
  readonly blocks: readonly LexicalNode[]
  /** Keys of sample files. */
  readonly formKeys?: readonly string[]
  /** Keys of sample documents. */
  readonly basis: readonly string[]
}

export const EXTENSION_OFFICE = {
  name: 'Phòng Khuyến công',
  phone: '0200 3000 121',
  email: 'khuyencong@khuyencong.songchau.example',
  address: 'Số 18 đường Bạch Đằng, phường Châu Thành',
}

export const ADVICE_OFFICE = {
  name: 'Phòng Tư vấn phát triển công nghiệp',
  phone: '0200 3000 125',
  email: 'tuvan@khuyencong.songchau.example',
  address: 'Số 18 đường Bạch Đằng, phường Châu Thành',
}

/** The whole province's beneficiaries of most activities. */
export const RURAL = ['sme', 'cooperative', 'cooperative-group', 'household'] as const

/** For levels of the joint circular of 2014: what follows them now was not checked. */
export const OLD_LEVEL = p(
  '**Mức cần kiểm tra.** Mức trên lấy theo [Thông tư liên tịch số 26/2014/TTLT-BTC-BCT](documents:ttlt-26), nay đã được thay thế. Trước khi lập dự toán, hãy hỏi Trung tâm mức đang áp dụng.',
)

/** A row of support by a document of the library. */
export function support(basis: string, row: Omit<SupportRow, 'legalBasis'>): SupportRow {
  return { ...row, legalBasis: sampleId('documents', basis) }
}

export function programmeItem(
  key: string,
  { blocks, formKeys = [], basis, ...fields }: ProgrammeDraft,
): SampleItem<'programmes'> {
  return {
    key,
    data: {
      area: 'Toàn tỉnh',
      ...fields,
      body: text(...blocks),
      forms: sampleIds('files', ...formKeys),
      legalBasis: sampleIds('documents', ...basis),
      _status: 'published',
    },
  }
}
