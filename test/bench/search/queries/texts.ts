import { judged, type Answer } from '../judged-query.ts'

const summaries = judged('summary', {
  '741 triệu đồng': 'news/ket-qua-xet-ho-so',
  'hơi nước nóng chống mốc': 'news/noi-hoi',
  'đồng hồ nước xưởng Gò Sen': 'news/do-nuoc',
  'tiếng búa phố chợ': 'news/co-khi-phu-hoa',
  '400 mét khối một ngày': 'news/nuoc-thai-tan-my',
  'gian chung của sáu làng nghề': 'news/hoi-cho-khu-vuc',
  'phí vận chuyển, đổi trả': 'news/ban-hang-truc-tuyen',
  'bù lãi vay chuyển xưởng': 'programmes/di-doi',
  'lắp hệ thống xử lý khí thải, bụi': 'programmes/xu-ly-o-nhiem',
  'cẩn vỏ trứng vịt': 'products/hop-son-mai',
  'nhuộm lá bàng lá chè': ['products/khan-lua', 'producers/lua-thanh-ha'],
  'tủ sấy sáu khay': 'products/may-say',
  'đèn LED quán ăn': 'products/den-may',
  'người khiếm thị, mạng chậm': 'pages/kha-nang-tiep-can',
  'trung tâm trực thuộc Sở Công Thương': 'pages/gioi-thieu',
})

const bodies = judged('body', {
  'anh Thông tổ lò': 'news/lo-nung',
  'Phan Văn Lựu': 'news/truyen-nghe-son-mai',
  'nhà văn hóa xã Tân Mỹ': 'news/lich-tiep',
  'bảo hành bộ biến tần': 'news/dien-mat-troi',
  'vòi rửa gạo': 'news/do-nuoc',
  'điện ba pha': 'news/co-khi-phu-hoa',
  'ngành nhuộm, xi mạ': 'news/lap-day-phu-hoa',
  'ông Nguyễn Văn Tứ': 'news/det-coi',
  'quy chế dùng nhãn': 'news/nhan-chung',
  'chín nội dung hoạt động khuyến công': 'documents/nd-45',
  'đăng ký trước ngày 20/5': ['documents/tt-36', 'programmes/mo-hinh'],
  'hội đồng thẩm định họp hai tuần một lần': ['documents/qd-sua-doi', 'programmes/may-moc'],
  'ảnh chụp màn hình gian hàng': 'documents/hd-gian-hang',
  'rắc mè cùi dừa': 'products/banh-trang',
  'động cơ 0,75 kW': 'products/may-che',
  'cookie quảng cáo': 'pages/du-lieu-ca-nhan',
  'lối lên cho xe lăn': 'pages/gioi-thieu',
  'máy cưa lọng': 'questions/may-da-mua',
  'làm bún khô': 'questions/ho-o-phuong',
})

/** Signers, addresses, telephone numbers, awards: fields beside the text. */
const details = judged('details', {
  'Trần Đình Lộc': 'documents/nq-muc-chi',
  'chủ tịch Đỗ Hữu Nghĩa ký': 'documents/kh-cu',
  'số 42 đường Lò Gốm': 'producers/gom-chau-thanh',
  'cơ sở ở xã Vĩnh Lộc': 'producers/nong-san-go-sen',
  '0200 3000 345': ['producers/may-tre-tan-my', 'products/gio-may', 'products/den-may'],
  'sản phẩm của Gốm Châu Thành': ['products/binh-gom', 'products/am-chen'],
  'sản phẩm cấp quốc gia': ['news/cong-nhan-quoc-gia', 'products/binh-gom', 'products/may-say'],
})

const WITH_APPLICATION: readonly Answer[] = [
  'news/nhan-ho-so-may-moc',
  'programmes/may-moc',
  'programmes/mo-hinh',
  'programmes/ha-tang-cum',
  'programmes/di-doi',
  'programmes/xu-ly-o-nhiem',
  'programmes/gian-hang',
  'programmes/nhan-hieu',
]
const WITH_LIST_OF_STUDENTS: readonly Answer[] = ['programmes/dao-tao', 'news/lop-san-xuat-sach']

/** Names and texts of PDF and Word files: answered by what offers the file. */
const attachments = judged('attachment', {
  'đơn đề nghị hỗ trợ kinh phí khuyến công': WITH_APPLICATION,
  'mẫu số 01': WITH_APPLICATION,
  'danh sách đăng ký học': WITH_LIST_OF_STUDENTS,
  'họ tên, năm sinh, nơi ở, điện thoại': WITH_LIST_OF_STUDENTS,
  'phiếu đăng ký bình chọn sản phẩm': ['programmes/binh-chon', 'news/binh-chon-diem-moi'],
  'mô tả sản phẩm không quá một trang': ['programmes/binh-chon', 'news/binh-chon-diem-moi'],
  'bảng tính công suất điện mặt trời': 'news/dien-mat-troi',
  'trọn bộ biểu mẫu hỗ trợ máy móc': ['programmes/may-moc', 'news/nhan-ho-so-may-moc'],
  'các cơ sở có tên tại Điều 1': 'documents/qd-danh-muc',
  'phòng kinh tế các huyện': 'documents/hd-danh-gia',
})

/** Words that no title holds. */
export const textQueries = [...summaries, ...bodies, ...details, ...attachments]
