import { finishRestore } from '#cms/backup/restore-backup.ts'
import { isInForce } from '#cms/database/control.ts'
import { openControl } from '#cms/database/kind.ts'
import { requireKept } from '#cms/database/lost-content.ts'
import { requireWhole } from '#cms/database/restore-mark.ts'
import type { Config } from '#shared/config.ts'
import { checkedStatus } from '#cms/database/migration-status.ts'

/**
 * Before anything is served: the database answers, is whole and not newer than this version. A
 * restore that died in its last step is finished.
 * @throws DatabaseProblem with what to do
 */
export async function checkDatabase(config: Config): Promise<void> {
  await finishRestore(config)
  const control = await openControl(config)
  try {
    requireWhole(await control.restoreMark())
    await checkedStatus(config)
    await requireKept(config)
    const stop = await control.writeStop()
    if (!isInForce(stop) || stop.reason !== 'moved') return
    console.warn(
      `Dữ liệu đã được chuyển sang ${stop.target ?? 'nơi khác'}, nên ở đây chỉ đọc được. Hãy đặt ` +
        'DATABASE_URL trong .env là nơi mới, hoặc cho ghi trở lại ở đây: npm run cms -- allow-writes',
    )
  } finally {
    await control.close()
  }
}
