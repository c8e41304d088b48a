import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, p, picture, table, ul } from '../../text/blocks.ts'
import { newsItem } from './news-item.ts'

/** "Cụm công nghiệp" */
export const clusterNews = (clock: SampleClock): SampleItem<'news'>[] => [
  newsItem(clock, 'nuoc-thai-tan-my', {
    title: 'Cụm Tân Mỹ chạy thử trạm xử lý nước thải giai đoạn một',
    summary:
      'Ba bể chạy nối tiếp, công suất 400 mét khối một ngày. Kết quả đo được dán ở cổng cụm hằng tuần.',
    published: [30, '10:30'],
    author: 'Hữu Phước',
    category: 'cum-cong-nghiep',
    topics: ['moi-truong'],
    cover: 'xu-ly-nuoc',
    news: ['co-khi-phu-hoa'],
    documents: ['kh-moi', 'tt-28'],
    blocks: [
      p(
        'Trạm nhận nước từ mười một cơ sở đang hoạt động. Trong thời gian chạy thử, nước sau xử lý giữ lại ở hồ kiểm chứng, đạt mới cho chảy ra kênh.',
      ),
      picture('xu-ly-nuoc'),
      h2('Ai trả tiền vận hành'),
      ul(
        'Cơ sở trả theo số mét khối và mức độ bẩn của nước thải.',
        'Cơ sở tự xử lý sơ bộ tốt được giảm giá.',
        'Sổ vận hành công khai cho đại diện thôn cùng xem.',
      ),
      p('Giai đoạn hai sẽ làm khi cụm lấp đầy bảy phần mười diện tích.'),
    ],
  }),
  newsItem(clock, 'co-khi-phu-hoa', {
    title: 'Mười hai hộ cơ khí đăng ký chuyển vào cụm Phú Hòa',
    summary:
      'Các hộ ở phố chợ muốn có chỗ làm rộng hơn, không còn bị phàn nàn tiếng búa. Điều còn vướng là tiền thuê đất trả một lần.',
    published: [76, '15:00'],
    author: 'Ngọc Lan',
    category: 'cum-cong-nghiep',
    topics: ['moi-truong', 'ho-tro-thiet-bi'],
    cover: 'cum-cong-nghiep',
    news: ['lap-day-phu-hoa'],
    blocks: [
      p(
        'Buổi gặp do Trung tâm và xã Phú Hòa tổ chức kéo dài đến quá trưa. Phần lớn câu hỏi xoay quanh tiền thuê đất và điện ba pha.',
      ),
      h2('Câu hỏi và trả lời'),
      table(
        ['Hộ hỏi', 'Chủ đầu tư cụm trả lời'],
        ['Có được trả tiền thuê hằng năm không?', 'Được, với lô dưới 500 mét vuông.'],
        ['Bao giờ có điện ba pha?', 'Trạm biến áp đã xong, đóng điện theo lô.'],
        ['Có chỗ gửi xe hàng không?', 'Bãi chung ở cổng phía đông.'],
      ),
      p(
        'Hộ vay vốn để chuyển xưởng theo dõi chương trình [lãi suất vay vốn để di dời](programmes:di-doi).',
      ),
    ],
  }),
  newsItem(clock, 'lap-day-phu-hoa', {
    title: 'Cụm công nghiệp Phú Hòa giao đợt mặt bằng cuối của giai đoạn một',
    summary: 'Năm lô sau cùng dành cho chế biến nông sản và cơ khí nhỏ, mỗi lô từ 500 mét vuông.',
    published: [301, '09:30'],
    author: 'Ngọc Lan',
    category: 'cum-cong-nghiep',
    blocks: [
      p(
        'Đường nội bộ, cấp nước và chiếu sáng đã hoàn thành. Cơ sở nhận mặt bằng có mười hai tháng để khởi công, quá hạn sẽ bị thu hồi theo hợp đồng.',
      ),
      ul(
        'Ba lô chế biến nông sản.',
        'Hai lô cơ khí nhỏ.',
        'Không nhận ngành có nước thải nhuộm, xi mạ.',
      ),
    ],
  }),
]
