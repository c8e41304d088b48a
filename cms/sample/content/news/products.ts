import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, ol, p, picture, ul } from '../../text/blocks.ts'
import { newsItem } from './news-item.ts'

/** When the last national round was decided. */
export const NATIONAL_ROUND_DAYS_AGO = 111

/** "Sản phẩm tiêu biểu" */
export const productNews = (clock: SampleClock): SampleItem<'news'>[] => [
  newsItem(clock, 'binh-chon-diem-moi', {
    title: 'Hồ sơ bình chọn sản phẩm tiêu biểu cấp tỉnh có ba điểm mới',
    summary:
      'Ảnh nộp bản số, giấy chứng nhận cũ được tra trên hệ thống, thời gian chấm rút còn mười ngày.',
    published: [9, '08:40'],
    pinned: true,
    author: 'Ngọc Lan',
    category: 'san-pham-tieu-bieu',
    more: ['thong-bao'],
    topics: ['binh-chon'],
    cover: 'xuong-gom',
    files: ['mau-binh-chon'],
    news: ['cong-nhan-quoc-gia'],
    documents: ['tt-26'],
    blocks: [
      p(
        'Đợt bình chọn năm nay giữ bốn nhóm sản phẩm như [Thông tư số 26/2014/TT-BCT](documents:tt-26), nhưng cách nộp gọn hơn.',
      ),
      h2('Ba điểm mới'),
      ol(
        'Ba ảnh sản phẩm nộp bản số, không cần in.',
        'Giấy chứng nhận của các năm trước do Trung tâm tự tra, cơ sở chỉ ghi số.',
        'Hội đồng chấm trong mười ngày, mời cơ sở đến giới thiệu sản phẩm thật.',
      ),
      h2('Ảnh thế nào thì đạt'),
      ul(
        'Ảnh 1: toàn bộ sản phẩm trên nền sáng.',
        'Ảnh 2: chi tiết cho thấy tay nghề.',
        'Ảnh 3: sản phẩm khi sử dụng hoặc một màu khác.',
      ),
      p(
        `Hạn nộp là ngày ${clock.written(29)}. Xem đầy đủ tại [trang chương trình](programmes:binh-chon).`,
      ),
    ],
  }),
  newsItem(clock, 'cong-nhan-quoc-gia', {
    title: 'Hai sản phẩm của Sông Châu được công nhận cấp quốc gia',
    summary: 'Bình hoa men ngọc vẽ lam và máy sấy nông sản MS-60 vượt qua vòng chấm cuối cùng.',
    published: [NATIONAL_ROUND_DAYS_AGO, '17:00'],
    author: 'Thu Hằng',
    sourceName: 'Báo Sông Châu (báo mẫu)',
    sourceUrl: 'https://bao.songchau.example/kinh-te/hai-san-pham-cap-quoc-gia',
    category: 'san-pham-tieu-bieu',
    topics: ['binh-chon'],
    cover: 'may-say',
    news: ['giu-chung-nhan'],
    documents: ['tt-26'],
    blocks: [
      p(
        'Một chiếc bình và một chiếc máy, hai thứ tưởng xa nhau, lại cùng ra đời từ một nhu cầu: làm đều tay hơn mà không mất nét riêng.',
      ),
      h2('Bình hoa men ngọc vẽ lam'),
      p(
        'Hội đồng đánh giá cao lớp [men pha từ tro trấu](products:binh-gom) và nét vẽ lam đều tay ở cả những lô hàng lớn.',
      ),
      h2('Máy sấy MS-60'),
      picture('may-say'),
      p(
        'Điểm cộng lớn nhất của [máy sấy](products:may-say) là thay được từng cụm chi tiết; thợ ở xã sửa được, không phải chở máy về xưởng.',
      ),
    ],
  }),
  newsItem(clock, 'giu-chung-nhan', {
    title: 'Sau giấy chứng nhận: cơ sở làm gì để giữ khách',
    summary:
      'Giấy có hạn, lòng tin thì phải giữ hằng ngày. Kinh nghiệm của ba cơ sở đã qua hai lần được chứng nhận.',
    published: [186, '10:50'],
    author: 'Hữu Phước',
    category: 'san-pham-tieu-bieu',
    topics: ['binh-chon', 'lang-nghe'],
    blocks: [
      p(
        'Giấy chứng nhận có giá trị đến ngày 31/12 của năm thứ ba kể từ năm được công nhận. Gần hết hạn, cơ sở nên chuẩn bị hồ sơ mới từ đầu năm, đừng đợi đến cuối năm.',
      ),
      ul(
        'In số giấy chứng nhận và năm lên nhãn; hết hạn thì gỡ.',
        'Giữ lại mỗi lô một mẫu để so khi khách khiếu nại.',
        'Mỗi năm hỏi mười khách quen một câu: điều gì nên sửa.',
      ),
    ],
  }),
]
