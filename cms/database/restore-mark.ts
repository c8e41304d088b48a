import { DatabaseProblem, type DatabaseControl, type RestoreMark } from './control.ts'

interface Connecting {
  connect?: ((...args: never[]) => Promise<void>) | undefined
}

/** Adapters of databases whose own command is filling them; they alone open what is incomplete. */
const filling = new Set<string>()

/** Lets this process open the database of `url` while it is incomplete. */
export async function whileFilling<Result>(url: string, work: () => Promise<Result>) {
  filling.add(url)
  try {
    return await work()
  } finally {
    filling.delete(url)
  }
}

/** Makes an adapter refuse a database that a restore left half full. */
export function refuseIncomplete<Adapter extends Connecting>(
  adapter: Adapter,
  control: Pick<DatabaseControl, 'restoreMark'>,
  url: string,
): Adapter {
  const { connect } = adapter
  adapter.connect = async (...args) => {
    if (!filling.has(url)) requireWhole(await control.restoreMark())
    await connect?.apply(adapter, args)
  }
  return adapter
}

/** @throws DatabaseProblem where the mark says that the content is not whole */
export function requireWhole(mark: RestoreMark | null): void {
  if (!mark) return
  throw new DatabaseProblem(
    `Lần khôi phục dữ liệu từ ${mark.source} (bắt đầu ${mark.startedAt}) chưa xong, nên dữ liệu chưa ` +
      'trọn vẹn và chưa dùng được. Hãy chạy lại lệnh khôi phục đó, hoặc bỏ lần khôi phục dở dang: ' +
      'npm run cms -- restore --abandon',
  )
}
