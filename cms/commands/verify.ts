import { explainingDisk } from '#cms/backup/explain-disk.ts'
import { verifyArchive } from '#cms/backup/verify-archive.ts'
import { requireKnown } from '#cms/backup/fill.ts'
import { UsageError, type Command } from './command.ts'
import { describeArchive } from './describe-archive.ts'
import { progressBar } from './progress-bar.ts'

export const verifyCommand: Command = {
  summary: 'Đọc hết một bản sao lưu và cho biết có nguyên vẹn không; không thay đổi gì.',
  usage: 'verify TỆP.tar.zst',
  async run([file, ...rest]) {
    if (!file || rest.length > 0) throw new UsageError('Cần đúng một tên tệp.')
    const bar = progressBar()
    const onProgress = (read: number, total: number) => bar.show('Kiểm tra', read, total)
    const { manifest } = await explainingDisk('read', file, () =>
      verifyArchive(file, { onProgress }),
    ).finally(bar.end)
    requireKnown(manifest)
    console.log(`Bản sao lưu ${file} nguyên vẹn.\n${describeArchive(manifest)}`)
    return 0
  },
}
