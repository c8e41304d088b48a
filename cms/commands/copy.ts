import { parseArgs } from 'node:util'
import { copyContent } from '#cms/backup/copy-content.ts'
import { databaseLabel, databaseUrlProblem, maskedUrl } from '#shared/database-url.ts'
import { publicFilesOf, type Config } from '#shared/config.ts'
import { UsageError, type Command } from './command.ts'
import { printComparison } from './print-comparison.ts'
import { progressBar } from './progress-bar.ts'

export const copyCommand: Command = {
  summary:
    'Chuyển toàn bộ nội dung sang cơ sở dữ liệu khác; trong lúc đó cổng chỉ đọc. --files: chép cả ' +
    'tệp tải lên sang thư mục khác.',
  usage: 'copy --to mongodb://MÁY/TÊN | file:TỆP [--files THƯ-MỤC] [--replace]',
  async run(args, config) {
    const { to, files, replace } = readArguments(args)
    const settings = { databaseUrl: to, mongodb: config.mongodb }
    const bar = progressBar()
    const folders =
      files === null ? null : { filesDir: files, publicFilesDir: publicFilesOf(files, config) }
    const target = { settings, files: folders, replace }
    printComparison(await copyContent(config, target, bar.show).finally(bar.end))
    console.log(nextSteps(config, to, files))
    return 0
  },
}

function nextSteps(config: Config, to: string, files: string | null): string {
  return [
    '',
    `Đã chuyển từ ${databaseLabel(config.databaseUrl)} sang ${databaseLabel(to)}.`,
    'Việc tiếp theo:',
    '  1. Ghi vào .env (thay *** bằng mật khẩu, nếu có):',
    `       DATABASE_URL=${maskedUrl(to)}`,
    ...(files === null ? [] : [`       FILES_DIR=${files}`]),
    '  2. Khởi động lại: Ctrl-C rồi npm start.',
    'Cho đến lúc đó cổng thông tin cũ vẫn đọc được nhưng không ghi được, để không mất gì.',
    'Nếu không dùng nơi mới nữa: npm run cms -- allow-writes',
  ].join('\n')
}

function readArguments(args: string[]): { to: string; files: string | null; replace: boolean } {
  const { to, files, replace } = parse(args)
  if (!to) throw new UsageError('Thiếu --to: địa chỉ của cơ sở dữ liệu nhận.')
  const problem = databaseUrlProblem(to)
  if (problem) throw new UsageError(problem.replaceAll('DATABASE_URL', '--to'))
  return { to, files: files ?? null, replace: replace ?? false }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        to: { type: 'string' },
        files: { type: 'string' },
        replace: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
