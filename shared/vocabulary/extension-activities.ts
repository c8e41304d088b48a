import type { Term } from './term.ts'

export interface ExtensionActivity extends Term {
  /** What an enterprise would say it needs, to follow "Tôi muốn …". */
  readonly need: string
}

/** The nine industrial extension activities: NĐ 45/2012/NĐ-CP, Article 4. */
export const EXTENSION_ACTIVITIES = [
  { value: '1', label: 'Đào tạo nghề, truyền nghề', need: 'đào tạo lao động' },
  {
    value: '2',
    label: 'Nâng cao năng lực quản lý, sản xuất sạch hơn, khởi sự doanh nghiệp, mở rộng thị trường',
    need: 'nâng cao quản lý, khởi sự doanh nghiệp',
  },
  {
    value: '3',
    label: 'Mô hình trình diễn kỹ thuật, chuyển giao công nghệ, ứng dụng máy móc tiên tiến',
    need: 'đầu tư máy móc, công nghệ',
  },
  {
    value: '4',
    label:
      'Phát triển sản phẩm công nghiệp nông thôn tiêu biểu, hội chợ, thương hiệu, phòng trưng bày',
    need: 'bình chọn sản phẩm, dự hội chợ, xây dựng thương hiệu',
  },
  { value: '5', label: 'Tư vấn, trợ giúp cơ sở công nghiệp nông thôn', need: 'được tư vấn' },
  {
    value: '6',
    label: 'Cung cấp thông tin về chính sách, thị trường',
    need: 'tìm thông tin, tuyên truyền',
  },
  {
    value: '7',
    label: 'Liên doanh, liên kết, phát triển cụm công nghiệp, di dời cơ sở gây ô nhiễm',
    need: 'vào cụm công nghiệp, di dời cơ sở',
  },
  { value: '8', label: 'Hợp tác quốc tế về khuyến công', need: 'hợp tác quốc tế' },
  {
    value: '9',
    label: 'Nâng cao năng lực quản lý hoạt động khuyến công',
    need: 'nâng cao năng lực làm khuyến công',
  },
] as const satisfies readonly ExtensionActivity[]

export type ExtensionActivityValue = (typeof EXTENSION_ACTIVITIES)[number]['value']
