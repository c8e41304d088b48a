import { parseArgs } from 'node:util'
import { basename } from 'node:path'
import { recordCommand } from '#cms/audit/record-command.ts'
import { abandonRestore, restoreBackup } from '#cms/backup/restore-backup.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { UsageError, type Command } from './command.ts'
import { printComparison } from './print-comparison.ts'
import { progressBar } from './progress-bar.ts'
import { rememberSampleChoice } from './sample-choice.ts'
import { claimData } from './start/running.ts'

export const restoreCommand: Command = {
  summary:
    'Khôi phục một bản sao lưu vào cơ sở dữ liệu còn trống; --replace: thay nội dung đang có; ' +
    '--abandon: bỏ lần khôi phục dở dang.',
  usage: 'restore TỆP.tar.zst [--replace] | restore --abandon',
  async run(args, config) {
    const { file, replace, abandon } = readArguments(args)
    // The portal of this folder must not run meanwhile.
    const lock = claimData(config)
    try {
      if (abandon) {
        await abandonRestore(config)
        console.log('Đã bỏ lần khôi phục dở dang; dữ liệu vẫn như trước lần đó.')
        return 0
      }
      const bar = progressBar()
      const result = await restoreBackup(config, file, { replace, onProgress: bar.show }).finally(
        bar.end,
      )
      rememberSampleChoice(config, 'empty')
      await recordCommand(config, { act: 'content-restored', detail: basename(file) })
      printComparison(result)
      console.log(`Đã khôi phục từ ${file}. Chạy cổng thông tin: npm start`)
      return 0
    } finally {
      lock.release()
    }
  },
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: 'boolean' }, abandon: { type: 'boolean' } },
    })
    const [file = '', ...rest] = positionals
    const { replace = false, abandon = false } = values
    if (rest.length > 0 || (file === '') !== abandon) {
      throw new UsageError('Cần đúng một tên tệp, hoặc chỉ --abandon.')
    }
    return { file, replace, abandon }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
