import { explainingDisk } from '#cms/backup/explain-disk.ts'
import { tryRestore } from '#cms/backup/trial-restore.ts'
import { verifyArchive } from '#cms/backup/verify-archive.ts'
import { requireKnown } from '#cms/backup/fill.ts'
import { formatNumber } from '#shared/vietnamese/numbers.ts'
import type { Config } from '#shared/config.ts'
import { UsageError, type Command } from './command.ts'
import { describeArchive } from './describe-archive.ts'
import { progressBar } from './progress-bar.ts'

export const verifyCommand: Command = {
  summary:
    'Đọc hết một bản sao lưu, thử khôi phục vào một cơ sở dữ liệu tạm rồi đối chiếu; không thay đổi ' +
    'gì. --quick: chỉ đọc, không thử khôi phục.',
  usage: 'verify TỆP.tar.zst [--quick]',
  async run(args, config) {
    const [file, ...rest] = args.filter((word) => word !== '--quick')
    if (!file || rest.length > 0 || file.startsWith('-')) {
      throw new UsageError('Cần đúng một tên tệp.')
    }
    await verify(config, file, args.includes('--quick'))
    return 0
  },
}

async function verify(config: Config, file: string, isQuick: boolean): Promise<void> {
  const bar = progressBar()
  const trial = async () => {
    const archive = await verifyArchive(file, {
      onProgress: (read, total) => bar.show('Kiểm tra', read, total),
    })
    requireKnown(archive.manifest)
    return { archive, tried: isQuick ? null : await tryRestore(config, file, archive, bar.show) }
  }
  const { archive, tried } = await explainingDisk('try', file, trial).finally(bar.end)
  console.log(`Bản sao lưu ${file} nguyên vẹn.\n${describeArchive(archive.manifest)}`)
  if (tried === null) {
    console.log('Chưa thử khôi phục (--quick).')
    return
  }
  const rows = formatNumber(tried.rows)
  if (tried.deadReferences === 0) {
    console.log(`Đã thử khôi phục: ${rows} bản ghi, đọc lại giống hệt.`)
  } else {
    console.log(
      `Đã thử khôi phục: ${rows} bản ghi, đọc lại đủ số. Chú ý: ${formatNumber(tried.deadReferences)} liên kết dẫn tới nội dung không còn trong bản ` +
        'sao lưu; khi khôi phục, các liên kết đó được bỏ ra.',
    )
  }
}
