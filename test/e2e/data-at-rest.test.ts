import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { namesIn } from '#test/support/places.ts'

const { dataDir } = inject('portal')

/** What other accounts than the portal's own may do to all that lies below a folder. */
async function openIn(folder: string): Promise<string[]> {
  const open: string[] = []
  for (const name of ['', ...(await namesIn(folder))]) {
    // Some files are for a moment only.
    const found = await lstat(join(folder, name)).catch(() => null)
    const mode = (found?.mode ?? 0) & 0o077
    if (mode !== 0) open.push(`${name} ${mode.toString(8).padStart(2, '0')}`)
  }
  return open
}

test('a portal that runs keeps everything for its own account, but what is public anyway', async () => {
  expect(await openIn(dataDir)).toEqual([])
  const open = await openIn(`${dataDir}-public`)
  expect(open.filter((line) => / (?:50|40)$/.test(line))).toEqual(open)
  expect(open).toContainEqual(expect.stringMatching(/^files\/[\da-f-]{36}\/\S+ 40$/))
})

test.runIf(process.platform === 'linux')(
  'all its processes write for their own account',
  async () => {
    const masks: string[] = []
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
      if (!(await read('environ')).includes(`DATA_DIR=${dataDir}\0`)) continue
      masks.push(/^Umask:\s+(\d+)/m.exec(await read('status'))?.[1] ?? '')
    }
    // The start, the site and the cms; the test's own process has other settings.
    expect(masks.length).toBeGreaterThanOrEqual(3)
    expect(new Set(masks)).toEqual(new Set(['0077']))
  },
)
