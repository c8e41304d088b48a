import type { Term } from './term.ts'

export interface DocumentRelation extends Term {
  /** How the target names the relation to the document that holds it. */
  readonly inverse: string
}

/** How one document stands to another; each has its inverse. */
export const DOCUMENT_RELATIONS = [
  { value: 'can-cu', label: 'Căn cứ', inverse: 'Là căn cứ của' },
  { value: 'dan-chieu', label: 'Dẫn chiếu', inverse: 'Được dẫn chiếu bởi' },
  { value: 'huong-dan', label: 'Hướng dẫn', inverse: 'Được hướng dẫn bởi' },
  { value: 'quy-dinh-chi-tiet', label: 'Quy định chi tiết', inverse: 'Được quy định chi tiết bởi' },
  { value: 'sua-doi', label: 'Sửa đổi, bổ sung', inverse: 'Được sửa đổi, bổ sung bởi' },
  { value: 'dinh-chinh', label: 'Đính chính', inverse: 'Được đính chính bởi' },
  { value: 'thay-the', label: 'Thay thế', inverse: 'Bị thay thế bởi' },
  { value: 'bai-bo', label: 'Bãi bỏ', inverse: 'Bị bãi bỏ bởi' },
  { value: 'hop-nhat', label: 'Hợp nhất', inverse: 'Được hợp nhất bởi' },
  { value: 'dinh-chi', label: 'Đình chỉ', inverse: 'Bị đình chỉ bởi' },
  { value: 'cong-bo', label: 'Công bố', inverse: 'Được công bố bởi' },
  { value: 'lien-quan', label: 'Liên quan', inverse: 'Liên quan' },
] as const satisfies readonly DocumentRelation[]

export type DocumentRelationValue = (typeof DOCUMENT_RELATIONS)[number]['value']
