import { removeSampleContent, type KeptDocument, type SampleRemoval } from '#cms/sample/remove.ts'
import { UsageError, type Command } from './command.ts'
import { withPayload } from './with-payload.ts'

export const removeSampleCommand: Command = {
  summary:
    'Gỡ nội dung mẫu, không đụng đến nội dung khác. Mục mẫu đã có người sửa được giữ lại; --all: gỡ cả những mục đó.',
  usage: 'remove-sample [--all]',
  async run(args, config) {
    const unknown = args.find((word) => word !== '--all')
    if (unknown) throw new UsageError(`Không hiểu "${unknown}".`)
    const all = args.includes('--all')
    const removal = await withPayload(config, (payload) => removeSampleContent(payload, { all }))
    report(removal)
    return 0
  },
}

function report({ removed, kept, keptGlobals }: SampleRemoval): void {
  if (removed === 0 && kept.length === 0) return console.log('Không có nội dung mẫu nào để gỡ.')
  console.log(`Đã gỡ ${removed} mục nội dung mẫu.`)
  list('Giữ lại vì đã có người sửa (gỡ nốt: thêm --all)', kept, 'edited')
  list('Giữ lại vì nội dung khác đang dùng', kept, 'used')
  if (keptGlobals.length > 0) {
    const names = keptGlobals.map((slug) => GLOBAL_NAMES[slug]).join(', ')
    console.log(`Giữ nguyên vì đã được chỉnh: ${names}.`)
  }
}

const GLOBAL_NAMES = {
  'site-settings': 'Thông tin đơn vị',
  navigation: 'Trình đơn',
  'home-page': 'Trang chủ',
}

function list(title: string, kept: readonly KeptDocument[], reason: KeptDocument['reason']): void {
  const matching = kept.filter((document) => document.reason === reason)
  if (matching.length === 0) return
  console.log(`${title}:`)
  for (const document of matching) console.log(`  - ${document.title}`)
}
