import type { Term } from './term.ts'

export interface DocumentKind extends Term {
  /** As it stands in numbers such as 2677/QĐ-UBND. */
  readonly abbreviation?: string
}

/** Kinds of documents: NĐ 30/2020/NĐ-CP, Article 7 and Appendix III, and the normative ones. */
export const DOCUMENT_KINDS = [
  { value: 'luat', label: 'Luật' },
  { value: 'nghi-dinh', label: 'Nghị định', abbreviation: 'NĐ' },
  { value: 'thong-tu', label: 'Thông tư', abbreviation: 'TT' },
  { value: 'thong-tu-lien-tich', label: 'Thông tư liên tịch', abbreviation: 'TTLT' },
  { value: 'nghi-quyet', label: 'Nghị quyết', abbreviation: 'NQ' },
  { value: 'quyet-dinh', label: 'Quyết định', abbreviation: 'QĐ' },
  { value: 'chi-thi', label: 'Chỉ thị', abbreviation: 'CT' },
  { value: 'quy-che', label: 'Quy chế', abbreviation: 'QC' },
  { value: 'quy-dinh', label: 'Quy định', abbreviation: 'QyĐ' },
  { value: 'thong-cao', label: 'Thông cáo', abbreviation: 'TC' },
  { value: 'thong-bao', label: 'Thông báo', abbreviation: 'TB' },
  { value: 'huong-dan', label: 'Hướng dẫn', abbreviation: 'HD' },
  { value: 'chuong-trinh', label: 'Chương trình', abbreviation: 'CTr' },
  { value: 'ke-hoach', label: 'Kế hoạch', abbreviation: 'KH' },
  { value: 'phuong-an', label: 'Phương án', abbreviation: 'PA' },
  { value: 'de-an', label: 'Đề án', abbreviation: 'ĐA' },
  { value: 'du-an', label: 'Dự án', abbreviation: 'DA' },
  { value: 'bao-cao', label: 'Báo cáo', abbreviation: 'BC' },
  { value: 'bien-ban', label: 'Biên bản', abbreviation: 'BB' },
  { value: 'to-trinh', label: 'Tờ trình', abbreviation: 'TTr' },
  { value: 'hop-dong', label: 'Hợp đồng', abbreviation: 'HĐ' },
  { value: 'cong-dien', label: 'Công điện', abbreviation: 'CĐ' },
  { value: 'ban-ghi-nho', label: 'Bản ghi nhớ', abbreviation: 'BGN' },
  { value: 'ban-thoa-thuan', label: 'Bản thỏa thuận', abbreviation: 'BTT' },
  { value: 'giay-uy-quyen', label: 'Giấy ủy quyền', abbreviation: 'GUQ' },
  { value: 'giay-moi', label: 'Giấy mời', abbreviation: 'GM' },
  { value: 'giay-gioi-thieu', label: 'Giấy giới thiệu', abbreviation: 'GGT' },
  { value: 'giay-nghi-phep', label: 'Giấy nghỉ phép', abbreviation: 'GNP' },
  { value: 'phieu-gui', label: 'Phiếu gửi', abbreviation: 'PG' },
  { value: 'phieu-chuyen', label: 'Phiếu chuyển', abbreviation: 'PC' },
  { value: 'phieu-bao', label: 'Phiếu báo', abbreviation: 'PB' },
  { value: 'thu-cong', label: 'Thư công' },
  { value: 'cong-van', label: 'Công văn' },
] as const satisfies readonly DocumentKind[]

export type DocumentKindValue = (typeof DOCUMENT_KINDS)[number]['value']
