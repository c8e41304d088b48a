import { sampleId, type SampleItem } from '../sample-item.ts'

/** Parents stand before their children. */
export const sampleCategories: SampleItem<'categories'>[] = [
  category('khuyen-cong', 'Khuyến công', 1, {
    description:
      'Hỗ trợ thiết bị, đào tạo nghề, hội chợ và hoạt động của các cơ sở công nghiệp nông thôn.',
  }),
  category('may-moc', 'Máy móc, thiết bị', 1, {
    description:
      'Ứng dụng máy móc tiên tiến, chuyển giao công nghệ và mô hình trình diễn kỹ thuật.',
    parent: 'khuyen-cong',
  }),
  category('dao-tao', 'Đào tạo nghề', 2, {
    description: 'Lớp dạy nghề, truyền nghề và tập huấn cho lao động, chủ cơ sở ở nông thôn.',
    parent: 'khuyen-cong',
  }),
  category('hoi-cho', 'Hội chợ, thị trường', 3, {
    description:
      'Hội chợ, phòng trưng bày, nhãn hiệu và nơi tiêu thụ của hàng công nghiệp nông thôn.',
    parent: 'khuyen-cong',
  }),
  category('san-xuat-sach-hon', 'Sản xuất sạch hơn', 2, {
    description: 'Tiết kiệm nguyên liệu, điện, nước và giảm chất thải ngay trong xưởng.',
  }),
  category('cum-cong-nghiep', 'Cụm công nghiệp', 3, {
    description: 'Quy hoạch, hạ tầng, di dời cơ sở và môi trường trong các cụm công nghiệp.',
  }),
  category('san-pham-tieu-bieu', 'Sản phẩm tiêu biểu', 4, {
    description: 'Bình chọn và tôn vinh sản phẩm công nghiệp nông thôn tiêu biểu.',
  }),
  category('thong-bao', 'Thông báo', 5, {
    description: 'Lịch làm việc, thời hạn nhận hồ sơ và thông báo của Trung tâm.',
  }),
]

export const sampleTopics: SampleItem<'topics'>[] = [
  topic('ho-tro-thiet-bi', 'Hỗ trợ thiết bị', 1),
  topic('tiet-kiem-nang-luong', 'Tiết kiệm năng lượng', 2),
  topic('lang-nghe', 'Làng nghề', 3),
  topic('hoi-cho', 'Hội chợ, triển lãm', 4),
  topic('binh-chon', 'Bình chọn sản phẩm', 5),
  topic('moi-truong', 'Xử lý môi trường', 6),
  topic('truyen-nghe', 'Truyền nghề', 7),
]

function category(
  key: string,
  title: string,
  order: number,
  { description, parent }: { description: string; parent?: string },
): SampleItem<'categories'> {
  const above = parent ? { parent: sampleId('categories', parent) } : {}
  return { key, data: { title, description, order, ...above } }
}

function topic(key: string, title: string, order: number): SampleItem<'topics'> {
  return { key, data: { title, order } }
}
