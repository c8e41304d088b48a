import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { findJava, HOW_TO_GET_MONGODB, missingForMongodb } from './java.ts'
import { buildStandIn, STAND_IN } from './mongodb-build.ts'

/** Where MongoDB's protocol is spoken. */
export interface MongoAddress {
  /** Names no database; see {@link databaseUrl}. */
  readonly url: string
  /** True where no MongoDB answers but the server of test/support/mongodb: it has no transactions. */
  readonly isStandIn: boolean
}

export interface MongoServer extends MongoAddress {
  stop(): Promise<void>
}

export interface StandIn extends MongoServer {
  /** Holds it where it is: connections stay open, and nothing is answered. */
  pause(): void
  resume(): void
}

export interface StandInOptions {
  /** A free one unless told. */
  readonly port?: number
  /** Keeps the data here; without it they are in memory. */
  readonly file?: string
  readonly heapMb?: number
}

/** The MongoDB that `TEST_MONGODB_URL` names, which must run, or else a stand-in that is started. */
export async function startMongoServer(options: StandInOptions = {}): Promise<MongoServer> {
  const url = process.env.TEST_MONGODB_URL?.trim()
  return url ? { url, isStandIn: false, stop: async () => {} } : startStandIn(options)
}

/**
 * Builds and starts the stand-in on a free port. It ends with this process, however that ends.
 * @throws Error that names what the machine lacks, or what the build or the server said
 */
export async function startStandIn({
  port: wanted = 0,
  file,
  heapMb = 256,
}: StandInOptions = {}): Promise<StandIn> {
  const missing = missingForMongodb()
  if (missing) throw new Error(`This machine lacks ${missing}. ${HOW_TO_GET_MONGODB}`)
  await buildStandIn()
  const words = [`-Xmx${heapMb}m`, '-XX:+UseSerialGC', ...STAND_IN]
  words.push(String(wanted), ...(file ? [file] : []))
  const child = spawn(findJava() ?? 'java', words)
  const exit = once(child, 'exit')
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const firstLine = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const [line] = await Promise.race([firstLine, exit.then(() => [''])])
  const port = /^listening (\d+)$/.exec(line ?? '')?.[1]
  if (!port) throw new Error(`The MongoDB stand-in did not start:\n${complaints}`)
  return {
    url: `mongodb://127.0.0.1:${port}`,
    isStandIn: true,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async stop() {
      child.stdin.end()
      await exit
    },
  }
}

/** The address of one database of a server. */
export function databaseUrl({ url }: MongoAddress, name: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?(\?.*)?$/.exec(url)
  if (!match) {
    throw new Error(
      'TEST_MONGODB_URL is not like mongodb://HOST:PORT or mongodb://HOST:PORT/?OPTIONS. ' +
        'It must name no database: each test file has one of its own.',
    )
  }
  const [, server, query = ''] = match
  return `${server}/${name}${query}`
}
