import { UsageError, type Command } from './command.ts'
import { prepareStart } from './start/prepare.ts'
import { runParts } from './start/processes.ts'
import { putInOrder } from './start/put-in-order.ts'
import { stopRequest, untilStopped } from './start/stop-request.ts'
import { setupCommand } from './setup.ts'

export const devCommand: Command = {
  summary: 'Chạy để phát triển (npm run dev): sửa mã nguồn là thấy ngay.',
  usage: 'dev',
  async run(args, wanted) {
    if (args.length > 0) throw new UsageError(`Không hiểu "${args.join(' ')}".`)
    const { addresses, lock } = await prepareStart(wanted, 'development')
    const stop = stopRequest()
    try {
      await putInOrder(wanted)
      await setupCommand.run([], wanted)
      const parts = runParts(addresses, 'dev', stop)
      const { site, cms } = addresses.config
      console.log(`Trang công khai: ${site.publicUrl}\nTrang quản trị:  ${cms.publicUrl}/admin`)
      await Promise.race([untilStopped(stop), ...parts.map((part) => part.ended)])
      await Promise.all(parts.map((part) => part.stop()))
      return 0
    } finally {
      lock.release()
    }
  },
}
