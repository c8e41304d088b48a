import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, ol, p, picture, quote, table, ul } from '../../text/blocks.ts'
import { newsItem } from './news-item.ts'

/** "Máy móc, thiết bị" */
export const machineryNews = (clock: SampleClock): SampleItem<'news'>[] => [
  newsItem(clock, 'nhan-ho-so-may-moc', {
    title: 'Nhận hồ sơ hỗ trợ máy móc, mỗi cơ sở đến 300 triệu đồng',
    summary: `Cơ sở công nghiệp nông thôn nộp hồ sơ chậm nhất ngày ${clock.written(14)}. Phần hỗ trợ bằng một nửa giá trị máy; với dây chuyền công nghệ, mức tối đa là 450 triệu đồng.`,
    published: [6, '08:30'],
    pinned: true,
    author: 'Ngọc Lan',
    sourceName: 'Phòng Khuyến công',
    category: 'may-moc',
    more: ['thong-bao'],
    topics: ['ho-tro-thiet-bi'],
    cover: 'may-moc',
    files: ['tb-ho-so', 'mau-don', 'mau-cam-ket', 'bo-mau-may-moc'],
    news: ['ket-qua-xet-ho-so', 'det-coi'],
    documents: ['tb-ho-so', 'nq-muc-chi', 'tt-28', 'tt-64', 'nd-45'],
    blocks: [
      p(
        'Đợt này dành cho máy mua mới, lắp đặt sau khi đề án được phê duyệt. Mức chi áp dụng theo [Thông tư số 28/2018/TT-BTC](documents:tt-28) đã được sửa đổi và nghị quyết của tỉnh. Cơ sở đã nhận hỗ trợ từ nguồn khác cho cùng một máy thì không nộp lại.',
      ),
      h2('Ai được nộp hồ sơ'),
      ul(
        [
          'Cơ sở đầu tư sản xuất công nghiệp, tiểu thủ công nghiệp ở nông thôn:',
          ['doanh nghiệp nhỏ và vừa;', 'hợp tác xã, tổ hợp tác;', 'hộ kinh doanh có đăng ký.'],
        ],
        'Ngành nghề thuộc danh mục của [Nghị định số 45/2012/NĐ-CP](documents:nd-45); ưu tiên chế biến nông sản, cơ khí và nghề thủ công.',
      ),
      h2('Hồ sơ và thời hạn'),
      p('Hồ sơ gồm bốn giấy tờ:'),
      ol(
        'đơn đề nghị theo mẫu số 01;',
        'bản sao giấy đăng ký kinh doanh, không cần công chứng;',
        'báo giá của hai nhà cung cấp, còn giá trị ít nhất 60 ngày;',
        'cam kết vốn đối ứng theo mẫu số 02.',
      ),
      p(`Hạn cuối là **17 giờ ngày ${clock.written(14)}**.`),
      quote(
        'Cơ sở nào chưa chắc mình thuộc diện hỗ trợ, hãy gọi trước một cuộc. Cán bộ sẽ cùng xem, không để ai phải đi lại hai lần. (Ông Trần Quốc Bình, Trưởng phòng Khuyến công)',
      ),
      h2('Nơi nhận'),
      ul(
        'Trực tiếp hoặc qua bưu điện: số 18 đường Bạch Đằng, phường Châu Thành.',
        'Thư điện tử: khuyencong@khuyencong.songchau.example.',
      ),
      p('Điều kiện và các bước xem tại [trang chương trình](programmes:may-moc).'),
    ],
  }),
  newsItem(clock, 'det-coi', {
    title: 'Tổ hợp tác dệt cói An Bình chạy thử máy dệt bán tự động đầu tiên',
    summary:
      'Một máy làm được phần việc của ba khung dệt tay; mười hai thợ được hướng dẫn vận hành ngay tại chỗ.',
    published: [24, '14:10'],
    author: 'Hữu Phước',
    category: 'may-moc',
    topics: ['ho-tro-thiet-bi', 'lang-nghe'],
    cover: 'det-coi',
    news: ['may-che'],
    documents: ['qd-danh-muc'],
    blocks: [
      p(
        'Sáng chạy thử, bà con đứng kín hiên nhà ông Nguyễn Văn Tứ, tổ trưởng tổ hợp tác. Chiếc chiếu đầu tiên rộng 1,8 m ra khỏi máy sau 50 phút; dệt tay, khổ ấy phải hai người làm trọn một buổi.',
      ),
      picture('det-coi'),
      h2('Máy làm phần nền, thợ giữ phần hoa'),
      p(
        'Máy dập sợi đều và căng hơn tay người, nhưng hoa văn thoi ở hai đầu chiếu vẫn do thợ cài. Tổ hợp tác chia việc lại: người lớn tuổi lo cài hoa, người trẻ đứng máy.',
      ),
      table(
        ['', 'Dệt tay', 'Máy bán tự động'],
        ['Chiếu khổ 1,6 m mỗi ngày', '4', '12'],
        ['Số người đứng máy', '2', '1'],
        ['Chiếu phải sửa mép', '1 trên 10', '1 trên 25'],
      ),
      p(
        'Máy trị giá 290 triệu đồng, khuyến công hỗ trợ 145 triệu đồng. Số liệu trên là kết quả hai tuần chạy thử do tổ hợp tác ghi lại.',
      ),
    ],
  }),
  newsItem(clock, 'may-che', {
    title: 'Hai người làm bằng tám: máy chẻ mây về làng nghề Tân Mỹ',
    summary:
      'Máy do một xưởng cơ khí trong tỉnh chế tạo, chẻ một sợi mây thành ba cỡ trong một lần đẩy, có tấm che lưỡi dao.',
    published: [170, '09:00'],
    author: 'Hữu Phước',
    category: 'may-moc',
    topics: ['ho-tro-thiet-bi', 'lang-nghe'],
    cover: 'may-che',
    blocks: [
      p(
        'Chẻ mây là khâu dễ đứt tay và khó tìm người làm nhất. Từ yêu cầu của [Hợp tác xã mây tre Tân Mỹ](producers:may-tre-tan-my), [Công ty TNHH Cơ khí Đồng Tâm](producers:co-khi-dong-tam) làm thử chiếc máy đầu tiên trong bốn tháng.',
      ),
      h2('Sửa ba lần mới đạt'),
      ol(
        'Bản đầu chẻ nhanh nhưng sợi dày mỏng không đều.',
        'Bản thứ hai thêm con lăn dẫn, sợi đều nhưng hay kẹt.',
        'Bản thứ ba giảm tốc độ trục, thêm nút dừng ở hai đầu máy.',
      ),
      p('Hiện hợp tác xã có ba máy đặt ở ba thôn, các hộ mang mây đến chẻ theo lịch.'),
    ],
  }),
  newsItem(clock, 'mo-hinh-say-lanh', {
    title: 'Mô hình sấy lạnh xoài mở cửa đón cơ sở khác đến xem',
    summary:
      'Hợp tác xã Gò Sen dành mỗi tháng một buổi để giới thiệu dây chuyền, sổ ghi chép và cả những lỗi đã gặp.',
    published: [232, '10:15'],
    author: 'Thu Hằng',
    category: 'may-moc',
    topics: ['ho-tro-thiet-bi'],
    cover: 'xoai-say',
    documents: ['tt-36'],
    blocks: [
      p(
        'Điểm đáng xem nhất không phải chiếc máy mà là cuốn sổ: mỗi mẻ ghi giờ bật, giờ tắt, cân vào, cân ra và tiền điện. Nhờ đó hợp tác xã biết mẻ nào lãi, mẻ nào lỗ.',
      ),
      ul(
        'Thời gian sấy giảm từ 22 giờ xuống 14 giờ.',
        'Màu xoài giữ được, không cần xông.',
        'Tiền điện mỗi ký thành phẩm giảm khoảng một phần năm.',
      ),
      p('Cơ sở muốn đến xem đăng ký với Phòng Khuyến công trước ba ngày.'),
    ],
  }),
]
