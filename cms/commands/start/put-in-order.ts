import { prepareStorage } from '#cms/storage/prepare-storage.ts'
import type { Config } from '#shared/config.ts'

const MOST_NAMED = 5

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
