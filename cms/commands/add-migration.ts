import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError, type Command } from './command.ts'
import { runPayloadCli } from './payload-cli.ts'

const FOLDER = 'cms/database/migrations/sqlite'
const MONGODB_FOLDER = 'cms/database/migrations/mongodb'

/** Writes the migration from the last one to the collections as they are now. */
export const addMigrationCommand: Command = {
  summary: 'Viết migration cho thay đổi của collection (cho lập trình viên)',
  usage: 'add-migration TÊN',
  isForSources: true,
  async run([name]) {
    if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
      throw new UsageError('Hãy đặt tên bằng chữ thường và dấu gạch nối, ví dụ them-truong-nguon.')
    }
    const before = await readdir(FOLDER)
    await runPayloadCli('migrate:create', name)
    if ((await readdir(FOLDER)).length === before.length) {
      console.log('Collection không thay đổi gì so với migration cuối; không có gì để viết.')
      return 0
    }
    for (const file of await readdir(FOLDER)) {
      if (!file.endsWith('.ts')) continue
      await makeRunnable(join(FOLDER, file))
      if (file !== 'index.ts') await pairWithMongodb(file)
    }
    console.log(
      `Đã viết migration trong ${FOLDER} và ${MONGODB_FOLDER}. Hãy đọc lại trước khi commit; nếu dữ ` +
        'liệu cũ phải đổi theo, hãy viết việc đó vào cả hai.',
    )
    return 0
  },
}

const MONGODB_MIGRATION = `import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

/** Nothing to do where only fields come or go: MongoDB has no columns. */
export async function up(_args: MigrateUpArgs): Promise<void> {}

export async function down(_args: MigrateDownArgs): Promise<void> {}
`

/** Both kinds of database have migrations of the same names: an archive of one tells its version. */
async function pairWithMongodb(file: string): Promise<void> {
  const path = join(MONGODB_FOLDER, file)
  if (!existsSync(path)) await writeFile(path, MONGODB_MIGRATION)
}

/** Payload writes for a bundler; Node, which only strips types, wants them marked and `.ts` named. */
async function makeRunnable(path: string): Promise<void> {
  const source = await readFile(path, 'utf8')
  const mended = source
    .replace(
      /\{ MigrateUpArgs, MigrateDownArgs, sql \}/,
      '{ type MigrateUpArgs, type MigrateDownArgs, sql }',
    )
    .replace(/\{ db, payload, req \}/g, '{ db }')
    .replace(/(from '\.\/[\w-]+)'/g, "$1.ts'")
  if (mended !== source) await writeFile(path, mended)
}
