import { UsageError, type Command } from './command.ts'
import { prepareStart } from './start/prepare.ts'
import { runParts } from './start/processes.ts'
import { stopRequest, untilStopped } from './start/stop-request.ts'
import { setupCommand } from './setup.ts'

export const devCommand: Command = {
  summary: 'Chạy để phát triển (npm run dev): sửa mã nguồn là thấy ngay.',
  usage: 'dev',
  async run(args, wanted) {
    if (args.length > 0) throw new UsageError(`Không hiểu "${args.join(' ')}".`)
    await setupCommand.run([], wanted)
    const { addresses, lock } = await prepareStart(wanted, 'development')
    const stop = stopRequest()
    try {
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
