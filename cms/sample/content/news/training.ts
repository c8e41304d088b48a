import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, p, picture, quote, table, ul } from '../../text/blocks.ts'
import { newsItem } from './news-item.ts'

/** "Đào tạo nghề" */
export const trainingNews = (clock: SampleClock): SampleItem<'news'>[] => [
  newsItem(clock, 'lop-san-xuat-sach', {
    title: 'Bốn lớp tập huấn sản xuất sạch hơn, học ngay tại xưởng',
    summary:
      'Mỗi lớp nhận 30 học viên, học trong hai ngày. Cơ sở đăng ký trước được chuyên gia khảo sát chính dây chuyền của mình.',
    published: [11, '09:20'],
    author: 'Thu Hằng',
    category: 'dao-tao',
    more: ['san-xuat-sach-hon'],
    topics: ['tiet-kiem-nang-luong', 'moi-truong'],
    cover: 'lop-tap-huan',
    files: ['mau-dang-ky-hoc'],
    news: ['lo-nung', 'dien-mat-troi'],
    blocks: [
      p(
        'Thay vì ngồi hội trường, học viên đi theo dòng nguyên liệu từ cổng vào đến kho thành phẩm của một xưởng có thật, tự đo và tự tính chỗ hao hụt.',
      ),
      h2('Lịch học'),
      table(
        ['Lớp', 'Nơi học', 'Khai giảng'],
        ['Chế biến nông sản', 'Hợp tác xã nông sản Gò Sen', clock.written(18)],
        ['Gốm sứ', 'Công ty TNHH Gốm Châu Thành', clock.written(25)],
        ['Mây tre', 'Hợp tác xã mây tre Tân Mỹ', clock.written(32)],
        ['Cơ khí', 'Cụm công nghiệp Phú Hòa', clock.written(39)],
      ),
      h2('Đăng ký'),
      ul(
        'Gửi danh sách theo mẫu số 04, mỗi cơ sở không quá ba người.',
        'Không thu học phí; học viên ở xa được bố trí chỗ nghỉ trưa.',
      ),
    ],
  }),
  newsItem(clock, 'truyen-nghe-son-mai', {
    title: 'Nghệ nhân 71 tuổi nhận dạy mười hai học trò sơn mài',
    summary:
      'Lớp truyền nghề ở Bến Vân kéo dài tám tuần; bài tập cuối khóa là một chiếc hộp cẩn vỏ trứng làm trọn từ đầu đến cuối.',
    published: [121, '15:30'],
    author: 'Ngọc Lan',
    category: 'dao-tao',
    topics: ['truyen-nghe', 'lang-nghe'],
    cover: 'son-mai',
    blocks: [
      p(
        'Ông Phan Văn Lựu bảo nghề sơn không giấu được: người vội thì mặt hộp gợn, người lơ đãng thì nước sơn đục. Vì thế tuần đầu tiên học trò chỉ được mài.',
      ),
      picture('son-mai'),
      quote('Mười hai đứa mà sau này còn ba đứa sống bằng nghề là tôi mừng rồi.'),
      h2('Học xong có việc'),
      p(
        'Xưởng Bến Vân cam kết nhận năm học viên vào làm; số còn lại nhận phôi về nhà hoàn thiện, giao theo tháng. Trung tâm chi trả tiền công dạy và nguyên liệu.',
      ),
    ],
  }),
  newsItem(clock, 'lop-ke-toan', {
    title: 'Lớp kế toán giản đơn cho hộ kinh doanh kín chỗ sau ba ngày',
    summary:
      'Học bốn buổi tối, mang theo hóa đơn của chính mình. Trung tâm mở thêm một lớp trong tháng tới.',
    published: [201, '08:45'],
    author: 'Quốc Bình',
    category: 'dao-tao',
    topics: ['truyen-nghe'],
    blocks: [
      p(
        'Nhiều hộ biết mình có lãi nhưng không biết lãi từ món nào. Lớp học bắt đầu bằng việc chép lại một tuần mua bán, rồi tách tiền nhà và tiền xưởng.',
      ),
      ul(
        'Buổi 1: ghi thu chi hằng ngày.',
        'Buổi 2: tính giá thành một sản phẩm.',
        'Buổi 3: kiểm kho và công nợ.',
        'Buổi 4: chuẩn bị sổ để nộp hồ sơ vay hoặc hồ sơ khuyến công.',
      ),
    ],
  }),
]
