import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import {
  MongoClient,
  type Collection,
  type Db,
  type Document,
  type MongoServerError,
} from 'mongodb'
import type { Config } from '#shared/config.ts'
import { databaseLabel } from '#shared/database-url.ts'
import {
  DatabaseProblem,
  type DatabaseControl,
  type RestoreMark,
  type WriteStop,
} from '../control.ts'
import { USED } from '../used-tables.ts'

/** Where the portal's nodes keep what they agree on, beside Payload's collections. */
const CONTROL = 'portal-control'

interface ControlDocument<Value = unknown> {
  readonly _id: string
  readonly value: Value
}

const ANSWER_MS = 8_000
/** A lock whose holder does not renew it is taken over after this time. */
const LOCK_MS = 20_000
const RENEW_LOCK_MS = 5_000
const ASK_LOCK_MS = 250
/** Longer than any single write takes that had looked at the stop just before it was made. */
const DRAIN_MS = 2_000

/** Control of a MongoDB database: documents of a collection of its own, seen by every node. */
export function mongodbControl({
  databaseUrl,
  mongodb,
}: Pick<Config, 'databaseUrl' | 'mongodb'>): DatabaseControl {
  const label = databaseLabel(databaseUrl)
  let opening: Promise<MongoClient> | undefined

  const client = () => (opening ??= connect(databaseUrl, label))
  const database = async () => (await client()).db()

  return {
    async check() {
      const db = await database()
      const hello = await askHello(db).catch(unusable(label))
      const isCluster = hello.setName !== undefined || hello.msg === 'isdbgrid'
      if (mongodb.transactions && !isCluster) throw new DatabaseProblem(noTransactions(label))
    },

    async migrations() {
      const rows = await (
        await database()
      )
        .collection('payload-migrations')
        .find({}, { projection: { name: 1 } })
        .toArray()
        .catch(unusable(label))
      return rows.map(({ name }) => String(name)).toSorted()
    },

    async isUsed() {
      const db = await database()
      const found = await Promise.all(
        USED.map((name) => db.collection(name).findOne({}, { projection: { _id: 1 } })),
      ).catch(unusable(label))
      return found.some((row) => row !== null)
    },

    async alone(work, onWait) {
      const release = await lock(await database(), onWait)
      try {
        return await work()
      } finally {
        await release()
      }
    },

    restoreMark: async () => read<RestoreMark>(await database(), 'restore'),
    setRestoreMark: async (mark) => write(await database(), 'restore', mark),
    writeStop: async () => read<WriteStop>(await database(), 'writes-stopped'),
    stopWrites: async (stop) => {
      await write(await database(), 'writes-stopped', stop)
      await wait(DRAIN_MS)
    },
    renewWriteStop: async (stop) => write(await database(), 'writes-stopped', stop),
    allowWrites: async () => write(await database(), 'writes-stopped', null),

    claim: async (task, forMs) => {
      const leases = documents<Lease>(await database())
      return take(leases, `claim:${task}`, { holder: PROCESS, until: Date.now() + forMs })
    },

    async close() {
      const opened = await opening?.catch(() => undefined)
      opening = undefined
      await opened?.close()
    },
  }
}

/** @throws DatabaseProblem that names the host, never the log-in */
async function connect(url: string, label: string): Promise<MongoClient> {
  try {
    const options = { serverSelectionTimeoutMS: ANSWER_MS, connectTimeoutMS: ANSWER_MS }
    return await new MongoClient(url, options).connect()
  } catch (error) {
    return unusable(label)(error)
  }
}

const COMMAND_NOT_FOUND = 59

/** What the server is. Before MongoDB 5 the question was called otherwise. */
async function askHello(db: Db): Promise<Document> {
  try {
    return await db.admin().command({ hello: 1 })
  } catch (error) {
    if ((error as MongoServerError).code !== COMMAND_NOT_FOUND) throw error
    return db.admin().command({ isMaster: 1 })
  }
}

function unusable(label: string) {
  return (cause: unknown): never => {
    throw new DatabaseProblem(
      `Không dùng được cơ sở dữ liệu ${label}: ${reason(cause)} Hãy kiểm tra DATABASE_URL trong .env, ` +
        'máy chủ MongoDB có đang chạy và máy này có nối tới được không.',
      { cause },
    )
  }
}

/** Why a server cannot be used, in plain words; the driver's own text may repeat the address. */
function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return 'không rõ nguyên nhân.'
  const { code, codeName } = cause as Partial<MongoServerError>
  if (code === 18 || codeName === 'AuthenticationFailed' || /auth/i.test(cause.message)) {
    return 'tên hoặc mật khẩu đăng nhập không đúng.'
  }
  if (code === 13) return 'tài khoản này chưa được cấp quyền.'
  if (/ENOTFOUND|EAI_AGAIN|querySrv/.test(cause.message)) return 'không tìm thấy tên máy chủ.'
  if (/ECONNREFUSED/.test(cause.message)) return 'máy chủ không nhận kết nối ở cổng đó.'
  if (/certificate|TLS|SSL/i.test(cause.message)) return 'kết nối TLS không thành công.'
  if (cause.name === 'MongoServerSelectionError') return 'máy chủ không trả lời.'
  return `${cause.name}.`
}

function noTransactions(label: string): string {
  return (
    `Máy chủ MongoDB ${label} không phải replica set nên không có giao dịch: một lần lưu có thể dở ` +
    'dang. Hãy chạy nó thành replica set (một máy cũng được: mongod --replSet rs0, rồi rs.initiate()), ' +
    'hoặc, nếu chấp nhận điều đó, đặt MONGODB_TRANSACTIONS=off trong .env.'
  )
}

async function read<Value>(db: Db, key: string): Promise<Value | null> {
  const found = await documents<Value>(db).findOne({ _id: key })
  return found?.value ?? null
}

async function write(db: Db, key: string, value: unknown): Promise<void> {
  const filter = { _id: key }
  if (value === null) await documents(db).deleteOne(filter)
  else await documents(db).replaceOne(filter, { value }, { upsert: true })
}

function documents<Value>(db: Db) {
  return db.collection<ControlDocument<Value>>(CONTROL)
}

interface Lease {
  readonly holder: string
  /** Milliseconds since 1970 by the holder's clock. */
  readonly until: number
}

const PROCESS = `${hostname()}:${process.pid}:${randomUUID()}`

/** Takes the one lock of this database, waiting as long as someone alive holds it. */
async function lock(db: Db, onWait: () => void = () => {}): Promise<() => Promise<void>> {
  const holder = randomUUID()
  const leases = documents<Lease>(db)
  const hold = () => take(leases, 'lock', { holder, until: Date.now() + LOCK_MS })
  for (let isFirst = true; !(await hold()); isFirst = false) {
    if (isFirst) onWait()
    await wait(ASK_LOCK_MS)
  }
  // One that fails is made up for by the next, well before the lease ends.
  const timer = setInterval(() => void hold().catch(() => false), RENEW_LOCK_MS)
  return async () => {
    clearInterval(timer)
    await leases.deleteOne({ _id: 'lock', 'value.holder': holder })
  }
}

/** Takes or renews a lease: one that is free, over, or the holder's own. */
async function take(
  leases: Collection<ControlDocument<Lease>>,
  key: string,
  value: Lease,
): Promise<boolean> {
  const free = [{ 'value.until': { $lt: Date.now() } }, { 'value.holder': value.holder }]
  const { matchedCount } = await leases.updateOne({ _id: key, $or: free }, { $set: { value } })
  if (matchedCount === 1) return true
  try {
    await leases.insertOne({ _id: key, value })
    return true
  } catch (error) {
    if ((error as MongoServerError).code === 11_000) return false
    throw error
  }
}
