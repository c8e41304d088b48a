import type { DatabaseAdapterObj } from 'payload'
import { databaseLabel } from '#shared/database-url.ts'
import type { Config } from '#shared/config.ts'
import { tracesOf } from '#cms/storage/traces.ts'
import { DatabaseProblem } from './control.ts'
import { openControl } from './kind.ts'

/**
 * Refuses a database without content beside what only a used portal has: it was lost, or the settings
 * lead elsewhere, and a new one in its place would take the uploads from the public.
 * @throws DatabaseProblem that says what to do
 */
export async function requireKept(config: Config): Promise<void> {
  const traces = await tracesOfLost(config)
  if (traces.length === 0) return
  throw new DatabaseProblem(
    `Cơ sở dữ liệu ${databaseLabel(config.databaseUrl)} không có nội dung nào, trong khi vẫn còn ` +
      `${traces.join(', ')}: dữ liệu đã bị mất, hoặc DATABASE_URL chỉ nhầm chỗ. Chưa thay đổi gì. Hãy ` +
      'kiểm tra DATABASE_URL trong .env và ổ đĩa, rồi khôi phục từ bản sao lưu: npm run cms -- restore ' +
      'TỆP.tar.zst. Nếu thật sự muốn bắt đầu một cổng thông tin mới: npm start -- --begin-anew (tệp ' +
      'tải lên cũ được giữ ở một thư mục bên cạnh).',
  )
}

/**
 * Databases that this process has looked at, however many Payloads it holds (Next bundles several):
 * a second look would take the locks of the connection that is open by then.
 */
const seen = ((globalThis as { portalDatabasesSeen?: Set<string> }).portalDatabasesSeen ??=
  new Set())

/** Makes the adapter of the portal's own database refuse one that was lost, whoever starts it. */
export function refuseLost(stock: DatabaseAdapterObj, config: Config): DatabaseAdapterObj {
  const { databaseUrl } = config
  return {
    ...stock,
    init(args) {
      const adapter = stock.init(args)
      const { connect } = adapter
      adapter.connect = async (...options) => {
        if (!seen.has(databaseUrl)) await requireKept(config)
        seen.add(databaseUrl)
        await connect?.apply(adapter, options)
      }
      return adapter
    },
  }
}

/** What a lost database has left beside it; nothing where none was lost. */
export async function tracesOfLost(config: Config): Promise<readonly string[]> {
  const { files, others, isBegun } = await tracesOf(config)
  if (isBegun || files.length + others.length === 0) return []
  const control = await openControl(config)
  try {
    if (await control.isUsed()) return []
    // A portal that was begun empty has pages before it has an account.
    const isNew = (await control.migrations()).length === 0
    return isNew ? [...files, ...others] : files
  } finally {
    await control.close()
  }
}
