import type { Config } from '#shared/config.ts'
import { databaseLabel } from '#shared/database-url.ts'
import { DatabaseProblem } from './control.ts'
import { openControl } from './kind.ts'
import { requireKept } from './lost-content.ts'
import { requireWhole } from './restore-mark.ts'

/**
 * For whoever may only use a database, never make one: it must be there, answer and be whole.
 * @throws DatabaseProblem that says what is wrong and what to do
 */
export async function requireDatabase(settings: Config): Promise<void> {
  const control = await openControl(settings)
  try {
    await control.check()
    requireWhole(await control.restoreMark())
    await requireKept(settings)
    if ((await control.migrations()).length > 0) return
    throw new DatabaseProblem(
      `Cơ sở dữ liệu ${databaseLabel(settings.databaseUrl)} chưa có dữ liệu. Hãy chạy npm start để ` +
        'tạo, hoặc kiểm tra DATABASE_URL trong .env.',
    )
  } finally {
    await control.close()
  }
}
