import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, p, ul } from '../../text/blocks.ts'
import {
  ADVICE_OFFICE,
  EXTENSION_OFFICE,
  OLD_LEVEL,
  programmeItem,
  RURAL,
  support,
} from './programme-item.ts'

/** Cleaner production, clusters, relocation and treatment. */
export const environmentProgrammes = (clock: SampleClock): SampleItem<'programmes'>[] => [
  programmeItem('san-xuat-sach', {
    title: 'Tư vấn, đánh giá sản xuất sạch hơn',
    summary:
      'Chuyên gia đến xưởng đo điện, nước, nguyên liệu rồi chỉ ra chỗ có thể giảm; không giới hạn quy mô và địa bàn.',
    activity: '2',
    beneficiaries: ['any-producer'],
    sectors: ['cleaner'],
    recurrence: 'always',
    blocks: [
      p('Cơ sở không phải trả tiền cho đợt đánh giá; nhận lịch đến khi hết kinh phí của năm.'),
      h2('Cơ sở chuẩn bị'),
      ul(
        'hóa đơn điện, nước của mười hai tháng;',
        'sổ nhập nguyên liệu và xuất hàng;',
        'một người nắm rõ dây chuyền đi cùng đoàn.',
      ),
    ],
    steps: [
      { title: 'Đăng ký', detail: 'Gọi điện hoặc gửi thư điện tử cho Phòng Tư vấn.' },
      { title: 'Đo tại xưởng', detail: 'Một đến ba ngày, không phải dừng máy.' },
      {
        title: 'Nhận báo cáo',
        detail: 'Trong 20 ngày làm việc, có ước tính tiền tiết kiệm của từng việc.',
      },
    ],
    basis: ['nd-45', 'nd-235'],
    contacts: [ADVICE_OFFICE],
  }),
  programmeItem('ha-tang-cum', {
    title: 'Hỗ trợ hạ tầng kỹ thuật cụm công nghiệp',
    summary: 'Hỗ trợ chủ đầu tư làm đường nội bộ, thoát nước và xử lý nước thải chung của cụm.',
    activity: '7',
    beneficiaries: ['sme', 'cooperative'],
    support: [
      support('tt-28', { item: 'Hạ tầng kỹ thuật cụm công nghiệp', cap: 6_000, unit: 'một cụm' }),
    ],
    opens: clock.day(40),
    closes: clock.day(100),
    recurrence: 'yearly',
    blocks: [p('Ưu tiên cụm đã có cơ sở hoạt động nhưng chưa có trạm xử lý nước thải tập trung.')],
    steps: [
      { title: 'Nộp đề án', detail: `Nhận từ ngày ${clock.written(40)}.` },
      { title: 'Thẩm định', detail: 'Sở Công Thương lấy ý kiến Sở Tài chính và địa phương.' },
    ],
    formKeys: ['mau-don', 'mau-cam-ket'],
    basis: ['tt-28', 'tt-64', 'nd-45'],
    contacts: [EXTENSION_OFFICE],
  }),
  programmeItem('di-doi', {
    title: 'Lãi suất vay vốn để di dời vào cụm công nghiệp',
    summary: 'Bù một nửa lãi vay trong hai năm đầu sau khi cơ sở chuyển xưởng ra khỏi khu dân cư.',
    activity: '7',
    beneficiaries: [...RURAL],
    support: [
      support('ttlt-26', {
        item: 'Lãi suất vay trong hai năm (mức theo quy định cũ, cần kiểm tra)',
        rate: 50,
        cap: 500,
        unit: 'một cơ sở',
      }),
    ],
    opens: clock.day(-130),
    closes: clock.day(-22),
    recurrence: 'yearly',
    blocks: [OLD_LEVEL, p('Đợt này đã đóng. Thời gian nhận đợt sau sẽ được báo trên trang này.')],
    steps: [
      { title: 'Ký hợp đồng vay', detail: 'Với tổ chức tín dụng, ghi rõ mục đích di dời.' },
      { title: 'Nộp hồ sơ', detail: 'Kèm quyết định hoặc đơn tự nguyện di dời.' },
    ],
    formKeys: ['mau-don'],
    basis: ['nd-45', 'ttlt-26'],
    contacts: [EXTENSION_OFFICE],
  }),
  programmeItem('xu-ly-o-nhiem', {
    title: 'Xử lý ô nhiễm môi trường tại cơ sở và cụm công nghiệp',
    summary: 'Hỗ trợ một phần chi phí lắp hệ thống xử lý khí thải, nước thải, bụi.',
    activity: '7',
    beneficiaries: [...RURAL],
    sectors: ['cleaner'],
    support: [
      support('ttlt-26', {
        item: 'Hệ thống xử lý tại một cơ sở (mức theo quy định cũ, cần kiểm tra)',
        rate: 30,
        cap: 300,
        unit: 'một cơ sở',
      }),
      support('ttlt-26', {
        item: 'Hệ thống xử lý chung của cụm (mức theo quy định cũ, cần kiểm tra)',
        rate: 30,
        cap: 1_500,
        unit: 'một cụm',
      }),
    ],
    opens: clock.day(-95),
    closes: clock.day(-60),
    blocks: [OLD_LEVEL, p('Cơ sở nên làm đánh giá sản xuất sạch hơn trước khi đầu tư xử lý.')],
    steps: [
      { title: 'Đánh giá hiện trạng', detail: 'Có kết quả đo của đơn vị đủ năng lực.' },
      { title: 'Nộp hồ sơ', detail: 'Kèm thiết kế và báo giá.' },
    ],
    formKeys: ['mau-don', 'mau-cam-ket'],
    basis: ['nd-45', 'ttlt-26'],
    contacts: [EXTENSION_OFFICE],
  }),
]
