import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { h2, p, ul } from '../../text/blocks.ts'
import { EXTENSION_OFFICE, programmeItem, RURAL, support } from './programme-item.ts'

const CONDITIONS = [
  h2('Bốn điều kiện'),
  ul(
    'Nội dung và ngành nghề phù hợp với danh mục khuyến công.',
    'Đề án được phê duyệt trước khi mua máy.',
    'Cơ sở đã đầu tư hoặc cam kết đủ phần vốn của mình.',
    'Chưa được Nhà nước hỗ trợ cho cùng hạng mục.',
  ),
]

/** Machines, demonstration models and training. */
export const equipmentProgrammes = (clock: SampleClock): SampleItem<'programmes'>[] => [
  programmeItem('may-moc', {
    title: 'Ứng dụng máy móc, thiết bị tiên tiến vào sản xuất',
    summary:
      'Trung tâm cùng cơ sở mua máy mới để thay máy cũ, giảm việc nặng, tăng năng suất hoặc làm ra sản phẩm mới.',
    activity: '3',
    beneficiaries: [...RURAL],
    sectors: ['food', 'consumer', 'chemicals', 'mechanics', 'handicraft'],
    support: [
      support('tt-28', {
        item: 'Máy móc, thiết bị tiên tiến',
        rate: 50,
        cap: 300,
        unit: 'một cơ sở',
      }),
      support('tt-28', { item: 'Chuyển giao công nghệ', rate: 50, cap: 300, unit: 'một cơ sở' }),
      support('tt-28', {
        item: 'Dây chuyền công nghệ (không quá 1,5 lần mức trên)',
        rate: 50,
        cap: 450,
        unit: 'một cơ sở',
      }),
    ],
    opens: clock.day(-16),
    closes: clock.day(14),
    recurrence: 'yearly',
    budgets: [
      { year: clock.year - 1, amount: 3_900 },
      { year: clock.year, amount: 4_200 },
    ],
    blocks: [
      h2('Cơ sở nhận được gì'),
      ul(
        'Tiền hỗ trợ chuyển khoản sau khi máy chạy và được nghiệm thu.',
        'Cán bộ kỹ thuật giúp chọn cấu hình máy và so sánh báo giá.',
        'Một buổi hướng dẫn vận hành, bảo trì tại xưởng.',
      ),
      ...CONDITIONS,
      p('Không hỗ trợ máy đã qua sử dụng hoặc máy mua trước ngày phê duyệt đề án.'),
    ],
    steps: [
      {
        title: 'Hỏi trước',
        detail: 'Gọi điện hoặc gửi câu hỏi để biết máy dự định mua có phù hợp không.',
      },
      {
        title: 'Nộp hồ sơ',
        detail: `Nộp tại Trung tâm, qua bưu điện hoặc thư điện tử, chậm nhất ngày ${clock.written(14)}.`,
      },
      {
        title: 'Khảo sát tại xưởng',
        detail: 'Cán bộ xem mặt bằng, nguồn điện và nhu cầu thật, trong 10 ngày làm việc.',
      },
      {
        title: 'Thẩm định, ký hợp đồng',
        detail: 'Hội đồng của Sở Công Thương họp hai tuần một lần.',
      },
      {
        title: 'Lắp máy, nghiệm thu, nhận tiền',
        detail: 'Tiền chuyển khoản trong 15 ngày làm việc sau nghiệm thu.',
      },
    ],
    formKeys: ['mau-don', 'mau-cam-ket', 'bo-mau-may-moc'],
    basis: ['nq-muc-chi', 'tt-28', 'tt-64', 'nd-45', 'nd-235'],
    contacts: [EXTENSION_OFFICE],
  }),
  programmeItem('mo-hinh', {
    title: 'Xây dựng mô hình trình diễn kỹ thuật',
    summary:
      'Chia sẻ chi phí cho cơ sở làm mẫu công nghệ hoặc sản phẩm mới để nơi khác đến xem và làm theo.',
    activity: '3',
    beneficiaries: ['sme', 'cooperative'],
    sectors: ['food', 'mechanics', 'handicraft', 'cleaner'],
    support: [
      support('tt-28', {
        item: 'Chi phí xây dựng mô hình',
        rate: 30,
        cap: 1_000,
        unit: 'một mô hình',
      }),
    ],
    ...nationalWindow(clock),
    recurrence: 'yearly',
    blocks: [
      p(
        'Mô hình đăng ký vào kế hoạch khuyến công quốc gia của năm sau. Đề án gửi Sở Công Thương **trước ngày 20/5** ([Thông tư số 36/2013/TT-BCT](documents:tt-36), Điều 10).',
      ),
      h2('Mô hình phải'),
      ul(
        'mới với địa phương và có thể nhân rộng;',
        'mở cửa cho cơ sở khác đến xem ít nhất bốn buổi trong năm đầu;',
        'có số liệu trước và sau khi áp dụng.',
      ),
      ...CONDITIONS,
    ],
    steps: [
      { title: 'Đăng ký ý tưởng', detail: 'Một trang: làm gì, ở đâu, ai học theo được.' },
      {
        title: 'Lập đề án',
        detail: 'Trung tâm giúp lập đề án theo Điều 5 Thông tư số 36/2013/TT-BCT.',
      },
      { title: 'Thẩm định', detail: 'Sở Công Thương thẩm định và tổng hợp gửi Bộ Công Thương.' },
      { title: 'Thực hiện, trình diễn', detail: 'Sau khi kế hoạch quốc gia được giao.' },
    ],
    formKeys: ['mau-don', 'mau-cam-ket'],
    basis: ['tt-36', 'tt-28', 'tt-64', 'nd-45'],
    contacts: [EXTENSION_OFFICE],
  }),
  programmeItem('dao-tao', {
    title: 'Đào tạo nghề, truyền nghề mây tre đan và sơn mài',
    summary:
      'Nghệ nhân dạy tại làng; lớp 15 đến 20 người, học xong có nơi nhận việc hoặc nhận hàng về nhà làm.',
    activity: '1',
    beneficiaries: ['sme', 'cooperative', 'cooperative-group', 'household', 'service'],
    sectors: ['handicraft'],
    area: 'Xã Tân Mỹ, xã Bến Vân, xã An Bình',
    opens: clock.day(12),
    closes: clock.day(45),
    recurrence: 'yearly',
    blocks: [
      p('Kinh phí mở lớp do khuyến công địa phương chi trả; học viên không đóng học phí.'),
      h2('Cơ sở đăng ký mở lớp cần có'),
      ul(
        'hợp đồng hoặc cam kết nhận lao động sau khóa học;',
        'chỗ học tại làng và nguyên liệu thực hành;',
        'danh sách học viên theo mẫu số 04.',
      ),
    ],
    steps: [
      { title: 'Đăng ký', detail: `Nhận đăng ký từ ngày ${clock.written(12)}.` },
      { title: 'Ghép lớp', detail: 'Trung tâm ghép các danh sách gần nhau thành một lớp.' },
      { title: 'Học và làm thử', detail: 'Tám tuần, mỗi tuần bốn buổi.' },
    ],
    formKeys: ['mau-dang-ky-hoc'],
    basis: ['nd-45', 'kh-moi'],
    contacts: [EXTENSION_OFFICE],
  }),
]

/** Registration for the national plan: from 1 February to 19 May, this year or the next. */
function nationalWindow({ day, year }: SampleClock): { opens: string; closes: string } {
  const season = day(0) <= `${year}-05-19` ? year : year + 1
  return { opens: `${season}-02-01`, closes: `${season}-05-19` }
}
