/**
 * News of the sample that a reader of each article would want next, by their keys; judged by what
 * they say, before anything was ordered. Only the sample may change it.
 */
export const JUDGED_RELATED: Readonly<Record<string, readonly string[]>> = {
  'lich-tiep': ['nhan-ho-so-may-moc', 'ket-qua-xet-ho-so'],
  'ket-qua-xet-ho-so': ['nhan-ho-so-may-moc', 'det-coi', 'lo-nung'],
  'cong-khai-kinh-phi': ['ket-qua-xet-ho-so', 'nhan-ho-so-may-moc'],
  'lo-nung': ['ket-qua-xet-ho-so', 'dien-mat-troi', 'lop-san-xuat-sach'],
  'dien-mat-troi': ['lo-nung', 'lop-san-xuat-sach'],
  'noi-hoi': ['may-che', 'nhan-chung'],
  'do-nuoc': ['nuoc-thai-tan-my', 'lop-san-xuat-sach', 'mo-hinh-say-lanh'],
  'nuoc-thai-tan-my': ['do-nuoc', 'co-khi-phu-hoa'],
  'co-khi-phu-hoa': ['lap-day-phu-hoa', 'nuoc-thai-tan-my'],
  'lap-day-phu-hoa': ['co-khi-phu-hoa', 'nuoc-thai-tan-my'],
  'nhan-ho-so-may-moc': ['ket-qua-xet-ho-so', 'lich-tiep'],
  'det-coi': ['may-che', 'ket-qua-xet-ho-so'],
  'may-che': ['noi-hoi', 'nhan-chung', 'det-coi'],
  'mo-hinh-say-lanh': ['do-nuoc', 'cong-nhan-quoc-gia'],
  'hoi-cho-khu-vuc': ['nhan-chung', 'ban-hang-truc-tuyen'],
  'nhan-chung': ['hoi-cho-khu-vuc', 'may-che', 'noi-hoi'],
  'ban-hang-truc-tuyen': ['nhan-chung', 'hoi-cho-khu-vuc', 'giu-chung-nhan'],
  'binh-chon-diem-moi': ['cong-nhan-quoc-gia', 'giu-chung-nhan'],
  'cong-nhan-quoc-gia': ['binh-chon-diem-moi', 'giu-chung-nhan'],
  'giu-chung-nhan': ['cong-nhan-quoc-gia', 'binh-chon-diem-moi'],
  'lop-san-xuat-sach': ['do-nuoc', 'lo-nung', 'dien-mat-troi', 'noi-hoi'],
  'truyen-nghe-son-mai': ['lop-ke-toan'],
  'lop-ke-toan': ['truyen-nghe-son-mai', 'lop-san-xuat-sach'],
}
