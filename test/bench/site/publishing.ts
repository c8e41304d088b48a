import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { SiteProcess } from '#test/support/site-process.ts'
import type { Bench } from '../part.ts'
import type { Place } from '../data/place.ts'
import { median } from './hits.ts'

const TIMES = 50

/** From the moment at which a save has answered to the moment at which the site shows it. */
export async function measurePublishing(
  { report, scratch }: Bench,
  place: Place,
  site: SiteProcess,
  path: string,
): Promise<void> {
  const child = spawn(process.execPath, ['test/bench/site/saver.ts', path], {
    env: { ...process.env, ...place.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  scratch.onEnd(() => void child.kill('SIGKILL'))
  const saved = savedTitles(child.stdout)
  const times: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    await (await site.ask(path)).arrayBuffer()
    child.stdin.write('\n')
    const { title, at } = await saved.next()
    while (!(await (await site.ask(path)).text()).includes(title)) await pause(5)
    times.push(Date.now() - at)
  }
  child.kill('SIGTERM')
  report.figure('site.publish.visible.median', median(times), 'ms', { atMost: 500 })
  report.figure('site.publish.visible.max', Math.max(...times), 'ms', { atMost: 1_000 })
}

interface Saved {
  readonly title: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Lines of saver.ts, one at a time. */
function savedTitles(output: NodeJS.ReadableStream) {
  const lines: string[] = []
  let wake = () => {}
  let rest = ''
  output.setEncoding('utf8')
  output.on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    wake()
  })
  return {
    async next(): Promise<Saved> {
      while (lines.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      return JSON.parse(lines.shift() ?? '') as Saved
    },
  }
}
