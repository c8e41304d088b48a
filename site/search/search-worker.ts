import { parentPort, workerData } from 'node:worker_threads'
import { answerCall, remoteCalls, type Call } from '#site/server/remote-calls.ts'
import { standBack } from '#site/server/thread-priority.ts'
import { answers } from './answers.ts'
import type { SearchContent } from './content.ts'
import { KeptIndex } from './kept-index.ts'
import type { SearchOrder, SearchReply, SearchStart } from './messages.ts'

const LOOK_EVERY_MS = 5_000
const FORGET_EVERY_MS = 60_000
const PAUSE_AFTER_FAILURE_MS = 2_000

// The full-text index of this node. Queries are answered here alone, so that no page waits for one.

if (!parentPort) throw new Error('search-worker.ts runs as a worker of main.ts')
standBack('search')
const port = parentPort
const { file } = workerData as SearchStart
const content = remoteCalls<SearchContent>(
  ['end', 'since', 'keys', 'items', 'synonyms'],
  (call: Call) => reply({ asks: call }),
)
const kept = new KeptIndex(file, content.target, () => reply({ tells: 'building' }))
const search = answers(kept)
let isStopped = false
/** Looks come one after the other: each begins where the one before it ended. */
let looking: Promise<void> = Promise.resolve()
let isLookWanted = false

kept.open()
port.on('message', receive)
look()
setInterval(look, LOOK_EVERY_MS).unref()
setInterval(() => attempt(() => kept.forgetExpired(Date.now())), FORGET_EVERY_MS).unref()

function receive(order: SearchOrder): void {
  if (order === 'changed') look()
  else if (order === 'stop') stop()
  else if ('answered' in order) content.settle(order)
  else void answer(order)
}

async function answer(call: Call): Promise<void> {
  reply(await answerCall(search, call, (error) => fail(error)))
}

/** Catches up with the change log; what comes up meanwhile is looked for right afterwards. */
function look(): void {
  if (isLookWanted) return
  isLookWanted = true
  looking = looking.then(async () => {
    isLookWanted = false
    if (isStopped) return
    try {
      const isChanged = await kept.catchUp()
      reply({ tells: { items: kept.count, isWhole: kept.isWhole, isChanged } })
    } catch (error) {
      fail(error)
      setTimeout(look, PAUSE_AFTER_FAILURE_MS).unref()
    }
  })
}

function attempt(work: () => void): void {
  try {
    work()
  } catch (error) {
    fail(error)
  }
}

/** A file that SQLite cannot read is worth nothing; all else may pass. */
function fail(error: unknown): void {
  const isBroken = kept.isBroken(error)
  reply({ tells: { failed: error instanceof Error ? error.message : String(error), isBroken } })
  if (!isBroken) return
  kept.discard()
  look()
}

function reply(message: SearchReply): void {
  port.postMessage(message)
}

function stop(): void {
  isStopped = true
  content.failAll('The search stops.')
  void looking.finally(() => {
    kept.close()
    port.close()
  })
}
