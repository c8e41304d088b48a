import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isOutdated, runBuild, type Build } from '#cms/commands/builds.ts'

let root: string

const build: Build = {
  label: 'phần thử',
  sources: ['package-lock.json', 'source/**'],
  except: ['source/output/**'],
  stamp: 'source/output/sources',
  args: ['build.mjs'],
}

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'portal-build-')))
  await mkdir(join(root, 'source/output'), { recursive: true })
  await writeFile(join(root, 'source/page.ts'), 'first')
  await writeFile(join(root, 'package-lock.json'), '{}')
  await writeBuild(`writeFileSync('source/output/page.js', 'built')`)
})

afterEach(() => rm(root, { recursive: true }))

async function writeBuild(code: string): Promise<void> {
  await writeFile(join(root, 'build.mjs'), `import { writeFileSync } from 'node:fs'\n${code}`)
}

test('what was built is up to date until a source changes, appears, moves or goes', async () => {
  expect(await isOutdated(build, root)).toBe(true)
  await runBuild(build, { root })
  expect(await isOutdated(build, root)).toBe(false)

  const changes = [
    () => writeFile(join(root, 'source/page.ts'), 'second'),
    () => writeFile(join(root, 'source/new.ts'), ''),
    () => rm(join(root, 'source/new.ts')),
    () => writeFile(join(root, 'package-lock.json'), '{"packages":{}}'),
  ]
  for (const change of changes) {
    await change()
    expect(await isOutdated(build, root)).toBe(true)
    await runBuild(build, { root })
  }
  expect(await readFile(join(root, 'source/output/page.js'), 'utf8')).toBe('built')
})

test('a lost output is built again', async () => {
  await runBuild(build, { root })
  await rm(join(root, 'source/output'), { recursive: true })
  expect(await isOutdated(build, root)).toBe(true)
})

test('a build that breaks shows its output and is done again', async () => {
  await runBuild(build, { root })
  await writeFile(join(root, 'source/page.ts'), 'broken')
  await writeBuild(`console.error('page.ts: unexpected word'); process.exit(2)`)
  await expect(runBuild(build, { root })).rejects.toThrow(
    /page\.ts: unexpected word\n+Không dựng được phần thử \(mã 2\)/,
  )
  await writeFile(join(root, 'source/page.ts'), 'first')
  expect(await isOutdated(build, root)).toBe(true)
})

test('a build that was stopped leaves no stamp', async () => {
  const controller = new AbortController()
  controller.abort()
  await runBuild(build, { root, signal: controller.signal })
  expect(existsSync(join(root, build.stamp))).toBe(false)
})
