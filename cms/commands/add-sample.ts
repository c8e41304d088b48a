import type { Payload } from 'payload'
import type { Config } from '#shared/config.ts'
import { addSampleContent, type AddSampleOptions } from '#cms/sample/add.ts'
import { findContent } from '#cms/sample/existing-content.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { UsageError, type Command } from './command.ts'
import { rememberSampleChoice } from './sample-choice.ts'
import { withPayload } from './with-payload.ts'

export const addSampleCommand: Command = {
  summary:
    'Đưa nội dung mẫu vào kho còn trống; --force: cả khi đã có nội dung (không sửa, không xóa gì).',
  usage: 'add-sample [--force]',
  async run(args, config) {
    const unknown = args.find((word) => word !== '--force')
    if (unknown) throw new UsageError(`Không hiểu "${unknown}".`)
    const made = await withPayload(config, async (payload) => {
      if (!args.includes('--force')) await requireEmpty(payload)
      return await addSample(payload, config, { onProgress: sayTenths })
    })
    rememberSampleChoice(config, 'sample')
    console.log(
      made > 0
        ? `Đã đưa vào ${made} mục nội dung mẫu. Gỡ ra: npm run cms -- remove-sample`
        : 'Nội dung mẫu đã có đủ, không phải thêm gì.',
    )
    return 0
  },
}

/**
 * Fills the portal with the sample content.
 * @returns how many documents were made
 */
export async function addSample(
  payload: Payload,
  _config: Config,
  options: AddSampleOptions = {},
): Promise<number> {
  return await addSampleContent(payload, options)
}

async function requireEmpty(payload: Payload): Promise<void> {
  const found = await findContent(payload)
  if (found.length === 0) return
  const list = found.map(({ label, count }) => `${label} (${count})`).join(', ')
  throw new OperatorError(
    `Kho dữ liệu đã có nội dung: ${list}. Nội dung mẫu chỉ dành cho kho trống, để không lẫn với ` +
      'nội dung thật. Nếu vẫn muốn đưa vào, hãy thêm --force; không mục nào đang có bị sửa hay xóa.',
  )
}

function sayTenths(done: number, total: number, label: string): void {
  const tenth = (count: number) => Math.floor((count * 10) / total)
  if (tenth(done) > tenth(done - 1)) console.log(`  ${done}/${total} · ${label}`)
}
