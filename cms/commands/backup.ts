import { basename } from 'node:path'
import { recordCommand } from '#cms/audit/record-command.ts'
import { createBackup } from '#cms/backup/create-backup.ts'
import type { Config } from '#shared/config.ts'
import { UsageError, type Command } from './command.ts'
import { describeArchive } from './describe-archive.ts'
import { progressBar } from './progress-bar.ts'

export const backupCommand: Command = {
  summary: 'Sao lưu toàn bộ nội dung, tài khoản và tệp vào một tệp .tar.zst, khi cổng vẫn chạy.',
  usage: 'backup TỆP.tar.zst',
  async run(args, config) {
    const [file, ...rest] = args
    if (!file || rest.length > 0 || file.startsWith('-')) {
      throw new UsageError('Cần đúng một tên tệp, ví dụ sao-luu.tar.zst.')
    }
    await backUp(config, file)
    return 0
  },
}

/** Makes a backup, with a progress bar and a closing report. */
export async function backUp(config: Config, file: string): Promise<void> {
  const bar = progressBar()
  const started = Date.now()
  const manifest = await createBackup(config, file, bar.show).finally(bar.end)
  const seconds = Math.round((Date.now() - started) / 1000)
  await recordCommand(config, { act: 'backup', detail: basename(file) })
  console.log(`Đã sao lưu vào ${file} sau ${seconds} giây.\n${describeArchive(manifest)}`)
  console.log('Tệp này có mật khẩu đã mã hóa và thư điện tử của bạn đọc: hãy cất ở nơi an toàn.')
}
