import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testEnvironment } from '#test/support/test-environment.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-settings-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const WRONG = {
  SITE_PORT: '99999',
  CMS_URL: 'ftp://quan-tri.example.vn/duong-dan',
  PAYLOAD_SECRET: 'ngan',
  LOG_LEVEL: 'loud',
  DATABASE_URL: 'mysql://root@localhost/portal',
  TRUSTED_PROXIES: 'proxy.example.vn',
  IMAGE_LIMIT_MB: 'nhieu',
}

describe.each([
  ['the start of the portal', ['cms/commands/cli.ts', 'start']],
  ['the start of the site alone', ['site/server/main.ts']],
])('%s with wrong settings', (_, words) => {
  test('ends at once and names each of them, with what to set instead', async () => {
    const dataDir = join(folder, 'not-made')
    const { code, output } = await runToEnd(words, { ...WRONG, DATA_DIR: dataDir })
    expect(code).toBe(1)
    for (const [name, value] of Object.entries(WRONG)) {
      const line = output.split('\n').find((text) => text.startsWith(`- ${name} `))
      expect(line, `${name}=${value} in:\n${output}`).toMatch(/\. (Set|Leave)/)
    }
    expect(output).not.toMatch(/\n\s+at /)
    expect(existsSync(dataDir)).toBe(false)
  })
})

test('a port that the settings name and somebody has is named, with what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const changes = { SITE_PORT: String(port), DATA_DIR: join(folder, 'taken') }
  const { code, output } = await runToEnd(['cms/commands/cli.ts', 'start', '--empty'], changes)
  server.close()
  expect(code).toBe(1)
  expect(output).toContain(`Cổng ${port} (SITE_PORT`)
})

/** Runs a program of the portal until it ends by itself. */
async function runToEnd(words: string[], changes: Record<string, string>) {
  const env = { ...process.env, ...testEnvironment(folder), ...changes }
  return new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, words, { env, timeout: 30_000 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0
      resolve({ code, output: stdout + stderr })
    })
  })
}
