import { h2, p, ul } from '../../text/blocks.ts'
import { pageItem } from './page-item.ts'

/** Rules of the site: use, personal data, accessibility, counting of visits. */
export const termsPages = [
  pageItem(
    'dieu-khoan-su-dung',
    'Điều khoản sử dụng',
    'Ai cũng được đọc, chép và dẫn lại thông tin trên trang này, miễn là ghi rõ nguồn và không làm sai nội dung.',
    h2('Dẫn lại thông tin'),
    ul(
      'Ghi “Nguồn: Trung tâm Khuyến công và Tư vấn phát triển công nghiệp” kèm địa chỉ bài.',
      'Không cắt ghép làm sai ý; ảnh phải giữ tên người chụp hoặc nguồn.',
      'Bài dẫn từ nơi khác: xin phép nơi đã đăng bài gốc.',
    ),
    h2('Văn bản'),
    p(
      'Văn bản đăng ở đây để tra cứu. Khi có khác nhau, hãy dùng bản trên Công báo hoặc bản có chữ ký và con dấu. Tình trạng hiệu lực được tính từ ngày tháng và quan hệ giữa các văn bản trong kho; nơi chưa đủ dữ liệu, trang ghi “Chưa xác định hiệu lực”.',
    ),
    h2('Mức hỗ trợ'),
    p(
      'Mức hỗ trợ nêu trong từng chương trình là mức tối đa. Số tiền chính thức do cấp có thẩm quyền phê duyệt.',
    ),
    h2('Phản hồi của bạn đọc'),
    p(
      'Phản hồi và câu hỏi được duyệt trước khi đăng. Trung tâm không đăng nội dung xúc phạm, quảng cáo, hoặc có thông tin riêng của người khác.',
    ),
  ),
  pageItem(
    'du-lieu-ca-nhan',
    'Bảo vệ dữ liệu cá nhân',
    'Đọc trang này không cần tài khoản và không bị theo dõi. Trung tâm chỉ giữ tên và thư điện tử của người gửi câu hỏi, phản hồi hoặc góp ý.',
    h2('Trung tâm giữ gì'),
    ul(
      'Khi bạn gửi phản hồi, câu hỏi, góp ý: họ tên, thư điện tử, nội dung, và lúc bạn đồng ý.',
      'Khi bạn đánh giá “trang này có giúp được bạn không”: chỉ câu trả lời, không kèm thông tin về bạn.',
      'Khi bạn đọc trang: chỉ cộng thêm số lượt, xem [Cách đếm lượt truy cập](pages:cach-dem-luot-truy-cap).',
    ),
    h2('Dùng để làm gì'),
    p(
      'Để trả lời bạn và để đăng nội dung bạn gửi sau khi duyệt. Thư điện tử không bao giờ hiện công khai; tên người hỏi được viết tắt.',
    ),
    h2('Cookie'),
    p(
      'Trang chỉ đặt cookie khi bạn chọn cỡ chữ hoặc màu sắc và bấm ghi nhớ. Không có cookie quảng cáo hay đo lường.',
    ),
    h2('Quyền của bạn'),
    ul(
      'Hỏi xem Trung tâm đang giữ gì về bạn.',
      'Yêu cầu sửa, xóa, hoặc rút lại sự đồng ý bất cứ lúc nào.',
      'Khiếu nại nếu thấy dữ liệu bị dùng sai.',
    ),
    p('Liên hệ: lienhe@khuyencong.songchau.example hoặc 0200 3000 118 (địa chỉ và số mẫu).'),
  ),
  pageItem(
    'kha-nang-tiep-can',
    'Khả năng tiếp cận',
    'Trang được làm để ai cũng đọc được: người cao tuổi, người khiếm thị, người dùng điện thoại cũ và mạng chậm.',
    h2('Bạn có thể'),
    ul(
      'đổi cỡ chữ và màu sắc ở mục “Hiển thị” đầu trang, có chế độ tương phản cao;',
      'dùng bàn phím để đi đến mọi liên kết và ô nhập; phím Tab đầu tiên đưa đến “Đến nội dung chính”;',
      'đọc bằng phần mềm đọc màn hình: ảnh có lời mô tả, bảng có tiêu đề cột;',
      'tắt JavaScript mà vẫn đọc, tìm kiếm và gửi câu hỏi được.',
    ),
    h2('Mức hướng tới'),
    p('WCAG 2, mức AA; độ tương phản của chữ đạt mức AAA.'),
    h2('Điều chưa làm được'),
    ul(
      'Một số tệp PDF cũ là bản quét, phần mềm đọc màn hình chưa đọc được. Hãy gọi để được đọc giúp hoặc gửi bản chữ.',
    ),
    p(
      'Gặp chỗ khó dùng, xin [báo cho Trung tâm](/lien-he). Chúng tôi trả lời trong 15 ngày làm việc.',
    ),
  ),
  pageItem(
    'cach-dem-luot-truy-cap',
    'Cách đếm lượt truy cập',
    'Một lượt truy cập là lần xem đầu tiên của một người trong 30 phút. Không dùng cookie, không lưu địa chỉ máy.',
    h2('Thế nào là một lượt'),
    p(
      'Khi bạn mở một trang, trình duyệt báo cho máy chủ một lần. Nếu trong 30 phút trước đó bạn chưa xem trang nào, số lượt truy cập tăng thêm một; nếu đã xem thì chỉ số lượt xem của bài tăng thêm.',
    ),
    h2('Làm sao biết là một người'),
    p(
      'Máy chủ trộn địa chỉ mạng và tên trình duyệt với một số ngẫu nhiên của ngày rồi chỉ giữ kết quả trộn, không thể lần ngược lại. Số ngẫu nhiên đổi mỗi ngày và bị xóa sau 48 giờ. Địa chỉ mạng không được lưu.',
    ),
    h2('Những gì không tính'),
    ul(
      'Máy tự động (của các công cụ tìm kiếm, kiểm tra trang) được đếm riêng, không cộng vào số lượt.',
      'Xem trước bài chưa đăng không được đếm.',
    ),
    h2('Ba con số ở chân trang'),
    ul(
      '**Số lượt truy cập**: tổng từ trước đến nay, gồm cả số mang sang từ trang cũ.',
      '**Hôm nay**: số lượt từ 0 giờ, giờ Việt Nam.',
      '**Đang xem**: số người có mở trang trong ít phút gần đây.',
    ),
    p('Số mang sang và ngày chốt do Trung tâm khai trong phần cài đặt.'),
  ),
]
