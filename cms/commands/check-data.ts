import { findOddRows, mendIds } from '#cms/backup/check-data.ts'
import { HOW_TO_MEND } from '#cms/backup/odd-rows.ts'
import type { Config } from '#shared/config.ts'
import { UsageError, type Command } from './command.ts'
import { progressBar } from './progress-bar.ts'
import { claimData } from './start/running.ts'

export const checkDataCommand: Command = {
  summary:
    'Tìm những bản ghi không thể khôi phục lại từ bản sao lưu; --mend: cấp id mới cho bản ghi có id ' +
    'sai (cổng thông tin phải dừng).',
  usage: 'check-data [--mend]',
  async run(args, config) {
    const unknown = args.find((word) => word !== '--mend')
    if (unknown) throw new UsageError(`Không hiểu "${unknown}".`)
    if (args.includes('--mend')) await mend(config)
    return check(config)
  },
}

async function mend(config: Config): Promise<void> {
  // The portal of this folder must not run meanwhile.
  const lock = claimData(config)
  const bar = progressBar()
  try {
    const mended = await mendIds(config, bar.show).finally(bar.end)
    console.log(mended > 0 ? `Đã cấp id mới cho ${mended} bản ghi.` : 'Không có id nào sai.')
  } finally {
    lock.release()
  }
}

async function check(config: Config): Promise<number> {
  const bar = progressBar()
  const odd = await findOddRows(config, bar.show).finally(bar.end)
  if (odd.count === 0) {
    console.log('Mọi bản ghi đều sao lưu và khôi phục được.')
    return 0
  }
  console.error(`Có ${odd.count} bản ghi không khôi phục lại được:\n${odd.list()}\n${HOW_TO_MEND}`)
  return 1
}
