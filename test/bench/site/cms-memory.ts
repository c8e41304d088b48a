import { readFileSync } from 'node:fs'
import { freePort } from '#test/support/site-process.ts'
import { startScript } from '../measured.ts'
import { endProgram } from '../program.ts'
import { untilAnswers } from './rivals.ts'
import type { Setting } from './setting.ts'

const NEXT = 'node_modules/next/dist/bin/next'
/** What the first editor of a day makes it load. */
const ASKED = ['/admin/login', '/api/news?limit=10']

/** The built cms, after the page for logging in and an answer over REST. */
export async function measureCmsMemory({ report, place, scratch, size }: Setting): Promise<void> {
  const port = String(await freePort())
  const origin = `http://127.0.0.1:${port}`
  const words = [NEXT, 'start', 'cms', '--port', port, '--hostname', '127.0.0.1']
  const child = startScript(words, { ...place.env, CMS_PORT: port, CMS_URL: origin }, scratch)
  child.stdout?.resume()
  child.stderr?.pipe(process.stderr)
  await untilAnswers(`${origin}/api/users/init`)
  for (const path of ASKED) {
    const answer = await fetch(origin + path)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`The cms answered ${answer.status} to ${path}.`)
  }
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024
  report.figure(`site.memory.${size}.cms`, megabytes('VmRSS'), 'MB')
  report.figure(`site.memory.${size}.cmsPeak`, megabytes('VmHWM'), 'MB')
  await endProgram(child, 'SIGTERM')
}
