import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import { parseEnv } from 'node:util'
import { childEnvironment } from './child-environment.ts'
import { PROJECT_ROOT } from '#cms/project-root.ts'

/**
 * Loads .env into the environment (what is set already wins) and, where no secret is set anywhere,
 * makes one there. A file that exists is never rewritten: at most the missing line is added.
 */
export function prepareEnvironment(folder = PROJECT_ROOT, env = childEnvironment()): void {
  const file = join(folder, '.env')
  if (!env.PAYLOAD_SECRET && !hasSecret(file)) addSecret(file)
  if (!existsSync(file)) return
  hideFromOthers(file)
  loadEnvFile(file)
}

/** Its group may be how the portal's account reads it; nobody else has to. */
function hideFromOthers(file: string): void {
  const { mode } = statSync(file)
  if ((mode & 0o007) === 0) return
  try {
    chmodSync(file, mode & 0o770)
  } catch (error) {
    // Another account keeps the settings, and answers for them.
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EPERM', 'EACCES', 'EROFS'].includes(code)) throw error
  }
}

/** True where the line is there, even empty: then it is the operator's, and readConfig judges it. */
function hasSecret(file: string): boolean {
  return existsSync(file) && 'PAYLOAD_SECRET' in parseEnv(readFileSync(file, 'utf8'))
}

function addSecret(file: string): void {
  const line = `PAYLOAD_SECRET=${randomBytes(32).toString('base64url')}\n`
  if (existsSync(file)) {
    appendFileSync(file, `\n# Khóa bí mật do "npm start" tạo. Không chia sẻ, không đổi.\n${line}`)
    return
  }
  const head = '# Cài đặt của cổng thông tin; mọi mục đều có trong .env.example.\n'
  // "wx": if another start made the file meanwhile, its secret stays.
  writeFileSync(file, head + line, { mode: 0o600, flag: 'wx' })
}
