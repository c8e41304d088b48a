import type { Config } from '#shared/config.ts'
import { UsageError, type Command } from './command.ts'
import { chooseAddresses, type Addresses } from './start/addresses.ts'
import { beginAnew } from './start/begin-anew.ts'
import { backUpDaily } from './start/daily-backup.ts'
import { prepareFirstAccount } from './start/first-account.ts'
import { makeReady } from './start/make-ready.ts'
import { putInOrder, requireGoodFolders } from './start/folders.ts'
import { portalParts, run, type Running } from './start/processes.ts'
import { claimData, recordAddresses } from './start/running.ts'
import { stopRequest, untilStopped } from './start/stop-request.ts'

export const startCommand: Command = {
  summary:
    'Chạy cổng thông tin (npm start); --empty: không đưa nội dung mẫu vào kho ' +
    'trống; --begin-anew: bắt đầu cổng mới khi cơ sở dữ liệu cũ đã mất.',
  usage: 'start [--empty] [--begin-anew]',
  async run(args, wanted) {
    const unknown = args.find((word) => word !== '--empty' && word !== '--begin-anew')
    if (unknown) throw new UsageError(`Không hiểu "${unknown}".`)
    const started = Date.now()
    await requireGoodFolders(wanted)
    const lock = claimData(wanted)
    const stop = stopRequest()
    try {
      if (args.includes('--begin-anew')) await beginAnew(wanted)
      await putInOrder(wanted)
      const addresses = await chooseAddresses(wanted, 'production')
      recordAddresses(addresses.config)
      await makeReady(addresses, setupWords(args), stop)
      return stop.aborted ? 0 : await runPortal(addresses, started, stop)
    } finally {
      lock.release()
    }
  },
}

function setupWords(args: readonly string[]): string[] {
  return args.filter((word) => word === '--empty')
}

async function runPortal(addresses: Addresses, started: number, stop: AbortSignal) {
  const { config, env } = addresses
  const parts = portalParts(addresses, 'start').map((part) => run(part, stop))
  const stopped = untilStopped(stop).then(() => Promise.all(parts.map((part) => part.stop())))
  backUpDaily(config, env, stop)
  const ended = Promise.all(parts.map((part) => part.ended))
  await Promise.race([sayReady(config, parts, started, stop), ended])
  const givenUp = (await ended).includes(true)
  if (stop.aborted) await stopped
  if (stop.aborted) console.log('Cổng thông tin đã dừng.')
  return givenUp ? 1 : 0
}

async function sayReady(config: Config, parts: Running[], started: number, stop: AbortSignal) {
  const ready = await Promise.all(parts.map((part) => part.ready))
  if (stop.aborted) return
  if (ready.includes(false)) {
    console.error('Có phần của cổng thông tin chưa trả lời; hãy xem các dòng báo lỗi ở trên.')
    return
  }
  const next = await prepareFirstAccount(config, stop)
  const seconds = Math.round((Date.now() - started) / 1000)
  const lines = [
    '',
    `Cổng thông tin đã sẵn sàng sau ${seconds} giây.`,
    `  Trang công khai: ${config.site.publicUrl}`,
    `  Trang quản trị:  ${config.cms.publicUrl}/admin`,
    ...(next.length > 0 ? ['', 'Việc tiếp theo:', ...next.map((line) => `  ${line}`)] : []),
    '',
    'Dừng: nhấn Ctrl-C.',
  ]
  console.log(lines.join('\n'))
}
