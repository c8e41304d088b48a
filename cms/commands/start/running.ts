import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#shared/config.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { keepPorts } from './last-ports.ts'
import { tryLock, type FileLock } from '#cms/database/sqlite/file-lock.ts'

/**
 * Takes the folder's data for this start.
 * @throws OperatorError that names the addresses of the start that has it already
 */
export function claimData({ dataDir }: Config): FileLock {
  const lock = tryLock(join(dataDir, 'start.lock'))
  if (lock) return lock
  throw new OperatorError(
    `Cổng thông tin của thư mục dữ liệu "${dataDir}" đang chạy rồi${readAddresses(dataDir)}. ` +
      'Muốn chạy lại, hãy dừng lần chạy đó trước (Ctrl-C ở cửa sổ của nó).',
  )
}

/** Leaves the addresses for whoever starts a second time, and the ports for the next start. */
export function recordAddresses({ dataDir, site, cms }: Config): void {
  const addresses = `${site.publicUrl}, quản trị: ${cms.publicUrl}/admin`
  writeFileSync(join(dataDir, 'start.addresses'), addresses)
  keepPorts(dataDir, { site: site.port, cms: cms.port })
}

function readAddresses(dataDir: string): string {
  try {
    return ` (${readFileSync(join(dataDir, 'start.addresses'), 'utf8')})`
  } catch {
    // The other start has not chosen its ports yet.
    return ''
  }
}
