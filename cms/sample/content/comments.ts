import type { SampleClock } from '../sample-clock.ts'
import { sampleId, type SampleItem } from '../sample-item.ts'
import { consent } from './contributors.ts'

/** Replies below news, oldest first; the last one waits for approval. */
export const sampleComments = (clock: SampleClock): SampleItem<'comments'>[] => [
  comment(clock, 'nhan-chung-1', 'nhan-chung', [43, '19:40'], 'Bùi Thị Nhàn', {
    content:
      'Làng tôi cũng đan mây nhưng chưa vào nhóm sáu làng. Muốn dùng nhãn chung thì liên hệ ai?',
  }),
  comment(clock, 'det-coi-1', 'det-coi', [22, '21:05'], 'Nguyễn Văn Thành', {
    content: 'Máy này dệt được cói ngắn không, hay phải cói dài từ 1,7 m trở lên?',
  }),
  comment(clock, 'det-coi-2', 'det-coi', [21, '08:10'], 'Trung tâm Khuyến công', {
    content:
      'Trung tâm trả lời anh Thành: máy dệt được cói từ 1,2 m cho khổ hẹp; khổ 1,8 m thì cần cói dài từ 1,9 m.',
  }),
  comment(clock, 'lo-nung-1', 'lo-nung', [13, '12:30'], 'Trương Minh Đức', {
    content: 'Số liệu ghi rõ từng mẻ rất có ích. Mong bài sau nói thêm về chi phí bảo dưỡng lò.',
  }),
  comment(clock, 'may-moc-1', 'nhan-ho-so-may-moc', [5, '20:20'], 'Lê Hồng Phúc', {
    content: 'Xưởng tôi mua máy trả góp thì báo giá có cần ghi tiền lãi không?',
  }),
  comment(clock, 'may-moc-2', 'nhan-ho-so-may-moc', [4, '09:15'], 'Trung tâm Khuyến công', {
    content:
      'Trung tâm trả lời anh Phúc: báo giá chỉ ghi giá máy đã gồm thuế. Tiền lãi không tính vào phần được hỗ trợ.',
  }),
  comment(clock, 'may-moc-3', 'nhan-ho-so-may-moc', [1, '18:00'], 'Đặng Thị Vân', {
    content: 'Cơ sở ở phường có nộp được không ạ? Tôi làm bánh đa nem.',
    status: 'pending',
  }),
]

function comment(
  clock: SampleClock,
  key: string,
  news: string,
  [days, time]: readonly [number, string],
  name: string,
  { content, status = 'approved' }: { content: string; status?: 'approved' | 'pending' },
): SampleItem<'comments'> {
  const writtenAt = clock.daysAgo(days, time)
  return {
    key,
    writtenAt,
    data: { news: sampleId('news', news), content, status, ...consent(name, key, writtenAt) },
  }
}

/** A letter to the centre; letters are never public. */
export const sampleFeedback = (clock: SampleClock): SampleItem<'feedback'>[] => {
  const writtenAt = clock.daysAgo(8, '15:45')
  return [
    {
      key: 'so-dien-thoai',
      writtenAt,
      data: {
        subject: 'Số điện thoại trên tờ rơi bị sai một chữ số (thư mẫu)',
        content:
          'Tờ rơi phát ở xã Phú Hòa in thiếu một chữ số của Phòng Tư vấn. Xin Trung tâm kiểm tra lại.',
        phone: '0200 3000 999',
        ...consent('Ngô Văn Sáu', 'so-dien-thoai', writtenAt),
      },
    },
  ]
}
