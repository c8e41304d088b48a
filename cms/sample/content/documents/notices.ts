import type { SampleClock } from '../../sample-clock.ts'
import { h2, p, table, ul } from '../../text/blocks.ts'
import { CENTRE, DEPARTMENT, type Paper } from './paper.ts'

const DIRECTOR = { signer: 'Phạm Thị Thu Hương', signerTitle: 'Giám đốc', office: DEPARTMENT }
const HEAD = { signer: 'Lê Thị Minh Hà', signerTitle: 'Giám đốc', office: CENTRE }

/** Documents of the department and of the centre. */
export const notices = (clock: SampleClock): Paper[] => [
  {
    key: 'tb-ho-so',
    kind: 'thong-bao',
    number: '57/TB-TTKC',
    abstract: 'Nhận hồ sơ đề nghị hỗ trợ ứng dụng máy móc, thiết bị tiên tiến (văn bản mẫu)',
    issuers: ['Trung tâm Khuyến công'],
    issuedAt: clock.day(-7),
    effectiveFrom: clock.day(-7),
    effectiveTo: clock.day(15),
    ...HEAD,
    fields: ['3'],
    relations: [
      ['can-cu', 'nq-muc-chi'],
      ['dan-chieu', 'tt-28'],
    ],
    recipients: ['Ủy ban nhân dân các xã, phường', 'Các cơ sở công nghiệp nông thôn', 'Lưu: VT'],
    blocks: [
      h2('1. Đối tượng'),
      p(
        'Doanh nghiệp nhỏ và vừa, hợp tác xã, tổ hợp tác, hộ kinh doanh đầu tư sản xuất công nghiệp, tiểu thủ công nghiệp tại địa bàn nông thôn.',
      ),
      h2('2. Mức hỗ trợ'),
      p(
        'Bằng 50% giá trị máy, không quá 300 triệu đồng một cơ sở; với dây chuyền công nghệ không quá 450 triệu đồng.',
      ),
      h2('3. Hồ sơ'),
      ul(
        'Đơn đề nghị theo mẫu số 01.',
        'Bản sao giấy đăng ký kinh doanh.',
        'Báo giá của hai nhà cung cấp.',
        'Cam kết vốn đối ứng theo mẫu số 02.',
      ),
      h2('4. Thời hạn và nơi nhận'),
      p(
        `Nhận hồ sơ đến hết ngày ${clock.written(14)} tại trụ sở Trung tâm, qua bưu điện hoặc thư điện tử.`,
      ),
    ],
  },
  {
    key: 'qd-danh-muc',
    kind: 'quyet-dinh',
    number: '289/QĐ-SCT',
    abstract: 'Phê duyệt danh mục cơ sở được hỗ trợ máy móc, thiết bị đợt trước (văn bản mẫu)',
    issuers: ['Sở Công Thương'],
    issuedAt: clock.day(-55),
    effectiveFrom: clock.day(-55),
    ...DIRECTOR,
    fields: ['3'],
    relations: [
      ['can-cu', 'nq-muc-chi'],
      ['can-cu', 'qd-quy-che'],
    ],
    recipients: ['Các cơ sở có tên tại Điều 1', 'Trung tâm Khuyến công', 'Lưu: VT, QLCN'],
    blocks: [
      h2('Điều 1. Danh mục'),
      table(
        ['Cơ sở', 'Máy, thiết bị', 'Hỗ trợ (triệu đồng)'],
        ['Tổ hợp tác dệt cói An Bình', 'Máy dệt bán tự động', '145'],
        ['Công ty TNHH Gốm Châu Thành', 'Lò nung con thoi', '300'],
        ['Hợp tác xã nông sản Gò Sen', 'Máy tráng bánh liên tục', '210'],
        ['Hộ kinh doanh Xưởng sơn mài Bến Vân', 'Buồng phun và hút bụi sơn', '86'],
      ),
      h2('Điều 2. Thực hiện'),
      p('Trung tâm ký hợp đồng với từng cơ sở và nghiệm thu trước khi chuyển tiền.'),
    ],
  },
  {
    key: 'hd-gian-hang',
    kind: 'huong-dan',
    number: '18/HD-SCT',
    abstract: 'Hướng dẫn tạm thời việc hỗ trợ thuê gian hàng trực tuyến (văn bản mẫu)',
    issuers: ['Sở Công Thương'],
    issuedAt: clock.day(-400),
    effectiveFrom: clock.day(-400),
    ...DIRECTOR,
    fields: ['4'],
    relations: [['dan-chieu', 'nq-muc-chi']],
    recipients: ['Trung tâm Khuyến công', 'Lưu: VT, QLTM'],
    blocks: [
      p('Hướng dẫn cách lập hồ sơ khi cơ sở thuê gian hàng trên sàn thương mại điện tử.'),
      ul(
        'Hợp đồng thuê gian hàng có thời hạn ít nhất sáu tháng.',
        'Ảnh chụp màn hình gian hàng đang hoạt động.',
      ),
    ],
  },
  {
    key: 'qd-dinh-chi',
    kind: 'quyet-dinh',
    number: '512/QĐ-SCT',
    abstract: 'Tạm đình chỉ thi hành Hướng dẫn số 18/HD-SCT để rà soát mức chi (văn bản mẫu)',
    issuers: ['Sở Công Thương'],
    issuedAt: clock.day(-160),
    effectiveFrom: clock.day(-160),
    ...DIRECTOR,
    fields: ['4'],
    relations: [['dinh-chi', 'hd-gian-hang']],
    recipients: ['Trung tâm Khuyến công', 'Lưu: VT, QLTM'],
    blocks: [
      h2('Điều 1'),
      p('Tạm đình chỉ thi hành Hướng dẫn số 18/HD-SCT cho đến khi có văn bản mới.'),
      h2('Điều 2'),
      p('Hồ sơ đã nhận trước ngày ký được xét tiếp theo hướng dẫn cũ.'),
    ],
  },
  {
    key: 'hd-danh-gia',
    kind: 'huong-dan',
    number: '07/HD-SCT',
    abstract: 'Hướng dẫn phiếu đánh giá nhanh sản xuất sạch hơn tại cơ sở (văn bản mẫu)',
    issuers: ['Sở Công Thương'],
    issuedAt: clock.day(-1600),
    effectiveFrom: clock.day(-1600),
    ...DIRECTOR,
    fields: ['2'],
    effectOverride: {
      status: 'obsolete',
      reason: 'Phiếu còn ghi theo huyện, nay không còn cấp huyện; đang soạn phiếu mới.',
    },
    recipients: ['Phòng Kinh tế các huyện', 'Lưu: VT'],
    blocks: [
      p('Phiếu gồm bốn phần: nguyên liệu, điện, nước, chất thải.'),
      ul(
        'Mỗi phần ghi số đo của ba tháng gần nhất.',
        'Chỗ chưa đo được thì ghi “chưa đo”, không ước lượng.',
      ),
    ],
  },
  {
    key: 'bc-sau-thang',
    kind: 'bao-cao',
    number: '236/BC-TTKC',
    abstract: 'Kết quả hoạt động khuyến công sáu tháng (văn bản mẫu)',
    issuers: ['Trung tâm Khuyến công'],
    issuedAt: clock.day(-100),
    ...HEAD,
    fields: ['9'],
    relations: [['dan-chieu', 'kh-moi']],
    recipients: ['Sở Công Thương', 'Lưu: VT, KC'],
    blocks: [
      h2('I. Kết quả'),
      table(
        ['Chỉ tiêu', 'Kế hoạch năm', 'Sáu tháng'],
        ['Cơ sở được hỗ trợ máy móc', '18', '11'],
        ['Lao động được đào tạo', '360', '205'],
        ['Cơ sở được đánh giá sản xuất sạch hơn', '25', '14'],
      ),
      h2('II. Khó khăn'),
      ul(
        'Nhiều cơ sở thiếu báo giá thứ hai nên hồ sơ phải bổ sung.',
        'Lớp truyền nghề vào mùa thu hoạch khó đủ học viên.',
      ),
      h2('III. Việc sáu tháng cuối năm'),
      p('Tổ chức bình chọn cấp tỉnh, nghiệm thu các đề án đã ký và chuẩn bị kế hoạch năm sau.'),
    ],
  },
]
