import { h2, p, table, ul } from '../../text/blocks.ts'
import { pageItem } from './page-item.ts'

const SAMPLE = p(
  '*Nội dung mẫu của một tỉnh giả định. Hãy thay bằng quyết định thành lập và thông tin của đơn vị mình.*',
)

/** Who the centre is and what it does. */
export const centrePages = [
  pageItem(
    'gioi-thieu',
    'Giới thiệu',
    'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp là đơn vị sự nghiệp thuộc Sở Công Thương tỉnh Sông Châu.',
    SAMPLE,
    p(
      'Trung tâm giúp cơ sở sản xuất công nghiệp, tiểu thủ công nghiệp ở nông thôn đổi mới máy móc, đào tạo lao động, làm ra sản phẩm tốt và sạch hơn, tìm được nơi bán.',
    ),
    h2('Bộ phận và điện thoại'),
    table(
      ['Bộ phận', 'Việc chính', 'Điện thoại'],
      ['Văn phòng', 'Tiếp nhận hồ sơ, công văn, tài chính', '0200 3000 118'],
      ['Phòng Khuyến công', 'Hỗ trợ máy móc, đào tạo, hội chợ, bình chọn', '0200 3000 121'],
      [
        'Phòng Tư vấn phát triển công nghiệp',
        'Sản xuất sạch hơn, lập dự án, thương hiệu',
        '0200 3000 125',
      ],
    ),
    h2('Cam kết với cơ sở'),
    ul(
      'Trả lời câu hỏi trong 15 ngày làm việc.',
      'Hồ sơ thiếu giấy tờ được báo một lần, đầy đủ.',
      'Kết quả xét hồ sơ được công khai trên trang này.',
    ),
    h2('Đến Trung tâm'),
    p(
      'Số 18 đường Bạch Đằng, phường Châu Thành. Có chỗ để xe, lối lên cho xe lăn ở cửa bên phải. Làm việc từ thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00.',
    ),
  ),
  pageItem(
    'chuc-nang-nhiem-vu',
    'Chức năng, nhiệm vụ',
    'Những việc Trung tâm làm, theo các nội dung hoạt động khuyến công của Nghị định số 45/2012/NĐ-CP.',
    SAMPLE,
    h2('Chức năng'),
    p(
      'Trung tâm thực hiện hoạt động khuyến công và cung cấp dịch vụ tư vấn phát triển công nghiệp trên địa bàn tỉnh, chịu sự quản lý của Sở Công Thương.',
    ),
    h2('Nhiệm vụ'),
    ul(
      'Xây dựng, thực hiện kế hoạch khuyến công địa phương và các đề án khuyến công quốc gia được giao.',
      'Tổ chức đào tạo nghề, truyền nghề, tập huấn quản lý.',
      'Hỗ trợ mô hình trình diễn kỹ thuật, chuyển giao công nghệ, ứng dụng máy móc tiên tiến.',
      'Tổ chức bình chọn sản phẩm công nghiệp nông thôn tiêu biểu; tổ chức, tham gia hội chợ.',
      'Tư vấn sản xuất sạch hơn, lập dự án, xây dựng thương hiệu.',
      'Hỗ trợ phát triển cụm công nghiệp, di dời cơ sở ra khỏi khu dân cư.',
      'Cung cấp thông tin về chính sách, thị trường cho cơ sở công nghiệp nông thôn.',
    ),
    h2('Căn cứ'),
    ul(
      '[Nghị định số 45/2012/NĐ-CP](documents:nd-45) về khuyến công.',
      '[Nghị định số 235/2025/NĐ-CP](documents:nd-235) sửa đổi, bổ sung Nghị định số 45/2012/NĐ-CP.',
    ),
  ),
]
