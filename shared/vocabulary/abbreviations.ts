/**
 * What officials shorten, with its full form: readers type either. Industrial extension first
 * (Decree 45/2012/NĐ-CP and its circulars), then offices and legal forms.
 */
export const ABBREVIATIONS: readonly (readonly [short: string, full: string])[] = [
  ['KC', 'khuyến công'],
  ['CNNT', 'công nghiệp nông thôn'],
  ['SXSH', 'sản xuất sạch hơn'],
  ['CCN', 'cụm công nghiệp'],
  ['KCN', 'khu công nghiệp'],
  ['CNHT', 'công nghiệp hỗ trợ'],
  ['TTCN', 'tiểu thủ công nghiệp'],
  ['TKNL', 'tiết kiệm năng lượng'],
  ['DNNVV', 'doanh nghiệp nhỏ và vừa'],
  ['HTX', 'hợp tác xã'],
  ['THT', 'tổ hợp tác'],
  ['UBND', 'Ủy ban nhân dân'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['SCT', 'Sở Công Thương'],
  ['BCT', 'Bộ Công Thương'],
  ['BTC', 'Bộ Tài chính'],
  ['NĐ', 'nghị định'],
  ['NQ', 'nghị quyết'],
  ['QĐ', 'quyết định'],
  ['TT', 'thông tư'],
  ['KH', 'kế hoạch'],
]
