import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, ol, p, picture, table, ul } from '../../text/blocks.ts'
import { newsItem } from './news-item.ts'

/** "Hội chợ, thị trường" */
export const marketNews = (clock: SampleClock): SampleItem<'news'>[] => [
  newsItem(clock, 'hoi-cho-khu-vuc', {
    title: 'Hơn 120 gian hàng đăng ký Hội chợ hàng công nghiệp nông thôn khu vực',
    summary:
      'Ban tổ chức dành một khu riêng cho cơ sở tham gia lần đầu. Tỉnh Sông Châu góp 14 gian, trong đó có gian chung của sáu làng nghề.',
    published: [18, '10:00'],
    author: 'Ngọc Lan',
    sourceName: 'Báo Sông Châu (báo mẫu)',
    sourceUrl: 'https://bao.songchau.example/kinh-te/hoi-cho-cong-nghiep-nong-thon',
    category: 'hoi-cho',
    topics: ['hoi-cho'],
    cover: 'hoi-cho',
    news: ['nhan-chung'],
    blocks: [
      p(
        'Hội chợ kéo dài năm ngày, chia thành bốn khu: thủ công mỹ nghệ, thực phẩm chế biến, máy móc nhỏ và khu trình diễn nghề.',
      ),
      h2('Tỉnh mang gì đi'),
      ul(
        'Gốm men ngọc, sơn mài, lụa nhuộm lá và bộ giỏ mây mắt cáo.',
        'Cà phê, xoài sấy, bánh tráng phơi sương.',
        'Máy sấy MS-60 và máy chẻ mây chạy thử tại chỗ.',
      ),
      p(
        'Cơ sở còn muốn thuê gian hàng xem [chương trình hỗ trợ](programmes:gian-hang); thời gian nhận đăng ký không còn nhiều.',
      ),
    ],
  }),
  newsItem(clock, 'nhan-chung', {
    title: 'Sáu làng nghề mây tre thống nhất một nhãn chung để vào siêu thị',
    summary:
      'Nhãn ghi rõ xã làm ra sản phẩm và tên người thợ. Lô hàng đầu tiên giao trong quý tới.',
    published: [45, '16:05'],
    author: 'Thu Hằng',
    category: 'hoi-cho',
    topics: ['lang-nghe', 'hoi-cho'],
    cover: 'dan-may',
    documents: ['ttlt-26'],
    blocks: [
      p(
        'Trước đây mỗi làng một tem, cùng một kiểu giỏ mà năm giá khác nhau. Sau ba cuộc họp, sáu làng chọn chung một nhãn, một bảng cỡ và một mức giá sàn.',
      ),
      picture('dan-may'),
      h2('Ba việc đã làm xong'),
      ol(
        'Bảng cỡ: mười hai cỡ giỏ, sai số không quá 5 mm.',
        'Phiếu kiểm hàng: ai đan, ai kiểm, ngày nào.',
        'Quy chế dùng nhãn: làng nào để hàng lỗi ba lần thì tạm ngừng dùng nhãn một quý.',
      ),
      p('Chi phí thiết kế và đăng ký nhãn được khuyến công hỗ trợ một phần.'),
    ],
  }),
  newsItem(clock, 'ban-hang-truc-tuyen', {
    title: 'Bán hàng trực tuyến: ba việc cơ sở nhỏ nên làm trước khi chụp ảnh',
    summary:
      'Cân thử phí vận chuyển, viết lời cam kết đổi trả và chọn đúng ba mặt hàng để bán trước.',
    published: [152, '09:40'],
    author: 'Quốc Bình',
    category: 'hoi-cho',
    topics: ['hoi-cho'],
    blocks: [
      p('Bài học từ mười lăm cơ sở dự lớp bán hàng trực tuyến của Trung tâm.'),
      h2('1. Cân thử'),
      p('Đóng gói thật, cân thật, hỏi giá gửi đến ba nơi xa nhất. Nhiều món lỗ chỉ vì cồng kềnh.'),
      h2('2. Viết lời cam kết'),
      p('Hàng vỡ thì ai chịu, đổi trong mấy ngày. Viết ngắn, đặt ngay dưới ảnh.'),
      h2('3. Chọn ba mặt hàng'),
      table(
        ['Nên chọn', 'Chưa nên'],
        ['Nhẹ, khó vỡ, dùng hằng ngày', 'Hàng đặt riêng từng chiếc'],
        ['Làm kịp 50 cái mỗi tuần', 'Hàng phải chờ cả tháng'],
      ),
    ],
  }),
]
