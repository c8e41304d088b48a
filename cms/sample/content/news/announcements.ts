import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, p, table, ul } from '../../text/blocks.ts'
import { newsItem } from './news-item.ts'

/** "Thông báo" */
export const announcements = (clock: SampleClock): SampleItem<'news'>[] => [
  newsItem(clock, 'lich-tiep', {
    title: 'Lịch tiếp cơ sở đến hỏi về hồ sơ khuyến công',
    summary:
      'Ngoài giờ hành chính, Trung tâm tiếp thêm hai buổi tối mỗi tuần tại xã để cơ sở khỏi bỏ việc đi xa.',
    published: [3, '07:45'],
    author: 'Văn phòng Trung tâm',
    category: 'thong-bao',
    topics: ['ho-tro-thiet-bi'],
    commentsAllowed: false,
    blocks: [
      h2('Tại Trung tâm'),
      p('Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00, phòng một cửa tầng trệt.'),
      h2('Tại xã'),
      table(
        ['Buổi', 'Nơi tiếp', 'Cán bộ'],
        ['Tối thứ Ba, 18:30–20:30', 'Nhà văn hóa xã Tân Mỹ', 'Phòng Khuyến công'],
        ['Tối thứ Năm, 18:30–20:30', 'Trụ sở xã Phú Hòa', 'Phòng Tư vấn'],
      ),
      p('Nên mang theo giấy đăng ký kinh doanh và báo giá máy, nếu có.'),
    ],
  }),
  newsItem(clock, 'ket-qua-xet-ho-so', {
    title: 'Kết quả xét hồ sơ hỗ trợ máy móc, thiết bị đợt trước',
    summary:
      'Bốn cơ sở được phê duyệt, tổng mức hỗ trợ 741 triệu đồng. Hai hồ sơ cần bổ sung báo giá.',
    published: [53, '16:30'],
    author: 'Phòng Khuyến công',
    category: 'thong-bao',
    more: ['may-moc'],
    topics: ['ho-tro-thiet-bi'],
    files: ['qd-danh-muc'],
    documents: ['qd-danh-muc'],
    blocks: [
      p('Danh sách theo [Quyết định số 289/QĐ-SCT (văn bản mẫu)](documents:qd-danh-muc):'),
      table(
        ['Cơ sở', 'Máy, thiết bị', 'Hỗ trợ (triệu đồng)'],
        ['Tổ hợp tác dệt cói An Bình', 'Máy dệt bán tự động', '145'],
        ['Công ty TNHH Gốm Châu Thành', 'Lò nung con thoi', '300'],
        ['Hợp tác xã nông sản Gò Sen', 'Máy tráng bánh liên tục', '210'],
        ['Xưởng sơn mài Bến Vân', 'Buồng phun và hút bụi sơn', '86'],
      ),
      p('Hai cơ sở còn thiếu báo giá thứ hai đã được gọi điện báo và được xét trong đợt sau.'),
    ],
  }),
  newsItem(clock, 'bao-tri', {
    title: 'Trang thông tin tạm dừng hai giờ để bảo trì',
    summary: 'Bảo trì vào ban đêm. Trong thời gian này vẫn đọc được tin, chưa gửi được câu hỏi.',
    published: [38, '08:00'],
    expiresAt: clock.daysAgo(29, '05:00'),
    author: 'Văn phòng Trung tâm',
    category: 'thong-bao',
    commentsAllowed: false,
    blocks: [
      p(
        `Thời gian: từ 22 giờ đến 24 giờ ngày ${clock.written(-30)}. Việc gấp xin gọi số 0200 3000 118.`,
      ),
    ],
  }),
  newsItem(clock, 'cong-khai-kinh-phi', {
    title: 'Công khai kinh phí khuyến công địa phương trong năm',
    summary:
      'Số tiền theo từng nội dung và đơn vị thực hiện; bạn đọc có thể gửi câu hỏi ngay tại trang này.',
    published: [341, '09:00'],
    author: 'Văn phòng Trung tâm',
    category: 'thong-bao',
    documents: ['kh-moi'],
    blocks: [
      table(
        ['Nội dung', 'Kinh phí (triệu đồng)'],
        ['Máy móc, thiết bị', '4.200'],
        ['Mô hình trình diễn kỹ thuật', '800'],
        ['Đào tạo, truyền nghề', '900'],
        ['Đánh giá sản xuất sạch hơn', '600'],
        ['Bình chọn, hội chợ, tuyên truyền', '1.100'],
      ),
      ul('Đơn vị thực hiện: Trung tâm.', 'Đơn vị giám sát: Sở Công Thương và Sở Tài chính.'),
    ],
  }),
]
