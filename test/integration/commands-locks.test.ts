import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withInstallLock } from '#cms/commands/bootstrap/install-lock.mjs'
import { tryLock, withLock } from '#cms/database/sqlite/file-lock.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-locks-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a folder lock has one holder, and is free again after its release', () => {
  const file = join(folder, 'start.lock')
  const lock = tryLock(file)
  expect(lock).not.toBeNull()
  expect(tryLock(file)).toBeNull()
  lock?.release()
  const next = tryLock(file)
  expect(next).not.toBeNull()
  next?.release()
})

test('a folder lock ends with a holder that was killed', async () => {
  const file = join(folder, 'start.lock')
  const module = new URL('../../cms/database/sqlite/file-lock.ts', import.meta.url).href
  const code = `const { tryLock } = await import('${module}')
globalThis.lock = tryLock('${file}'); process.send('held'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await once(holder, 'message')
  expect(tryLock(file)).toBeNull()
  const gone = once(holder, 'exit')
  holder.kill('SIGKILL')
  await gone
  const lock = tryLock(file)
  expect(lock).not.toBeNull()
  lock?.release()
})

test('work waits until the lock is free, and says that it waits', async () => {
  const file = join(folder, 'build.lock')
  const holder = tryLock(file)
  const events: string[] = []
  const { promise: waiting, resolve: onWait } = Promise.withResolvers<void>()
  const done = withLock(file, async () => events.push('work'), onWait)
  await waiting
  events.push('release')
  holder?.release()
  await done
  expect(events).toEqual(['release', 'work'])
})

test('of several installs one works at a time', async () => {
  const file = join(folder, '.install.lock')
  let inside = 0
  let most = 0
  const install = () =>
    withInstallLock(
      file,
      async () => {
        inside += 1
        most = Math.max(most, inside)
        await setImmediate()
        inside -= 1
      },
      { pollMs: 5 },
    )
  await Promise.all([install(), install(), install()])
  expect(most).toBe(1)
})

test('the install lock of a process that died long ago is taken over', async () => {
  const file = join(folder, '.install.lock')
  await writeFile(file, '1')
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(file, longAgo, longAgo)
  expect(await withInstallLock(file, () => readFile(file, 'utf8'), { pollMs: 5 })).toBe(
    String(process.pid),
  )
})
