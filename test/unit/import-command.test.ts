import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { importCommand } from '#cms/commands/import.ts'
import { readConfig } from '#shared/config.ts'

// A database that cannot be opened: a dry run must not touch it.
const config = readConfig({
  PAYLOAD_SECRET: 'x'.repeat(40),
  DATA_DIR: '/nonexistent/data',
  DATABASE_URL: 'file:/nonexistent/data/portal.db',
})

let folder: string
let stdout: string
let stderr: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  stdout = ''
  stderr = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true))
  vi.spyOn(console, 'log').mockImplementation((...words) => void (stdout += `${words.join(' ')}\n`))
  vi.spyOn(console, 'error').mockImplementation(
    (...words) => void (stderr += `${words.join(' ')}\n`),
  )
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const NEWS = 'Làng gốm đón lò điện\n\nCả làng dậy sớm để kịp đơn hàng theo 12/QĐ-UBND.\n\nTheo CT'

describe('import --dry-run --json', () => {
  it('prints one object a line and file, and leaves out what is absent', async () => {
    const paths = [await file('a.txt', NEWS), await file('b.txt', NEWS)]
    expect(await importCommand.run(['--dry-run', '--json', ...paths], config)).toBe(0)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toEqual({
      file: paths[0],
      type: 'news',
      title: 'Làng gốm đón lò điện',
      summary: 'Cả làng dậy sớm để kịp đơn hàng theo 12/QĐ-UBND.',
      source: 'CT',
      cites: ['12/QĐ-UBND'],
      warnings: ['Không thấy ngày đăng.'],
      body: 'Cả làng dậy sớm để kịp đơn hàng theo 12/QĐ-UBND.',
    })
    expect(stderr).toBe('')
  })

  it('writes kinds as abbreviations and relations as numbers', async () => {
    const path = await file(
      'kh.txt',
      'Kế hoạch số 9/KH-SCT ngày 3/4/2026 của Sở Công Thương về việc tập huấn\n\nKế hoạch này thay thế Kế hoạch số 5/KH-SCT.',
    )
    await importCommand.run(['--dry-run', '--json', path], config)
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'KH',
      number: '9/KH-SCT',
      issuedAt: '2026-04-03',
      cites: ['5/KH-SCT'],
      replaces: ['5/KH-SCT'],
    })
  })

  it('goes on after a file that fails, and fails in the end', async () => {
    const paths = [join(folder, 'nowhere.txt'), await file('a.txt', NEWS)]
    expect(await importCommand.run(['--json', '--dry-run', ...paths], config)).toBe(1)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).toEqual({ file: paths[0], error: 'Không tìm thấy tệp.' })
    expect(lines[1]).toMatchObject({ title: 'Làng gốm đón lò điện' })
    expect(stderr).toContain('Không tìm thấy tệp.')
  })
})

describe('import --dry-run', () => {
  it('tells a person what it read, dropped and was unsure of', async () => {
    const path = await file('a.txt', `Zalo\n\n${NEWS}`)
    expect(await importCommand.run(['--dry-run', path], config)).toBe(0)
    expect(stdout).toContain('Tiêu đề: Làng gốm đón lò điện')
    expect(stdout).toMatch(/Đã bỏ:\n\s+- Zalo/)
    expect(stdout).toMatch(/Cần kiểm tra:\n\s+- Không thấy ngày đăng\./)
  })

  it.each([[[]], [['--dry-run']], [['--unknown', 'a.txt']]])(
    'refuses the words %j',
    async (words) => {
      await expect(importCommand.run(words, config)).rejects.toMatchObject({ name: 'UsageError' })
    },
  )
})
