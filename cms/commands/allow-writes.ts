import { openControl } from '#cms/database/kind.ts'
import { UsageError, type Command } from './command.ts'

export const allowWritesCommand: Command = {
  summary: 'Cho ghi trở lại sau khi đã chuyển dữ liệu đi mà không dùng nơi mới.',
  usage: 'allow-writes',
  async run(args, config) {
    if (args.length > 0) throw new UsageError(`Không hiểu "${args.join(' ')}".`)
    const control = await openControl(config)
    try {
      await control.check()
      const stop = await control.writeStop()
      await control.allowWrites()
      console.log(stop ? 'Đã cho ghi trở lại.' : 'Việc ghi không bị dừng; không phải làm gì.')
      return 0
    } finally {
      await control.close()
    }
  },
}
