import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import type { Config } from '#shared/config.ts'
import { localOrigin } from './addresses.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])
const ASK_AGAIN_MS = 10_000

/**
 * While there is no account, keeps a one-time code for the first one (the cms checks it) and gives
 * what to tell the operator; with an account there is no code and nothing to tell.
 */
export async function prepareFirstAccount(config: Config, stop: AbortSignal): Promise<string[]> {
  if (await hasAccount(config)) {
    await rm(config.firstAccountCodeFile, { force: true })
    return []
  }
  const code = randomBytes(9).toString('base64url')
  await writeFile(config.firstAccountCodeFile, `${code}\n`, { mode: 0o600 })
  removeCodeOnceUsed(config, stop)
  const address = `${config.cms.publicUrl}/admin/create-first-user`
  return isCodeNeeded(config)
    ? [`Tạo tài khoản quản trị đầu tiên: ${address}`, `với mã một lần: ${code}`]
    : [`Tạo tài khoản quản trị đầu tiên, ngay trên máy này: ${address}`]
}

/** Whoever comes from another machine, or through a proxy, must show the code. */
function isCodeNeeded({ cms }: Config): boolean {
  return !LOOPBACK.has(cms.host) || !LOOPBACK.has(new URL(cms.publicUrl).hostname)
}

function removeCodeOnceUsed(config: Config, stop: AbortSignal): void {
  const check = async () => {
    if (stop.aborted || !(await hasAccount(config).catch(notAnswering))) return
    // On a disk that is read-only for now it is tried again.
    const isRemoved = await rm(config.firstAccountCodeFile, { force: true }).then(
      () => true,
      () => false,
    )
    if (isRemoved) clearInterval(timer)
  }
  const timer = setInterval(() => void check(), ASK_AGAIN_MS).unref()
}

async function hasAccount(config: Config): Promise<boolean> {
  const response = await fetch(`${localOrigin(config.cms)}/api/users/init`)
  const { initialized } = (await response.json()) as { initialized?: boolean }
  return initialized === true
}

/** The cms is being restarted: ask again later. */
function notAnswering(): false {
  return false
}
