/** An authority as it is abbreviated in document numbers. */
interface IssuerAbbreviation {
  readonly abbreviation: string
  readonly name: string
}

/**
 * Authorities whose abbreviations are known well enough to recognise a document number by them.
 * "UBND" and its like stand for the provincial level in numbers: lower levels write more.
 */
const ISSUERS: readonly IssuerAbbreviation[] = [
  { abbreviation: 'CP', name: 'Chính phủ' },
  { abbreviation: 'TTg', name: 'Thủ tướng Chính phủ' },
  { abbreviation: 'VPCP', name: 'Văn phòng Chính phủ' },
  { abbreviation: 'QH', name: 'Quốc hội' },
  { abbreviation: 'UBTVQH', name: 'Ủy ban Thường vụ Quốc hội' },
  { abbreviation: 'CTN', name: 'Chủ tịch nước' },
  { abbreviation: 'TW', name: 'Ban Chấp hành Trung ương Đảng' },
  { abbreviation: 'TU', name: 'Tỉnh ủy' },
  { abbreviation: 'HU', name: 'Huyện ủy' },
  { abbreviation: 'ĐUB', name: 'Đảng ủy Bộ' },
  { abbreviation: 'BCSĐ', name: 'Ban Cán sự đảng' },
  { abbreviation: 'BCĐ', name: 'Ban Chỉ đạo' },
  { abbreviation: 'HĐND', name: 'HĐND tỉnh' },
  { abbreviation: 'UBND', name: 'UBND tỉnh' },
  { abbreviation: 'BCT', name: 'Bộ Công Thương' },
  { abbreviation: 'BTC', name: 'Bộ Tài chính' },
  { abbreviation: 'BKHĐT', name: 'Bộ Kế hoạch và Đầu tư' },
  { abbreviation: 'BKHCN', name: 'Bộ Khoa học và Công nghệ' },
  { abbreviation: 'BNV', name: 'Bộ Nội vụ' },
  { abbreviation: 'BTP', name: 'Bộ Tư pháp' },
  { abbreviation: 'BTNMT', name: 'Bộ Tài nguyên và Môi trường' },
  { abbreviation: 'BNNPTNT', name: 'Bộ Nông nghiệp và Phát triển nông thôn' },
  { abbreviation: 'BNNMT', name: 'Bộ Nông nghiệp và Môi trường' },
  { abbreviation: 'BTTTT', name: 'Bộ Thông tin và Truyền thông' },
  { abbreviation: 'BXD', name: 'Bộ Xây dựng' },
  { abbreviation: 'BLĐTBXH', name: 'Bộ Lao động - Thương binh và Xã hội' },
  { abbreviation: 'CNĐP', name: 'Cục Công Thương địa phương' },
  { abbreviation: 'CTĐP', name: 'Cục Công Thương địa phương' },
  { abbreviation: 'SCT', name: 'Sở Công Thương' },
  { abbreviation: 'STC', name: 'Sở Tài chính' },
  { abbreviation: 'SKHĐT', name: 'Sở Kế hoạch và Đầu tư' },
  { abbreviation: 'SNV', name: 'Sở Nội vụ' },
  { abbreviation: 'SNNPTNT', name: 'Sở Nông nghiệp và Phát triển nông thôn' },
  { abbreviation: 'TTKC', name: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp' },
  { abbreviation: 'TTKCTV', name: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp' },
]

/** The full name behind an abbreviation, the same in capitals: "SCT", "TTG". */
export function issuerName(abbreviation: string): string | undefined {
  return find(abbreviation)?.name
}

/** The abbreviation in its usual capitals: "TTG" → "TTg"; `undefined` when it is not known. */
export function knownIssuer(abbreviation: string): string | undefined {
  return find(abbreviation)?.abbreviation
}

function find(abbreviation: string): IssuerAbbreviation | undefined {
  const upper = abbreviation.toUpperCase().replace(/^(QH|UBTVQH)\d+$/u, '$1')
  return ISSUERS.find((issuer) => issuer.abbreviation.toUpperCase() === upper)
}
