import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

let root: string

/**
 * A project with one package, and an npm that notes each call and installs a stand-in for Node. It
 * is called as npm would be: through npm_execpath.
 */
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'portal-bootstrap-')))
  const commands = fileURLToPath(new URL('../../cms/commands', import.meta.url))
  for (const name of ['bootstrap.mjs', 'bootstrap']) {
    cpSync(join(commands, name), join(root, 'cms/commands', name), { recursive: true })
  }
  await writeLock('24.0.0')
  await writeFile(
    join(root, 'cms/commands/cli.ts'),
    `console.log(JSON.stringify({ words: process.argv.slice(2), zone: process.env.TZ }))
process.on('SIGTERM', () => process.exit(7))
if (process.argv.includes('stay')) { console.log('ready'); setInterval(() => {}, 1000) }
if (process.argv.includes('fail')) process.exitCode = 5`,
  )
  await writeFile(
    join(root, 'npm-cli.js'),
    `const fs = require('fs')
fs.appendFileSync('installs', process.argv.slice(2).join(' ') + '\\n')
fs.rmSync('node_modules', { recursive: true, force: true })
if (process.env.NPM_BREAKS) process.exit(1)
fs.mkdirSync('node_modules/node/bin', { recursive: true })
fs.writeFileSync('node_modules/node/package.json', '{"version":"24.0.0"}')
fs.symlinkSync(process.execPath, 'node_modules/node/bin/node')`,
  )
})

afterEach(() => rm(root, { recursive: true }))

async function writeLock(version: string): Promise<void> {
  const packages = { '': {}, 'node_modules/node': { version } }
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }))
}

function bootstrap(words: string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, ['cms/commands/bootstrap.mjs', ...words], {
    cwd: root,
    env: {
      ...process.env,
      npm_execpath: join(root, 'npm-cli.js'),
      npm_node_execpath: process.execPath,
      ...env,
    },
  })
}

async function run(words: string[], env?: Record<string, string>) {
  const child = bootstrap(words, env)
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const [code] = await once(child, 'close')
  return { code, output }
}

async function installs(): Promise<number> {
  if (!existsSync(join(root, 'installs'))) return 0
  return (await readFile(join(root, 'installs'), 'utf8')).trim().split('\n').length
}

test('the first command installs, the next ones do not', async () => {
  const first = await run(['start', '--empty'])
  expect(first.output).toContain('Đang cài các gói cần thiết')
  expect(first.output).toContain('{"words":["start","--empty"],"zone":"Asia/Ho_Chi_Minh"}')
  const second = await run(['cms', 'migrate'])
  expect(second.output).toBe('{"words":["migrate"],"zone":"Asia/Ho_Chi_Minh"}\n')
  expect(await installs()).toBe(1)
})

test('a changed lock file is installed anew', async () => {
  await run(['start'])
  await writeLock('24.0.1')
  await run(['start'])
  expect(await installs()).toBe(2)
})

test('a package that was deleted brings a new install', async () => {
  await run(['start'])
  await rm(join(root, 'node_modules/node/package.json'))
  await run(['start'])
  expect(await installs()).toBe(2)
})

test('a failed install is explained, ends the command, and is tried again', async () => {
  const failed = await run(['start'], { NPM_BREAKS: '1' })
  expect(failed.code).toBe(1)
  expect(failed.output).toContain('Chưa cài được: npm ci dừng với mã 1.')
  expect(failed.output).not.toContain('"words"')
  expect((await run(['start'])).output).toContain('"words"')
})

test('an install made by hand is accepted', async () => {
  await mkdir(join(root, 'node_modules/node/bin'), { recursive: true })
  await writeFile(join(root, 'node_modules/node/package.json'), '{"version":"24.0.0"}')
  await symlink(process.execPath, join(root, 'node_modules/node/bin/node'))
  const packages = { 'node_modules/node': { version: '24.0.0' } }
  await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
  await run(['start'])
  expect(await installs()).toBe(0)
})

test('two commands at once install once', async () => {
  const results = await Promise.all([run(['start']), run(['cms', 'build'])])
  expect(results.map(({ code }) => code)).toEqual([0, 0])
  expect(await installs()).toBe(1)
})

test('the exit code of the command is passed on', async () => {
  expect((await run(['cms', 'fail'])).code).toBe(5)
})

test('a signal is passed on', async () => {
  await run(['start'])
  const child = bootstrap(['cms', 'stay'])
  await untilReady(child)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([7, null])
})

test('an unknown verb is refused with the known ones', async () => {
  const { code, output } = await run(['dance'])
  expect(code).toBe(2)
  expect(output).toContain(
    'Không có lệnh "dance". Các lệnh: start, dev, cms, site, test, check, bench.',
  )
})

async function untilReady({ stdout }: ReturnType<typeof bootstrap>): Promise<void> {
  let output = ''
  for await (const chunk of stdout) {
    output += String(chunk)
    if (output.includes('ready')) return
  }
  throw new Error(`The command ended early:\n${output}`)
}
