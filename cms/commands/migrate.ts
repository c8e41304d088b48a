import type { Config } from '#shared/config.ts'
import { databaseLabel } from '#shared/database-url.ts'
import { openControl } from '#cms/database/kind.ts'
import { closeDatabase } from '#cms/database/close-database.ts'
import { requireKept } from '#cms/database/lost-content.ts'
import { checkedStatus } from '#cms/database/migration-status.ts'
import { UsageError, type Command } from './command.ts'
import { requireWhole } from '#cms/database/restore-mark.ts'
import { loadPayload } from '#cms/load-payload.ts'

export const migrateCommand: Command = {
  summary: 'Cập nhật cấu trúc cơ sở dữ liệu; --dry-run chỉ liệt kê những gì sẽ làm.',
  usage: 'migrate [--dry-run]',
  async run(args, config) {
    const unknown = args.find((word) => word !== '--dry-run')
    if (unknown) throw new UsageError(`Không hiểu "${unknown}".`)
    const status = await checkedStatus(config)
    const label = databaseLabel(config.databaseUrl)
    if (status.pending.length === 0) {
      console.log(`Cơ sở dữ liệu ${label} đã đúng phiên bản.`)
    } else if (args.includes('--dry-run')) {
      console.log(`Sẽ cập nhật ${label}:`)
      for (const name of status.pending) console.log(`  ${name}`)
    } else {
      await migrate(config)
      console.log(`Đã cập nhật ${label}.`)
    }
    return 0
  },
}

/**
 * Brings the database to this version, alone: other starts wait for it.
 * @throws DatabaseProblem where a newer version of the portal has written the database
 */
export async function migrate(config: Config): Promise<void> {
  const control = await openControl(config)
  try {
    await control.check()
    requireWhole(await control.restoreMark())
    await requireKept(config)
    await control.alone(() => migrateAlone(config), sayWaiting)
  } finally {
    await control.close()
  }
}

async function migrateAlone(config: Config): Promise<void> {
  // Another process may have done it while this one waited.
  if ((await checkedStatus(config)).pending.length === 0) return
  const payload = await loadPayload({ onInit: false })
  try {
    await payload.db.migrate()
  } finally {
    await closeDatabase(payload)
  }
}

function sayWaiting(): void {
  console.log('Một lệnh khác đang cập nhật cơ sở dữ liệu; chờ lệnh đó xong…')
}
