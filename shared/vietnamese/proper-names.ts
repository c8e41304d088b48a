/**
 * Names that keep their capitals inside a sentence, as they are rightly written. Longer names win
 * over shorter ones that they hold.
 */
export const PROPER_NAMES: readonly string[] = [
  ...names(`
    Đảng Cộng sản Việt Nam; Đảng; Quốc hội; Ủy ban Thường vụ Quốc hội; Chủ tịch nước; Chính phủ;
    Thủ tướng Chính phủ; Thủ tướng; Phó Thủ tướng; Văn phòng Chính phủ; Nhà nước; Bộ Chính trị;
    Ban Bí thư; Ban Chấp hành Trung ương; Trung ương; Ban Chấp hành; Ban Thường vụ Tỉnh ủy;
    Ban Thường vụ; Thường trực Tỉnh ủy; Tỉnh ủy; Thành ủy; Huyện ủy; Đảng ủy; Đảng bộ;
    Ban Cán sự đảng; Mặt trận Tổ quốc; Mặt trận Tổ quốc Việt Nam; Hội đồng nhân dân;
    Ủy ban nhân dân; Ban Chỉ đạo; Ban Quản lý; Ban Giám đốc; Việt Nam; Hội Nông dân;
    Hội Liên hiệp Phụ nữ; Liên minh Hợp tác xã; Đoàn Thanh niên; Tổng Bí thư; Luật Ngân sách nhà nước;
    Cộng hòa xã hội chủ nghĩa Việt Nam; Thành phố Hồ Chí Minh; Đồng bằng sông Hồng;
    Đồng bằng sông Cửu Long; Đông Nam Bộ; Tây Nguyên; Tết Nguyên đán; Covid-19; Giám đốc; Chánh Văn phòng`),
  ...names(`
    Bộ Công Thương; Bộ Tài chính; Bộ Kế hoạch và Đầu tư; Bộ Khoa học và Công nghệ; Bộ Nội vụ;
    Bộ Tư pháp; Bộ Xây dựng; Bộ Giao thông vận tải; Bộ Y tế; Bộ Quốc phòng; Bộ Công an;
    Bộ Tài nguyên và Môi trường; Bộ Nông nghiệp và Phát triển nông thôn;
    Bộ Nông nghiệp và Môi trường; Bộ Thông tin và Truyền thông; Bộ Lao động - Thương binh và Xã hội;
    Bộ Giáo dục và Đào tạo; Bộ Văn hóa, Thể thao và Du lịch; Bộ Ngoại giao;
    Sở Công Thương; Sở Tài chính; Sở Kế hoạch và Đầu tư; Sở Khoa học và Công nghệ; Sở Nội vụ;
    Sở Tư pháp; Sở Xây dựng; Sở Giao thông vận tải; Sở Y tế; Sở Tài nguyên và Môi trường;
    Sở Nông nghiệp và Phát triển nông thôn; Sở Nông nghiệp và Môi trường;
    Sở Thông tin và Truyền thông; Sở Lao động - Thương binh và Xã hội; Sở Giáo dục và Đào tạo;
    Sở Văn hóa, Thể thao và Du lịch; Cục Công Thương địa phương; Ngành Công Thương; Công Thương;
    Trung tâm Khuyến công và Tư vấn phát triển công nghiệp; Trung tâm Khuyến công;
    Báo Công Thương; Kho bạc Nhà nước; Ngân hàng Nhà nước`),
  ...names(`
    An Giang; Bà Rịa – Vũng Tàu; Bà Rịa - Vũng Tàu; Bà Rịa; Vũng Tàu; Bạc Liêu; Bắc Giang; Bắc Kạn; Bắc Ninh; Bến Tre;
    Bình Dương; Bình Định; Bình Phước; Bình Thuận; Cà Mau; Cao Bằng; Cần Thơ; Đà Nẵng; Đắk Lắk;
    Đắk Nông; Điện Biên; Đồng Nai; Đồng Tháp; Gia Lai; Hà Giang; Hà Nam; Hà Nội; Hà Tĩnh;
    Hải Dương; Hải Phòng; Hậu Giang; Hòa Bình; Huế; Hưng Yên; Khánh Hòa; Kiên Giang; Kon Tum;
    Lai Châu; Lạng Sơn; Lào Cai; Lâm Đồng; Long An; Nam Định; Nghệ An; Ninh Bình; Ninh Thuận;
    Phú Thọ; Phú Yên; Quảng Bình; Quảng Nam; Quảng Ngãi; Quảng Ninh; Quảng Trị; Sóc Trăng; Sơn La;
    Sông Châu; Tây Ninh; Thái Bình; Thái Nguyên; Thanh Hóa; Thừa Thiên Huế; Tiền Giang; Trà Vinh; Tuyên Quang;
    Vĩnh Long; Vĩnh Phúc; Yên Bái; Hồ Chí Minh`),
]

/** Abbreviations of the field that stand in capitals in any text. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `UBND HĐND UBMTTQ MTTQ TW TU CP TTg BCT SCT CNNT CNHT CCN KCN KKT TTCN CN-TTCN SXSH OCOP KCQG KCĐP
   GRDP GDP FDI ODA PCI ISO HACCP VSATTP QCVN TCVN CNTT TTĐT BCĐ VPCP DN DNNVV HTX TP TX NTM PTNT XTTM
   TKNL QLNN EVFTA CPTPP WTO ASEAN EU KHCN`
    .split(/\s+/u)
    .filter(Boolean),
)

function names(list: string): string[] {
  return list
    .split(';')
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
}
