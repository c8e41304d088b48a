import type { Payload } from 'payload'
import { embeddedFolder } from '#cms/database/embedded-folder.ts'
import { findContent } from '#cms/sample/existing-content.ts'
import { UsageError, type Command } from './command.ts'
import { migrate } from './migrate.ts'
import { withProgress } from './progress.ts'
import { isSampleDecided, rememberSampleChoice, sampleChoice } from './sample-choice.ts'
import { withPayload } from './with-payload.ts'

export const setupCommand: Command = {
  summary: 'Chuẩn bị dữ liệu: thư mục, cấu trúc, nội dung mẫu cho kho trống (--empty: không mẫu).',
  usage: 'setup [--empty]',
  async run(args, config) {
    const unknown = args.find((word) => word !== '--empty')
    if (unknown) throw new UsageError(`Không hiểu "${unknown}".`)
    await withProgress('Cập nhật cấu trúc cơ sở dữ liệu', () => migrate(config))
    if (isSampleDecided(config)) return 0
    // A database server holds what its owners put there.
    if (args.includes('--empty') || embeddedFolder(config.databaseUrl) === null) {
      rememberSampleChoice(config, 'empty')
      return 0
    }
    await withPayload(config, async (payload) => {
      if (sampleChoice(config) === 'undecided' && !(await isEmpty(payload))) {
        return rememberSampleChoice(config, 'empty')
      }
      rememberSampleChoice(config, 'filling')
      const { addSample } = await import('./add-sample.ts')
      await withProgress('Đưa nội dung mẫu vào kho dữ liệu trống', () => addSample(payload, config))
      rememberSampleChoice(config, 'sample')
    })
    return 0
  },
}

async function isEmpty(payload: Payload): Promise<boolean> {
  const { totalDocs: users } = await payload.count({ collection: 'users' })
  return users === 0 && (await findContent(payload)).length === 0
}
