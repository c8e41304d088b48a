import { excelFile, wordFile, zipFile } from '../files/office.ts'
import type { SampleItem } from '../sample-item.ts'

const SAMPLE = 'Biểu mẫu minh họa, chưa phải biểu mẫu chính thức.'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const APPLICATION = wordFile('ĐƠN ĐỀ NGHỊ HỖ TRỢ KINH PHÍ KHUYẾN CÔNG (Mẫu số 01)', [
  SAMPLE,
  'Kính gửi: Trung tâm Khuyến công và Tư vấn phát triển công nghiệp tỉnh Sông Châu',
  '1. Tên cơ sở: ………………………………………………',
  '2. Địa chỉ sản xuất: ………………………………………………',
  '3. Người đại diện, điện thoại: ………………………………………………',
  '4. Nội dung đề nghị hỗ trợ: ………………………………………………',
  '5. Tổng kinh phí (triệu đồng): …………… Đề nghị hỗ trợ: …………… Vốn của cơ sở: ……………',
  '6. Kết quả dự kiến (năng suất, lao động, tiết kiệm điện, nước): …………………………',
  'Cơ sở cam kết chưa được Nhà nước hỗ trợ cho cùng nội dung này.',
  'Ngày ……… tháng ……… năm ………',
  'Người đại diện (ký, ghi rõ họ tên)',
])

const COMMITMENT = wordFile('CAM KẾT VỐN ĐỐI ỨNG (Mẫu số 02)', [
  SAMPLE,
  'Tên cơ sở: ………………………………………………',
  'Cơ sở cam kết bố trí đủ …………… triệu đồng để thực hiện nội dung: …………………………',
  'Nguồn vốn: tự có …………… triệu đồng; vay …………… triệu đồng.',
  'Ngày ……… tháng ……… năm ………',
  'Người đại diện (ký, ghi rõ họ tên)',
])

/** Forms that programmes and news offer. */
export const sampleForms: SampleItem<'files'>[] = [
  form(
    'mau-don',
    'Đơn đề nghị hỗ trợ (mẫu số 01)',
    'mau-01-don-de-nghi-ho-tro.docx',
    DOCX,
    APPLICATION,
  ),
  form(
    'mau-cam-ket',
    'Cam kết vốn đối ứng (mẫu số 02)',
    'mau-02-cam-ket-von-doi-ung.docx',
    DOCX,
    COMMITMENT,
  ),
  form(
    'mau-binh-chon',
    'Phiếu đăng ký bình chọn sản phẩm (mẫu số 03)',
    'mau-03-dang-ky-binh-chon.docx',
    DOCX,
    wordFile('PHIẾU ĐĂNG KÝ BÌNH CHỌN SẢN PHẨM (Mẫu số 03)', [
      SAMPLE,
      '1. Tên sản phẩm hoặc bộ sản phẩm: ………………………………………………',
      '2. Nhóm sản phẩm: ………………………………………………',
      '3. Cơ sở sản xuất, địa chỉ: ………………………………………………',
      '4. Giấy chứng nhận đã có (cấp, năm, số): ………………………………………………',
      '5. Mô tả sản phẩm (không quá một trang): ………………………………………………',
      'Gửi kèm: ba ảnh sản phẩm, bản sao giấy đăng ký kinh doanh, bản sao giấy chứng nhận.',
    ]),
  ),
  form(
    'mau-dang-ky-hoc',
    'Danh sách đăng ký học (mẫu số 04)',
    'mau-04-danh-sach-dang-ky-hoc.docx',
    DOCX,
    wordFile('DANH SÁCH ĐĂNG KÝ HỌC (Mẫu số 04)', [
      SAMPLE,
      'Tên lớp: ………………………………………………',
      'Cơ sở hoặc địa phương đăng ký: ………………………………………………',
      'Họ tên, năm sinh, nơi ở, điện thoại của từng người: ………………………………………………',
    ]),
  ),
  form(
    'bang-tinh-dien',
    'Bảng tính công suất điện mặt trời cho xưởng nhỏ',
    'bang-tinh-dien-mat-troi.xlsx',
    XLSX,
    excelFile('Tính toán', [
      ['Bảng tính mẫu, số liệu minh họa'],
      ['Khung giờ', 'Điện dùng (kWh/ngày)', 'Điện mặt trời (kWh/ngày)', 'Mua thêm (kWh/ngày)'],
      ['6–9 giờ', 18, 9, 9],
      ['9–15 giờ', 52, 60, 0],
      ['15–18 giờ', 20, 12, 8],
      ['18–22 giờ', 15, 0, 15],
    ]),
  ),
  form(
    'bo-mau-may-moc',
    'Trọn bộ biểu mẫu hỗ trợ máy móc',
    'bo-bieu-mau-ho-tro-may-moc.zip',
    'application/zip',
    zipFile({ 'mau-01-don-de-nghi.docx': APPLICATION, 'mau-02-cam-ket.docx': COMMITMENT }),
  ),
]

function form(
  key: string,
  title: string,
  name: string,
  mimetype: string,
  data: Buffer,
): SampleItem<'files'> {
  return { key, data: { title }, upload: async () => ({ name, mimetype, data }) }
}
