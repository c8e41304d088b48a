import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError, type Command } from './command.ts'
import { runPayloadCli } from './payload-cli.ts'

const FOLDER = 'cms/database/migrations/sqlite'

/** Writes the migration from the last one to the collections as they are now. */
export const addMigrationCommand: Command = {
  summary: 'Viết migration cho thay đổi của collection (cho lập trình viên)',
  usage: 'add-migration TÊN',
  async run([name]) {
    if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
      throw new UsageError('Hãy đặt tên bằng chữ thường và dấu gạch nối, ví dụ them-truong-nguon.')
    }
    await runPayloadCli('migrate:create', name)
    for (const file of await readdir(FOLDER)) {
      if (file.endsWith('.ts')) await makeRunnable(join(FOLDER, file))
    }
    console.log(`Đã viết migration trong ${FOLDER}. Hãy đọc lại trước khi commit.`)
    return 0
  },
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
