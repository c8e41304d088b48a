import { UsageError, type Command } from './command.ts'
import { chooseAddresses } from './start/addresses.ts'
import { putInOrder, requireGoodFolders } from './start/folders.ts'
import { portalParts, run } from './start/processes.ts'
import { claimData, recordAddresses } from './start/running.ts'
import { stopRequest, untilStopped } from './start/stop-request.ts'
import { setupCommand } from './setup.ts'

export const devCommand: Command = {
  summary: 'Chạy để phát triển (npm run dev): sửa mã nguồn là thấy ngay.',
  usage: 'dev',
  async run(args, wanted) {
    if (args.length > 0) throw new UsageError(`Không hiểu "${args.join(' ')}".`)
    await requireGoodFolders(wanted)
    await setupCommand.run([], wanted)
    const lock = claimData(wanted)
    const stop = stopRequest()
    try {
      await putInOrder(wanted)
      const addresses = await chooseAddresses(wanted, 'development')
      recordAddresses(addresses.config)
      const parts = portalParts(addresses, 'dev').map((part) => run(part, stop))
      const { site, cms } = addresses.config
      console.log(`Trang công khai: ${site.publicUrl}\nTrang quản trị:  ${cms.publicUrl}/admin`)
      await Promise.race([untilStopped(stop), Promise.all(parts.map((part) => part.ended))])
      await Promise.all(parts.map((part) => part.stop()))
      return 0
    } finally {
      lock.release()
    }
  },
}
