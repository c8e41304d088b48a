import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BoundedReader } from '#cms/reading/bounded-reader.ts'
import { heavyPdf } from '#test/support/heavy-files.ts'
import { docx } from '#test/support/office-files.ts'

const MEGABYTE = 1024 * 1024
const LIMITS = { heap: 128 * MEGABYTE, memory: 240 * MEGABYTE, timeMs: 300 }
/** Far above what a loaded machine needs; reached only where it never happens. */
const SOON = { timeout: 15_000 }

let reader: BoundedReader
beforeEach(() => {
  reader = new BoundedReader(LIMITS)
})
afterEach(() => {
  for (const pid of readersOf(process.pid)) process.kill(pid, 'SIGKILL')
})

const read = (data: Buffer, job: 'pdf' | 'word' = 'word', patienceMs = 60_000) =>
  reader.read({ job, question: null, data, patienceMs })

/** Processes that read files for a process, where the system tells. */
function readersOf(parent: number): number[] {
  const pids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  return pids.map(Number).filter((pid) => {
    try {
      const isReader = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reader-process.ts')
      return (
        isReader &&
        readFileSync(`/proc/${pid}/stat`, 'utf8').includes(`) `) &&
        parentOf(pid) === parent
      )
    } catch {
      // It ended meanwhile.
      return false
    }
  })
}

const parentOf = (pid: number) =>
  Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])

describe('the process that reads files', () => {
  it('is killed by a file that takes too long, and the next one gets a new process', async () => {
    await expect(read(heavyPdf.nestedForms(), 'pdf')).rejects.toMatchObject({ limit: 'time' })
    expect(await read(docx('Chữ'))).toEqual({ pages: null, text: 'Chữ' })
  })

  it('reads one file at a time; who waits too long for a turn is told so', async () => {
    const slow = read(heavyPdf.nestedForms(), 'pdf')
    const hurried = read(docx('Chữ'), 'word', 1)
    await expect(hurried).rejects.toMatchObject({ limit: 'turn' })
    await expect(slow).rejects.toMatchObject({ limit: 'time' })
  })

  it('lets no more wait than it can serve', async () => {
    const all = Array.from({ length: 60 }, () => read(docx('Chữ')))
    const results = await Promise.allSettled(all)
    const read60 = results.filter(({ status }) => status === 'fulfilled')
    expect(read60).toHaveLength(51)
    expect(results.at(-1)).toMatchObject({ reason: { limit: 'turn' } })
  })

  it('that dies for another reason takes one file with it', async () => {
    await read(docx('Chữ'))
    const [pid] = readersOf(process.pid)
    const slow = read(heavyPdf.nestedForms(), 'pdf')
    process.kill(pid ?? 0, 'SIGTERM')
    await expect(slow).rejects.toMatchObject({ limit: 'death' })
    expect(await read(docx('Chữ'))).toEqual({ pages: null, text: 'Chữ' })
  })

  it('has no settings and no secrets', async () => {
    await read(docx('Chữ'))
    const [pid] = readersOf(process.pid)
    const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .map((entry) => entry.split('=')[0])
    expect(names.filter((name) => /SECRET|DATABASE|URL|DIR/.test(name ?? ''))).toEqual([])
  })

  it('ends when its parent is killed, also while a file keeps it busy', async () => {
    const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
    const script = `
      import { BoundedReader } from ${url('../../cms/reading/bounded-reader.ts')}
      import { heavyPdf } from ${url('../support/heavy-files.ts')}
      const reader = new BoundedReader({ heap: 2 ** 27, memory: 2 ** 40, timeMs: 600_000 })
      await reader.read({ job: 'pdf', question: null, data: heavyPdf.nestedForms(), patienceMs: 1 })`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: 'ignore',
    })
    const [busy = 0] = await vi.waitFor(() => {
      const found = readersOf(parent.pid ?? 0).filter(isBusy)
      expect(found).toHaveLength(1)
      return found
    }, SOON)
    const gone = once(parent, 'exit')
    parent.kill('SIGKILL')
    await gone
    await vi.waitFor(() => expect(existsSync(`/proc/${busy}`)).toBe(false), SOON)
  })
})

/** It has used a second of processor time: more than loading its libraries takes. */
function isBusy(pid: number): boolean {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  return Number(fields.split(' ')[11]) > 200
}
