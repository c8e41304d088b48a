import { APIError } from 'payload'
import { WriteRefusedError } from './transaction-end.ts'
import { isUnwritable } from './unwritable.ts'
import { isInForce, type DatabaseControl, type WriteStop } from './control.ts'

/** Writes are stopped for a while; reading goes on. Nothing of this write is stored. */
export class WritesStoppedError extends APIError {
  constructor(stop: WriteStop) {
    super(messageOf(stop), 503, { code: 'writes_stopped', reason: stop.reason }, true)
    this.name = 'WritesStoppedError'
  }
}

/** What a person reads whose save is refused. */
export function messageOf({ reason }: WriteStop): string {
  return MESSAGES[reason]
}

const MESSAGES: Record<WriteStop['reason'], string> = {
  copying:
    'Hệ thống đang chuyển dữ liệu sang cơ sở dữ liệu khác nên tạm thời chỉ đọc được, chưa lưu được. Hãy giữ trang này mở và lưu lại sau ít phút.',
  moved:
    'Dữ liệu đã được chuyển sang cơ sở dữ liệu mới, nơi này chỉ còn đọc được nên chưa lưu được. Hãy giữ trang này mở và báo người quản trị máy chủ khởi động lại cổng thông tin.',
  'backing-up':
    'Hệ thống đang sao lưu nên tạm thời chưa lưu được. Hãy giữ trang này mở và lưu lại sau ít phút.',
}

/** @throws WritesStoppedError where writes are stopped now */
export async function requireWritable(control: Pick<DatabaseControl, 'writeStop'>): Promise<void> {
  const stop = await control.writeStop()
  if (isInForce(stop)) throw new WritesStoppedError(stop)
}

/** Whether a write was refused only now: nothing is wrong with it, and it may be sent again. */
export function isRefusedForNow(error: unknown): boolean {
  return (
    error instanceof WritesStoppedError || error instanceof WriteRefusedError || isUnwritable(error)
  )
}

/** How long a stop outlives a maker that has died; longer than a step of its work blocks it. */
const LEASE_MS = 60_000
const RENEW_MS = 5_000

/**
 * Runs `work` while every process refuses writes, and allows them again when it has failed; a killed
 * process's stop ends by itself.
 * @param then what holds after success: writes again, or a lasting stop
 * @throws where the stop could not be kept up all the time, so that something may have been written
 */
export async function withoutWrites<Result>(
  control: DatabaseControl,
  reason: 'copying' | 'backing-up',
  work: () => Promise<Result>,
  then: WriteStop | null = null,
): Promise<Result> {
  let until = Date.now() + LEASE_MS
  let gap: Error | null = null
  await control.stopWrites({ reason, until })
  const renew = async () => {
    if (Date.now() > until) gap ??= new Error('The stop of writes ended before the work did.')
    const next = Date.now() + LEASE_MS
    await control.renewWriteStop({ reason, until: next })
    until = next
  }
  // One that fails is made up for by the next, well before the lease ends.
  const timer = setInterval(() => void renew().catch(() => undefined), RENEW_MS)
  try {
    const result = await work()
    clearInterval(timer)
    await renew()
    if (gap) throw gap
    if (then) await control.renewWriteStop(then)
    else await control.allowWrites()
    return result
  } catch (error) {
    clearInterval(timer)
    await control.allowWrites()
    throw error
  }
}
