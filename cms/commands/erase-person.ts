import { createLocalReq } from 'payload'
import { eraseEverywhere } from '#cms/reader-data/erase-everywhere.ts'
import { UsageError, type Command } from './command.ts'
import { withPayload } from './with-payload.ts'

export const erasePersonCommand: Command = {
  summary: 'Xóa dữ liệu cá nhân của một bạn đọc, theo địa chỉ thư, trong mọi nội dung đã gửi.',
  usage: 'erase-person EMAIL [--words]',
  async run(args, config) {
    const words = args.includes('--words')
    const [email, ...rest] = args.filter((word) => word !== '--words')
    if (!email?.includes('@') || rest.length > 0) {
      throw new UsageError('Cần đúng một địa chỉ thư điện tử; thêm --words để xóa cả nội dung.')
    }
    const counts = await withPayload(config, async (payload) =>
      eraseEverywhere(await createLocalReq({}, payload), email, { words }),
    )
    const total = counts.comments + counts.questions + counts.feedback
    if (total === 0) {
      console.log(`Không có nội dung nào gửi từ ${email}.`)
      return 0
    }
    console.log(
      `Đã xóa dữ liệu cá nhân${words ? ' và nội dung' : ''} trong ${counts.comments} phản hồi, ` +
        `${counts.questions} câu hỏi, ${counts.feedback} góp ý. Các bản sao lưu cũ vẫn còn giữ; hãy ` +
        'xóa chúng khi hết hạn lưu.',
    )
    return 0
  },
}
