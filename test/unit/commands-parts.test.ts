import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { prepareEnvironment } from '#cms/commands/env-file.ts'
import { generatePassword } from '#cms/commands/password.ts'
import { withProgress } from '#cms/commands/progress.ts'
import { isSampleDecided, rememberSampleChoice } from '#cms/commands/sample-choice.ts'
import { localOrigin } from '#cms/commands/start/addresses.ts'
import { readConfig } from '#shared/config.ts'
import { findBrowser } from '#test/support/browser.ts'
import { testEnvironment } from '#test/support/test-environment.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-parts-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()
})

describe('the .env file', () => {
  const file = () => join(folder, '.env')
  const none = { NODE_ENV: 'test' } as const

  test('is made with a secret that only its owner reads', () => {
    prepareEnvironment(folder, none)
    expect(readFileSync(file(), 'utf8')).toMatch(/^PAYLOAD_SECRET=[\w-]{43}$/m)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  test('keeps every byte once it has a secret', () => {
    const text = 'PAYLOAD_SECRET=của-người-vận-hành\n# ghi chú\n'
    writeFileSync(file(), text)
    prepareEnvironment(folder, none)
    expect(readFileSync(file(), 'utf8')).toBe(text)
  })

  test('keeps what it holds when only the secret is missing', () => {
    writeFileSync(file(), 'SITE_NAME=cổng')
    prepareEnvironment(folder, none)
    expect(readFileSync(file(), 'utf8')).toMatch(/^SITE_NAME=cổng\n[^]*\nPAYLOAD_SECRET=\S+\n$/)
  })

  test('is not made where the environment has the secret', () => {
    prepareEnvironment(folder, { ...none, PAYLOAD_SECRET: 'x' })
    expect(() => statSync(file())).toThrow('ENOENT')
  })
})

test('the choice about sample content is open, then kept, and open while it is being filled', () => {
  const config = readConfig(testEnvironment(folder))
  expect(isSampleDecided(config)).toBe(false)
  rememberSampleChoice(config, 'filling')
  expect(isSampleDecided(config)).toBe(false)
  rememberSampleChoice(config, 'empty')
  expect(isSampleDecided(config)).toBe(true)
})

test('a made password is long, readable and never the same', () => {
  const passwords = new Set(Array.from({ length: 200 }, generatePassword))
  expect(passwords.size).toBe(200)
  for (const password of passwords) expect(password).toMatch(/^([a-zA-Z2-9]{5}-){3}[a-zA-Z2-9]{5}$/)
  expect([...passwords].join('')).not.toMatch(/[lIO01]/)
})

test('a long step reminds of itself and says how long it took', async () => {
  vi.useFakeTimers()
  const said: string[] = []
  const { promise, resolve } = Promise.withResolvers<number>()
  const result = withProgress('Dựng trang', () => promise, { say: (line) => said.push(line) })
  await vi.advanceTimersByTimeAsync(21_000)
  resolve(42)
  expect(await result).toBe(42)
  vi.useRealTimers()
  expect(said).toEqual([
    'Dựng trang…',
    'Dựng trang: đang làm, 10 giây…',
    'Dựng trang: đang làm, 20 giây…',
    'Dựng trang: xong sau 21 giây.',
  ])
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:80'],
  ['0.0.0.0', 'http://127.0.0.1:80'],
  ['::', 'http://[::1]:80'],
  ['::1', 'http://[::1]:80'],
])('an endpoint that listens on %s is reached at %s', (host, origin) => {
  expect(localOrigin({ host, port: 80, portIsFixed: false, publicUrl: '' })).toBe(origin)
})

describe('the browser of the journeys', () => {
  const program = (name: string) => {
    const path = join(folder, name)
    writeFileSync(path, '', { mode: 0o755 })
    return path
  }

  test('is the one that CHROME_PATH names', () => {
    const path = program('my-chrome')
    expect(findBrowser({ NODE_ENV: 'test', CHROME_PATH: path, PATH: '' })).toBe(path)
  })

  test('is none where CHROME_PATH names nothing, whatever else there is', () => {
    const env = { NODE_ENV: 'test', CHROME_PATH: join(folder, 'absent'), PATH: folder } as const
    program('chromium')
    expect(findBrowser(env)).toBeNull()
  })

  test('is found in PATH, and must be a program', () => {
    writeFileSync(join(folder, 'chromium'), 'notes', { mode: 0o644 })
    const path = program('google-chrome')
    expect(findBrowser({ NODE_ENV: 'test', PATH: folder })).toBe(path)
  })
})
