import { setTimeout as wait } from 'node:timers/promises'
import { waitUntilAnswers } from '#cms/commands/start/answers.ts'
import { CMS_ARGS } from '#cms/commands/start/processes.ts'
import { freePort } from '#test/support/site-process.ts'
import type { Place } from '../data/place.ts'
import { commandWords } from '../data/setting.ts'
import { runMeasured } from '../measured.ts'
import { startProgram } from '../program.ts'
import type { Scratch } from '../scratch.ts'

export interface CmsProcess {
  readonly origin: string
  readonly pid: number
}

const START_MS = 120_000
const SETTLE_MS = 1_000

/** The cms as built, with the sample content, in a place of its own. Build it first. */
export async function startCms(place: Place, scratch: Scratch): Promise<CmsProcess> {
  await runMeasured(commandWords('migrate'), place.env, scratch)
  await runMeasured(commandWords('add-sample'), place.env, scratch)
  const port = await freePort()
  const env = { ...place.env, NODE_ENV: 'production' as const, CMS_PORT: String(port) }
  const child = startProgram(scratch, process.execPath, [...CMS_ARGS, 'start'], {
    env,
    stdio: 'ignore',
  })
  const origin = `http://localhost:${port}`
  if (!(await waitUntilAnswers(`${origin}/api/users/init`, { timeoutMs: START_MS }))) {
    throw new Error('The cms does not answer. Run `npm run build` first.')
  }
  await wait(SETTLE_MS)
  return { origin, pid: child.pid ?? 0 }
}
