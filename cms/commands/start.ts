import type { Config } from '#shared/config.ts'
import { UsageError, type Command } from './command.ts'
import type { Addresses } from './start/addresses.ts'
import { beginAnew } from './start/begin-anew.ts'
import { backUpDaily } from './start/daily-backup.ts'
import { prepareFirstAccount } from './start/first-account.ts'
import { makeReady } from './start/make-ready.ts'
import { prepareStart } from './start/prepare.ts'
import { runParts, type Running } from './start/processes.ts'
import { putInOrder } from './start/put-in-order.ts'
import { stopRequest, untilStopped } from './start/stop-request.ts'

export const startCommand: Command = {
  summary:
    'Chạy cổng thông tin (npm start); --empty: không đưa nội dung mẫu vào kho ' +
    'trống; --begin-anew: bắt đầu cổng mới khi cơ sở dữ liệu cũ đã mất.',
  usage: 'start [--empty] [--begin-anew]',
  tellsSettingsProblems: true,
  async run(args, wanted, settingsProblems) {
    const unknown = args.find((word) => word !== '--empty' && word !== '--begin-anew')
    if (unknown) throw new UsageError(`Không hiểu "${unknown}".`)
    const started = Date.now()
    const { addresses, lock } = await prepareStart(wanted, 'production', settingsProblems)
    const stop = stopRequest()
    try {
      if (args.includes('--begin-anew')) await beginAnew(wanted)
      await putInOrder(wanted)
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
  const parts = runParts(addresses, 'start', stop)
  backUpDaily(config, env, stop)
  void sayReady(config, parts, started, stop)
  // A part that cannot be started at all ends the others too: whoever keeps this process must act.
  await Promise.race([untilStopped(stop), ...parts.map((part) => part.ended)])
  await Promise.all(parts.map((part) => part.stop()))
  if (stop.aborted) console.log('Cổng thông tin đã dừng.')
  return (await Promise.all(parts.map((part) => part.ended))).includes(true) ? 1 : 0
}

/** Longer than the slowest machine needs: then there is something to look at. */
const LONG_MS = 180_000

async function sayReady(config: Config, parts: Running[], started: number, stop: AbortSignal) {
  const warning = setTimeout(() => {
    console.error('Có phần của cổng thông tin chưa trả lời; hãy xem các dòng báo lỗi ở trên.')
  }, LONG_MS)
  const ready = await Promise.all(parts.map((part) => part.ready))
  clearTimeout(warning)
  if (stop.aborted || ready.includes(false)) return
  const next = await prepareFirstAccount(config, stop).catch(explain)
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

/** The portal runs; only who is new to it misses a hint. */
function explain(error: unknown): string[] {
  return [`Chưa xem được đã có tài khoản quản trị hay chưa: ${String(error)}`]
}
