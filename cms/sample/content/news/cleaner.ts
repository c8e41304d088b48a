import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, p, picture, quote, table, ul } from '../../text/blocks.ts'
import { newsItem } from './news-item.ts'

/** "Sản xuất sạch hơn" */
export const cleanerNews = (clock: SampleClock): SampleItem<'news'>[] => [
  newsItem(clock, 'lo-nung', {
    title: 'Đổi lò nung con thoi, xưởng gốm bớt một phần ba lượng gas',
    summary:
      'Lò mới giữ nhiệt tốt hơn và nung được ba mẻ mỗi tuần. Xưởng Châu Thành chia sẻ số đo trước và sau khi đổi lò.',
    published: [15, '08:15'],
    author: 'Hữu Phước',
    category: 'san-xuat-sach-hon',
    more: ['may-moc'],
    topics: ['tiet-kiem-nang-luong', 'ho-tro-thiet-bi'],
    cover: 'lo-nung',
    news: ['dien-mat-troi', 'noi-hoi'],
    documents: ['qd-danh-muc', 'nd-45'],
    blocks: [
      p(
        'Lò cũ xây từ năm 2009, tường đã nứt nhiều chỗ. Mỗi mẻ nung 26 giờ, hàng ở góc lò thường sống men. Lò con thoi mới có lớp bông gốm cách nhiệt và bàn đẩy thay nhau, nguội mẻ này thì xếp mẻ kia.',
      ),
      picture('lo-nung'),
      h2('Số đo của chín mẻ đầu'),
      table(
        ['Chỉ tiêu', 'Lò cũ', 'Lò mới'],
        ['Gas một mẻ (kg)', '312', '206'],
        ['Thời gian nung (giờ)', '26', '15'],
        ['Hàng đạt loại một', '63%', '88%'],
      ),
      quote(
        'Bớt gas thì mừng một, bớt thức đêm canh lò thì mừng mười. (Anh Lê Văn Thông, tổ trưởng tổ lò)',
      ),
      p(
        'Cơ sở muốn biết mình có thể giảm ở đâu nên bắt đầu bằng [đánh giá sản xuất sạch hơn](programmes:san-xuat-sach), không phải trả tiền.',
      ),
    ],
  }),
  newsItem(clock, 'dien-mat-troi', {
    title: 'Điện mặt trời cho xưởng nhỏ: tính công suất trước khi đầu tư',
    summary:
      'Bảng tính mẫu giúp cơ sở so điện dùng theo giờ với điện làm ra, để không lắp thừa rồi bỏ phí.',
    published: [60, '09:10'],
    author: 'Quốc Bình',
    category: 'san-xuat-sach-hon',
    topics: ['tiet-kiem-nang-luong'],
    cover: 'mai-nang-luong',
    files: ['bang-tinh-dien'],
    blocks: [
      p(
        'Sai lầm thường gặp là lấy tổng tiền điện cả tháng chia ra. Điện mặt trời chỉ có ban ngày, nên điều cần biết là xưởng dùng bao nhiêu điện **vào giờ nào**.',
      ),
      h2('Bốn bước'),
      ul(
        'Ghi số công tơ lúc 6, 9, 15, 18 và 22 giờ trong bảy ngày.',
        'Điền vào bảng tính kèm theo bài.',
        'Chọn công suất vừa đủ cho khung 9–15 giờ.',
        'Hỏi kỹ thời gian bảo hành bộ biến tần và ai sẽ lau tấm pin.',
      ),
      picture('mai-nang-luong'),
      p('Xưởng chủ yếu chạy ca đêm thì chưa nên lắp; hãy thay động cơ cũ trước.'),
    ],
  }),
  newsItem(clock, 'noi-hoi', {
    title: 'Nồi hơi dùng chung: mười một hộ mây tre thôi xông lưu huỳnh',
    summary:
      'Hơi nước nóng thay cho lưu huỳnh để chống mốc. Các hộ góp tiền theo số bó mây mang đến hấp.',
    published: [141, '14:20'],
    author: 'Thu Hằng',
    category: 'san-xuat-sach-hon',
    topics: ['moi-truong', 'lang-nghe'],
    cover: 'san-xuat-sach',
    blocks: [
      p(
        'Mùi lưu huỳnh từng là chuyện thường ngày ở thôn Đông. Nồi hơi đốt viên nén mùn cưa đặt cuối thôn, hấp một lượt 80 bó mây trong bốn giờ.',
      ),
      h2('Góp thế nào cho công bằng'),
      ul(
        'Mỗi bó hấp trả 6.000 đồng, đủ tiền nhiên liệu và công đốt.',
        'Hộ góp vốn ban đầu được giảm một phần ba trong hai năm.',
        'Sổ hấp treo ở nhà văn hóa, ai cũng xem được.',
      ),
    ],
  }),
  newsItem(clock, 'do-nuoc', {
    title: 'Đo nước từng công đoạn, xưởng bánh tráng thấy chỗ rò rỉ',
    summary: 'Sáu chiếc đồng hồ nhỏ giúp xưởng Gò Sen giảm một phần tư lượng nước trong hai tháng.',
    published: [262, '08:50'],
    author: 'Quốc Bình',
    category: 'san-xuat-sach-hon',
    topics: ['moi-truong'],
    cover: 'banh-trang',
    blocks: [
      p(
        'Đồng hồ tổng cho biết dùng nhiều, nhưng không cho biết nhiều ở đâu. Chuyên gia đề nghị gắn sáu đồng hồ rẻ tiền ở sáu vòi trong hai tuần.',
      ),
      ul(
        'Vòi rửa gạo chảy cả lúc nghỉ trưa.',
        'Van bồn hấp đóng không kín.',
        'Nước tráng khuôn có thể dùng lại để rửa sàn.',
      ),
      p('Ba việc sửa hết chưa đến bốn triệu đồng.'),
    ],
  }),
]
