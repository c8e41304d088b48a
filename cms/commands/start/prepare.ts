import type { FileLock } from '#cms/database/sqlite/file-lock.ts'
import { OperatorError } from '#cms/operator-error.ts'
import { storageProblems } from '#cms/storage/storage-problems.ts'
import type { Config } from '#shared/config.ts'
import { addressesOn, choosePorts, type Addresses } from './addresses.ts'
import { folderProblems } from './folders.ts'
import { claimData, recordAddresses } from './running.ts'

/** What a start has taken for itself. */
export interface Prepared {
  readonly addresses: Addresses
  readonly lock: FileLock
}

/**
 * Takes the folders and ports of the portal.
 * @param settingsProblems what is wrong with the settings already
 * @throws OperatorError with one list of all that is wrong, or that it runs already
 */
export async function prepareStart(
  wanted: Config,
  mode: NodeJS.ProcessEnv['NODE_ENV'],
  settingsProblems: readonly string[] = [],
): Promise<Prepared> {
  const wrong = [...settingsProblems, ...(await storageProblems(wanted))]
  // Nothing is tried out in a folder that is somebody else's.
  const isMisplaced = wrong.length > settingsProblems.length
  const folders = isMisplaced ? [] : await folderProblems(wanted, wrong.length > 0)
  const problems = [...wrong, ...folders]
  const lock = problems.length > 0 ? null : claimData(wanted)
  try {
    const { site, cms, problems: ofPorts } = await choosePorts(wanted)
    problems.push(...ofPorts)
    if (problems.length > 0 || !lock || site === null || cms === null) throw refusal(problems)
    const addresses = addressesOn(wanted, { site, cms }, mode)
    recordAddresses(addresses.config)
    return { addresses, lock }
  } catch (error) {
    lock?.release()
    throw error
  }
}

function refusal(problems: readonly string[]): OperatorError {
  return new OperatorError(
    `Cổng thông tin chưa chạy được; cần sửa ${problems.length} chỗ:\n- ${problems.join('\n- ')}`,
  )
}
