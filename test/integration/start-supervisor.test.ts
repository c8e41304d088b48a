import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runNode } from '#cms/commands/run-process.ts'
import {
  supervise,
  type Supervised,
  type SupervisorOptions,
} from '#cms/commands/start/supervisor.ts'

let folder: string
let reports: string[]
let running: Supervised[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-supervisor-'))
  reports = []
  running = []
})

afterEach(async () => {
  await Promise.all(running.map((process) => process.stop()))
  await rm(folder, { recursive: true })
})

/** A stand-in for a part of the portal: notes each of its starts, then does what the code says. */
async function startStandIn(code: string, options: Partial<SupervisorOptions> = {}) {
  const script = join(folder, 'stand-in.mjs')
  const note = `import { appendFileSync } from 'node:fs'\nappendFileSync('${folder}/starts', process.pid + '\\n')\n`
  await writeFile(script, note + code)
  const supervised = supervise(
    { label: 'phần thử', program: process.execPath, args: [script], env: process.env },
    { report: (message) => reports.push(message), firstDelayMs: 10, ...options },
  )
  running.push(supervised)
  return supervised
}

async function starts(): Promise<number[]> {
  const text = await readFile(join(folder, 'starts'), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean).map(Number)
}

/** Far above what a loaded machine needs; reached only where it never happens. */
const SOON = { timeout: 15_000 }
const STAYS = 'setInterval(() => {}, 1000)'
const untilStarted = (count: number) =>
  vi.waitFor(async () => expect(await starts()).toHaveLength(count), SOON)

test('a process that is killed is started again, and the operator reads about it', async () => {
  await startStandIn(STAYS)
  await untilStarted(1)
  const [first] = await starts()
  process.kill(first ?? 0, 'SIGKILL')
  await untilStarted(2)
  expect(reports).toEqual(['Tiến trình phần thử dừng (SIGKILL); khởi động lại sau 0.01 giây.'])
})

test('a process that keeps failing is given up with its last reason', async () => {
  const supervised = await startStandIn('process.exit(3)', { mostFastFailures: 3 })
  expect(await supervised.ended).toBe(true)
  expect(await starts()).toHaveLength(3)
  expect(reports.at(-1)).toContain('dừng 3 lần liên tiếp (lần cuối: mã 3)')
})

test('each restart waits longer than the one before', async () => {
  const supervised = await startStandIn('process.exit(1)', { mostFastFailures: 4 })
  await supervised.ended
  const delays = reports.map((report) => /sau (\S+) giây/.exec(report)?.[1])
  expect(delays).toEqual(['0.01', '0.02', '0.04', undefined])
})

test('a process that ran long enough starts its count of failures anew', async () => {
  await startStandIn('process.exit(1)', { mostFastFailures: 2, stableMs: 0 })
  await untilStarted(4)
})

test('stopping asks politely first, and nothing is started again', async () => {
  const supervised = await startStandIn(
    `process.on('SIGTERM', () => { appendFileSync('${folder}/stopped', 'x'); process.exit(0) })\n${STAYS}\nappendFileSync('${folder}/ready', '')`,
  )
  await vi.waitFor(() => readFile(join(folder, 'ready')), SOON)
  await supervised.stop()
  expect(await supervised.ended).toBe(false)
  expect(await readFile(join(folder, 'stopped'), 'utf8')).toBe('x')
  expect(await starts()).toHaveLength(1)
})

test('a process that does not hear SIGTERM is killed, with what it started', async () => {
  const supervised = await startStandIn(
    `import { spawn } from 'node:child_process'
process.on('SIGTERM', () => {})
const child = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); ${STAYS}"])
appendFileSync('${folder}/child', String(child.pid))
${STAYS}`,
    { killAfterMs: 300 },
  )
  await vi.waitFor(() => readFile(join(folder, 'child')), SOON)
  const grandchild = Number(await readFile(join(folder, 'child'), 'utf8'))
  await supervised.stop()
  await vi.waitFor(() => expect(isAlive(grandchild)).toBe(false), SOON)
})

test('a program that cannot be started is reported, not thrown', async () => {
  const supervised = supervise(
    { label: 'phần thử', program: join(folder, 'absent'), args: [], env: process.env },
    { report: (message) => reports.push(message), firstDelayMs: 1, mostFastFailures: 2 },
  )
  expect(await supervised.ended).toBe(true)
  expect(reports.at(-1)).toContain('ENOENT')
})

test('when the start itself is killed, its processes stop by themselves', async () => {
  const starter = join(folder, 'starter.mjs')
  await writeFile(
    starter,
    `import { supervise } from '${new URL('../../cms/commands/start/supervisor.ts', import.meta.url).href}'
supervise({ label: 'x', program: process.execPath, args: ['${folder}/part.mjs'], env: process.env }, { report() {} })
`,
  )
  await writeFile(
    join(folder, 'part.mjs'),
    `import { writeFileSync } from 'node:fs'\nwriteFileSync('${folder}/part', String(process.pid))\n${STAYS}`,
  )
  const start = spawn(process.execPath, [starter], { stdio: 'ignore' })
  await vi.waitFor(() => readFile(join(folder, 'part')), SOON)
  const part = Number(await readFile(join(folder, 'part'), 'utf8'))
  const gone = once(start, 'exit')
  start.kill('SIGKILL')
  await gone
  await vi.waitFor(() => expect(isAlive(part)).toBe(false), SOON)
})

test('a build that is told to stop ends with all that it started', async () => {
  const controller = new AbortController()
  const script = join(folder, 'build.mjs')
  await writeFile(
    script,
    `import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
const child = spawn(process.execPath, ['-e', '${STAYS}'])
writeFileSync('${folder}/child', String(child.pid))
${STAYS}`,
  )
  const finished = runNode([script], { env: process.env, signal: controller.signal })
  await vi.waitFor(() => readFile(join(folder, 'child')), SOON)
  controller.abort()
  await finished
  const child = Number(await readFile(join(folder, 'child'), 'utf8'))
  await vi.waitFor(() => expect(isAlive(child)).toBe(false), SOON)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // No such process: that is the answer.
    return false
  }
}
