import { OperatorError } from '#cms/operator-error.ts'
import { prepareStorage } from '#cms/storage/prepare-storage.ts'
import { storageProblems } from '#cms/storage/storage-problems.ts'
import type { Config } from '#shared/config.ts'

const MOST_NAMED = 5

/** @throws OperatorError with all that is wrong with where the settings put things */
export async function requireGoodFolders(config: Config): Promise<void> {
  const problems = await storageProblems(config)
  if (problems.length === 0) return
  throw new OperatorError(`Chưa chạy được, còn việc phải sửa:\n- ${problems.join('\n- ')}`)
}

/** Closes what is private, opens what is public, and says what it could not close. */
export async function putInOrder(config: Config): Promise<void> {
  const open = await prepareStorage(config)
  if (open.length === 0) return
  const named = open.slice(0, MOST_NAMED).join(', ')
  const more = open.length > MOST_NAMED ? ` và ${open.length - MOST_NAMED} mục khác` : ''
  console.warn(
    `Thuộc tài khoản khác nên chưa đóng quyền đọc được: ${named}${more}. Hãy giao cho tài khoản chạy ` +
      'cổng thông tin (chown -R), hoặc tự đóng quyền (chmod -R go=).',
  )
}
