import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tracesOfLost } from '#cms/database/lost-content.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { FIRST_CONTENT } from '#cms/storage/traces.ts'
import { databaseLabel } from '#shared/database-url.ts'
import type { Config } from '#shared/config.ts'

/**
 * For an operator whose database is lost and will not come back: puts the uploads aside and removes
 * what was made of the lost content, so that the start goes on as the first one does. May be repeated
 * after a kill.
 * @throws OperatorError where no database was lost
 */
export async function beginAnew(config: Config): Promise<void> {
  const traces = await tracesOfLost(config)
  if (traces.length === 0) {
    throw new OperatorError(
      `--begin-anew chỉ dùng khi cơ sở dữ liệu đã mất mà còn dữ liệu bên cạnh; ở đây ` +
        `${databaseLabel(config.databaseUrl)} không phải như vậy. Chưa thay đổi gì. Hãy chạy npm start.`,
    )
  }
  const { dataDir, filesDir, uploadsDir, publicFilesDir, pagesDir } = config
  if (existsSync(uploadsDir)) {
    const aside = `${uploadsDir}.lost-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
    await rename(uploadsDir, aside)
    console.log(`Tệp tải lên cũ được giữ ở ${aside}.`)
  }
  const derived = [publicFilesDir, pagesDir, join(dataDir, 'search')]
  const ofFormerVersions = [join(filesDir, 'public-files'), join(dataDir, 'pages')]
  for (const folder of [...derived, ...ofFormerVersions]) {
    await rm(folder, { recursive: true, force: true })
  }
  // Last: until here, the next start asks again.
  await rm(join(dataDir, FIRST_CONTENT), { force: true })
}
