import type { SearchContent } from '#site/search/content.ts'
import { remoteCalls } from './remote-calls.ts'
import type { WorkerClient } from './worker-client.ts'

/** All that is public is named in one go; a hundred thousand take a second or two. */
const LIMIT_MS = 60_000

/** The content for the search, read where the database is open: in a render worker. */
export function contentOf(worker: WorkerClient): SearchContent {
  const calls = remoteCalls<SearchContent>(
    ['end', 'since', 'keys', 'items', 'synonyms'],
    (call) => {
      worker.run('content', call, LIMIT_MS).then(
        (answer) => calls.settle(answer),
        (error: Error) => calls.settle({ answered: call.call, failed: error.message }),
      )
    },
  )
  return calls.target
}
