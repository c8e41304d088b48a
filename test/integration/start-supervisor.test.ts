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

test('a process that is killed ten times comes back each time', async () => {
  await startStandIn(STAYS, { longestDelayMs: 40 })
  for (let kills = 0; kills < 10; kills += 1) {
    await untilStarted(kills + 1)
    process.kill((await starts()).at(-1) ?? 0, 'SIGKILL')
  }
  await untilStarted(11)
  expect(isAlive((await starts()).at(-1) ?? 0)).toBe(true)
})

test('each restart waits longer, up to the longest, and from there on nothing new is told', async () => {
  await startStandIn('process.exit(3)', { longestDelayMs: 40 })
  await untilStarted(7)
  const delays = reports.map((report) => /mã 3.*sau (\S+) giây/.exec(report)?.[1])
  expect(delays).toEqual(['0.01', '0.02', '0.04'])
  expect(reports.at(-1)).toContain('cứ thế thử lại, không báo thêm')
})

test('a new reason is told again, and so is that all is well', async () => {
  const code = `import { readFileSync } from 'node:fs'
const started = readFileSync('${folder}/starts', 'utf8').split('\\n').length - 1
if (started < 4) process.exit(3)
if (started < 6) process.exit(4)
${STAYS}`
  await startStandIn(code, { longestDelayMs: 20, stableMs: 4_000 })
  await vi.waitFor(() => expect(reports).toHaveLength(4), SOON)
  expect(reports.map((report) => /mã \d|bình thường/.exec(report)?.[0])).toEqual([
    'mã 3',
    'mã 3',
    'mã 4',
    'bình thường',
  ])
})

test('a process that ran long enough starts its count of failures anew', async () => {
  await startStandIn('setTimeout(() => process.exit(1), 50)', { stableMs: 0 })
  await untilStarted(4)
  expect(new Set(reports)).toEqual(
    new Set(['Tiến trình phần thử dừng (mã 1); khởi động lại sau 0.01 giây.']),
  )
})

test('a process is not started while something keeps it from starting', async () => {
  let obstacle: string | Error | null = 'cổng 3000 đang có chương trình khác dùng'
  const script = join(folder, 'stand-in.mjs')
  await writeFile(script, STAYS)
  let started = 0
  const supervised = supervise(
    {
      label: 'phần thử',
      program: process.execPath,
      args: [script],
      env: process.env,
      async obstacle() {
        if (obstacle instanceof Error) throw obstacle
        return obstacle
      },
    },
    {
      report: (message) => reports.push(message),
      onStart: () => (started += 1),
      firstDelayMs: 10,
      longestDelayMs: 10,
    },
  )
  running.push(supervised)
  await vi.waitFor(() => expect(reports).toHaveLength(1), SOON)
  expect(reports[0]).toContain('cổng 3000 đang có chương trình khác dùng')
  obstacle = new Error('không có địa chỉ này')
  await vi.waitFor(() => expect(reports.at(-1)).toContain('không có địa chỉ này'), SOON)
  expect(started).toBe(0)
  obstacle = null
  await vi.waitFor(() => expect(started).toBe(1), SOON)
})

test('what a process started does not outlive it when it is killed', async () => {
  await startStandIn(
    `import { spawn } from 'node:child_process'
const child = spawn(process.execPath, ['-e', ${JSON.stringify(STAYS)}])
appendFileSync('${folder}/child', String(child.pid) + '\\n')
${STAYS}`,
  )
  await vi.waitFor(() => readFile(join(folder, 'child')), SOON)
  const grandchild = Number((await readFile(join(folder, 'child'), 'utf8')).split('\n')[0])
  process.kill((await starts())[0] ?? 0, 'SIGKILL')
  await vi.waitFor(() => expect(isAlive(grandchild)).toBe(false), SOON)
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

test('a program that is missing is given up, so that whoever keeps the portal can act', async () => {
  const supervised = supervise(
    { label: 'phần thử', program: join(folder, 'absent'), args: [], env: process.env },
    { report: (message) => reports.push(message), firstDelayMs: 1 },
  )
  expect(await supervised.ended).toBe(true)
  expect(reports).toEqual([expect.stringMatching(/Không khởi động được.*ENOENT.*npm start/)])
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
