import type { SampleItem } from '../../sample-item.ts'
import { h2, ol, p, table, ul } from '../../text/blocks.ts'
import { text, type LexicalNode } from '../../text/lexical.ts'
import { documentItem } from './document-item.ts'

/**
 * Real documents: their numbers and what is known of them for sure. A date or text that was not
 * checked is left empty, to be filled in by an editor from the official text.
 */
export const nationalDocuments: SampleItem<'documents'>[] = [
  documentItem('nd-45', {
    kind: 'nghi-dinh',
    number: '45/2012/NĐ-CP',
    abstract: 'Về khuyến công',
    issuers: ['Chính phủ'],
    issuedAt: '2012-05-21',
    fields: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    effectOverride: {
      status: 'partly',
      reason: 'Được sửa đổi, bổ sung bởi Nghị định số 235/2025/NĐ-CP.',
    },
    body: summary(
      h2('Chín nội dung hoạt động khuyến công (Điều 4)'),
      ol(
        'Đào tạo nghề, truyền nghề.',
        'Nâng cao năng lực quản lý, áp dụng sản xuất sạch hơn, khởi sự doanh nghiệp, mở rộng thị trường.',
        'Xây dựng mô hình trình diễn kỹ thuật; chuyển giao công nghệ, ứng dụng máy móc tiên tiến.',
        'Phát triển sản phẩm công nghiệp nông thôn tiêu biểu; hội chợ, thương hiệu, phòng trưng bày.',
        'Tư vấn, trợ giúp cơ sở công nghiệp nông thôn.',
        'Cung cấp thông tin về chính sách, thị trường.',
        'Liên doanh, liên kết, phát triển cụm công nghiệp, di dời cơ sở gây ô nhiễm.',
        'Hợp tác quốc tế về khuyến công.',
        'Nâng cao năng lực quản lý hoạt động khuyến công.',
      ),
      h2('Ai được hỗ trợ'),
      ul(
        'Doanh nghiệp nhỏ và vừa, hợp tác xã, tổ hợp tác, hộ kinh doanh đầu tư sản xuất công nghiệp ở địa bàn nông thôn.',
        'Cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn, không giới hạn về quy mô và địa bàn.',
        'Tổ chức, cá nhân làm dịch vụ khuyến công.',
      ),
      h2('Ngành nghề (Điều 5)'),
      ul(
        'Chế biến nông, lâm, thủy sản và thực phẩm.',
        'Hàng tiêu dùng, hàng xuất khẩu, hàng thay thế nhập khẩu.',
        'Hóa chất phục vụ nông nghiệp, vật liệu xây dựng.',
        'Cơ khí, điện, điện tử, công nghiệp hỗ trợ.',
        'Tiểu thủ công nghiệp.',
        'Khai thác, chế biến khoáng sản ở địa bàn khó khăn.',
        'Sản xuất sạch hơn, xử lý ô nhiễm môi trường.',
      ),
    ),
  }),
  documentItem('nd-235', {
    kind: 'nghi-dinh',
    number: '235/2025/NĐ-CP',
    abstract: 'Sửa đổi, bổ sung một số điều của Nghị định số 45/2012/NĐ-CP về khuyến công',
    issuers: ['Chính phủ'],
    fields: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    relations: [['sua-doi', 'nd-45']],
    body: summary(
      p(
        'Nghị định này sửa đổi, bổ sung [Nghị định số 45/2012/NĐ-CP](documents:nd-45). Khi lập hồ sơ, cơ sở cần đọc cả hai văn bản.',
      ),
    ),
  }),
  documentItem('ttlt-26', {
    kind: 'thong-tu-lien-tich',
    number: '26/2014/TTLT-BTC-BCT',
    abstract: 'Hướng dẫn quản lý và sử dụng kinh phí đối với hoạt động khuyến công',
    issuers: ['Bộ Tài chính', 'Bộ Công Thương'],
    fields: ['3', '4', '5', '7'],
    relations: [['can-cu', 'nd-45']],
    effectOverride: {
      status: 'expired',
      reason: 'Được thay thế bởi Thông tư số 28/2018/TT-BTC.',
    },
    body: summary(
      p(
        'Một số mức dưới đây vẫn hay được nhắc lại trong hướng dẫn cũ. **Mức đang áp dụng chưa được kiểm tra**: trước khi lập dự toán, hãy hỏi Trung tâm.',
      ),
      table(
        ['Nội dung', 'Tỷ lệ', 'Tối đa (triệu đồng)'],
        ['Xây dựng, đăng ký thương hiệu', '50%', '35'],
        ['Thuê tư vấn', '50%', '35'],
        ['Thuê gian hàng hội chợ trong nước', '80%', ''],
        ['Lãi suất vay để di dời (hai năm)', '50%', '500'],
        ['Xử lý ô nhiễm tại một cơ sở', '30%', '300'],
        ['Xử lý ô nhiễm tại một cụm công nghiệp', '30%', '1.500'],
      ),
    ),
  }),
  documentItem('tt-28', {
    kind: 'thong-tu',
    number: '28/2018/TT-BTC',
    abstract: 'Hướng dẫn lập, quản lý và sử dụng kinh phí khuyến công',
    issuers: ['Bộ Tài chính'],
    fields: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    relations: [
      ['huong-dan', 'nd-45'],
      ['thay-the', 'ttlt-26'],
    ],
    effectOverride: {
      status: 'partly',
      reason: 'Được sửa đổi, bổ sung bởi Thông tư số 64/2024/TT-BTC.',
    },
    body: summary(
      h2('Một số mức hỗ trợ tối đa'),
      table(
        ['Nội dung', 'Tỷ lệ', 'Tối đa (triệu đồng)'],
        ['Mô hình trình diễn kỹ thuật', '30%', '1.000'],
        ['Máy móc tiên tiến, chuyển giao công nghệ, một cơ sở', '50%', '300'],
        ['Dây chuyền công nghệ, không quá 1,5 lần', '50%', '450'],
        ['Hạ tầng một cụm công nghiệp', '', '6.000'],
        ['Tổ chức bình chọn cấp khu vực', '', '200'],
        ['Tổ chức bình chọn cấp quốc gia', '', '400'],
      ),
      p('Mức cụ thể ở địa phương do Hội đồng nhân dân tỉnh quy định.'),
    ),
  }),
  documentItem('tt-64', {
    kind: 'thong-tu',
    number: '64/2024/TT-BTC',
    abstract: 'Sửa đổi, bổ sung Thông tư số 28/2018/TT-BTC về kinh phí khuyến công',
    issuers: ['Bộ Tài chính'],
    fields: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    relations: [['sua-doi', 'tt-28']],
    body: summary(
      p(
        'Thông tư này sửa đổi, bổ sung [Thông tư số 28/2018/TT-BTC](documents:tt-28). Các mức hỗ trợ phải đọc theo bản đã sửa đổi.',
      ),
    ),
  }),
  documentItem('tt-36', {
    kind: 'thong-tu',
    number: '36/2013/TT-BCT',
    abstract: 'Xây dựng kế hoạch, tổ chức thực hiện và quản lý kinh phí khuyến công quốc gia',
    issuers: ['Bộ Công Thương'],
    fields: ['9'],
    relations: [['huong-dan', 'nd-45']],
    body: summary(
      h2('Nội dung của một đề án (Điều 5)'),
      ul(
        'Đơn vị thực hiện, đơn vị phối hợp, đơn vị thụ hưởng và địa điểm.',
        'Căn cứ, mục tiêu, quy mô và tiến độ.',
        'Kinh phí: tổng số, phần khuyến công và phần vốn của cơ sở.',
        'Kết quả dự kiến.',
      ),
      h2('Thời hạn đăng ký (Điều 10)'),
      p('Đề án khuyến công quốc gia đăng ký tại Sở Công Thương **trước ngày 20/5 hằng năm**.'),
    ),
  }),
  documentItem('tt-26', {
    kind: 'thong-tu',
    number: '26/2014/TT-BCT',
    abstract: 'Tổ chức bình chọn sản phẩm công nghiệp nông thôn tiêu biểu',
    issuers: ['Bộ Công Thương'],
    fields: ['4'],
    relations: [['can-cu', 'nd-45']],
    body: summary(
      h2('Bốn nhóm sản phẩm'),
      ul(
        'Thủ công mỹ nghệ.',
        'Chế biến nông, lâm, thủy sản và thực phẩm.',
        'Thiết bị, máy móc, dụng cụ và phụ tùng cơ khí.',
        'Sản phẩm khác.',
      ),
      h2('Giấy chứng nhận'),
      p(
        'Muốn được bình chọn ở một cấp, sản phẩm phải có giấy chứng nhận còn giá trị của cấp dưới. Giấy có giá trị đến ngày 31/12 của năm thứ ba kể từ năm được công nhận. Sản phẩm được chứng nhận có quyền giới thiệu trên trang của Trung tâm (Điều 21).',
      ),
      h2('Hồ sơ'),
      ul(
        'Ba ảnh chụp sản phẩm và bản mô tả.',
        'Giấy đăng ký kinh doanh của cơ sở.',
        'Các giấy chứng nhận đã có.',
      ),
    ),
  }),
  documentItem('nq-23', {
    kind: 'nghi-quyet',
    number: '23/2025/NQ-HĐND',
    abstract: 'Quy định mức chi cho hoạt động khuyến công (Hội đồng nhân dân tỉnh Phú Thọ)',
    issuers: ['HĐND tỉnh Phú Thọ'],
    effectiveFrom: '2026-01-01',
    fields: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    relations: [
      ['can-cu', 'nd-45'],
      ['dan-chieu', 'tt-28'],
    ],
    body: summary(
      p(
        'Ví dụ về mức chi do một địa phương tự quy định. Nghị quyết này áp dụng tại tỉnh Phú Thọ, được đưa vào kho để tham khảo.',
      ),
    ),
  }),
]

/** A summary that cannot be taken for the document itself. */
function summary(...blocks: LexicalNode[]) {
  return text(
    p(
      '*Bản ghi mẫu: chỉ có số, ký hiệu và đôi dòng tóm tắt do Trung tâm viết, không dùng để viện dẫn. Ngày tháng để trống là chưa được kiểm tra.* Toàn văn tra tại [Cơ sở dữ liệu quốc gia về văn bản pháp luật](https://vbpl.vn).',
    ),
    ...blocks,
  )
}
