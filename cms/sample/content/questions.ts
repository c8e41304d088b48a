import type { SampleClock } from '../sample-clock.ts'
import type { SampleItem } from '../sample-item.ts'
import { p, ul } from '../text/blocks.ts'
import { text, type LexicalNode } from '../text/lexical.ts'
import { consent } from './contributors.ts'

type Topic = SampleItem<'questions'>['data']['topic']

interface Answer {
  readonly days: number
  readonly by: string
  readonly blocks: readonly LexicalNode[]
}

/** Questions of readers: answered ones are public, pending ones are not. */
export const sampleQuestions = (clock: SampleClock): SampleItem<'questions'>[] => [
  question(clock, 'may-da-mua', [13, '3'], 'Đỗ Văn Hòa', {
    title: 'Máy đã mua từ trước có được xét hỗ trợ trong đợt này không?',
    content:
      'Xưởng tôi mua máy cưa lọng cách đây ba tháng, có hóa đơn đầy đủ. Tôi muốn hỏi có nộp hồ sơ đợt này được không.',
    answer: {
      days: 9,
      by: 'Phòng Khuyến công',
      blocks: [
        p(
          'Không. Đợt này chỉ xét máy mua sau khi đề án được phê duyệt, vì kinh phí khuyến công không chi cho hạng mục đã hoàn thành.',
        ),
        p(
          'Nếu trong năm cơ sở còn định mua máy khác, anh có thể nộp hồ sơ cho máy đó theo [chương trình máy móc, thiết bị](programmes:may-moc).',
        ),
      ],
    },
  }),
  question(clock, 'ho-o-phuong', [27, '3'], 'Lê Thị Mai', {
    title: 'Hộ kinh doanh ở phường có được coi là cơ sở công nghiệp nông thôn không?',
    content:
      'Nhà tôi trước thuộc xã, nay sáp nhập thành phường. Cơ sở làm bún khô, bốn lao động. Xin hỏi có còn được hỗ trợ không?',
    answer: {
      days: 19,
      by: 'Phòng Khuyến công',
      blocks: [
        p(
          'Tùy từng phường. Trung tâm đối chiếu nơi sản xuất với danh mục địa bàn do tỉnh công bố sau khi sắp xếp đơn vị hành chính. Chị gửi giúp địa chỉ xưởng để Trung tâm tra và trả lời chính xác.',
        ),
        p(
          'Riêng [đánh giá sản xuất sạch hơn](programmes:san-xuat-sach) thì không phân biệt xã hay phường.',
        ),
      ],
    },
  }),
  question(clock, 'gian-hang-chung', [34, '4'], 'Nguyễn Thị Thắm', {
    title: 'Ba hộ cùng làng có thuê chung một gian hàng hội chợ được không?',
    content: 'Chúng tôi ít hàng, mỗi hộ thuê một gian thì thừa chỗ. Thuê chung thì ai đứng tên?',
    answer: {
      days: 30,
      by: 'Phòng Khuyến công',
      blocks: [
        p('Được, và còn được ưu tiên. Một hộ đứng tên hợp đồng, kèm giấy thỏa thuận của các hộ:'),
        ul('mỗi hộ bày mặt hàng gì;', 'chia tiền thuê thế nào;', 'ai đứng bán ngày nào.'),
      ],
    },
  }),
  question(clock, 'chung-nhan-het-han', [58, '4'], 'Trần Quang Vinh', {
    title: 'Giấy chứng nhận cấp tỉnh sắp hết hạn thì làm gì để dự cấp khu vực?',
    content: 'Sản phẩm của hợp tác xã được công nhận cấp tỉnh cách đây hai năm.',
    answer: {
      days: 52,
      by: 'Phòng Khuyến công',
      blocks: [
        p(
          'Muốn dự cấp khu vực, giấy cấp tỉnh phải còn giá trị khi nộp hồ sơ. Giấy có giá trị đến ngày 31/12 của năm thứ ba kể từ năm được công nhận ([Thông tư số 26/2014/TT-BCT](documents:tt-26)). Nếu không kịp, hợp tác xã nộp lại hồ sơ cấp tỉnh trong đợt gần nhất.',
        ),
      ],
    },
  }),
  question(clock, 'vay-von-may', [83, '3'], 'Phạm Đức Khải', {
    title: 'Tiền vay ngân hàng có tính là vốn đối ứng không?',
    content: 'Tôi vay 60% tiền mua máy. Khi nộp hồ sơ thì phần vay có được tính không?',
    answer: {
      days: 78,
      by: 'Phòng Khuyến công',
      blocks: [
        p(
          'Được tính, nếu có hợp đồng vay hoặc thông báo cho vay của ngân hàng. Anh ghi rõ phần tự có và phần vay vào mẫu số 02. Tiền lãi không tính vào phần được hỗ trợ.',
        ),
      ],
    },
  }),
  question(clock, 'danh-gia-bao-lau', [104, '2'], 'Tạ Thị Phương', {
    title: 'Đánh giá sản xuất sạch hơn có phải dừng máy không?',
    content: 'Công ty chạy ba ca, không dừng được. Đợt đánh giá kéo dài bao lâu?',
    answer: {
      days: 99,
      by: 'Phòng Tư vấn phát triển công nghiệp',
      blocks: [
        p(
          'Không phải dừng. Đoàn đo trong một đến ba ngày khi máy đang chạy; chỉ cần một người nắm rõ dây chuyền đi cùng. Báo cáo gửi trong 20 ngày làm việc.',
        ),
      ],
    },
  }),
  question(clock, 'thue-tai-chinh', [4, '3'], 'Võ Thanh Sơn', {
    title: 'Thuê máy tài chính thì tính vốn đối ứng thế nào?',
    content: 'Chúng tôi định thuê tài chính trong ba năm thay vì mua đứt.',
  }),
  question(clock, 'nhan-dao-tao', [2, '1'], 'Hoàng Thị Lài', {
    title: 'Người ngoài xã có được học lớp đan mây ở Tân Mỹ không?',
    content: 'Tôi ở xã Thanh Hà, muốn theo học lớp sắp mở.',
  }),
]

function question(
  clock: SampleClock,
  key: string,
  [days, topic]: readonly [number, NonNullable<Topic>],
  name: string,
  { title, content, answer }: { title: string; content: string; answer?: Answer },
): SampleItem<'questions'> {
  const writtenAt = clock.daysAgo(days, '20:15')
  const answered = answer && {
    answer: text(...answer.blocks),
    answeredBy: answer.by,
    answeredAt: clock.daysAgo(answer.days, '10:00'),
  }
  const status = answer ? ('approved' as const) : ('pending' as const)
  return {
    key,
    writtenAt,
    data: { title, content, topic, ...consent(name, key, writtenAt), ...answered, status },
  }
}
