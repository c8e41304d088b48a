import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { choosePorts } from '#cms/commands/start/addresses.ts'
import { keepPorts } from '#cms/commands/start/last-ports.ts'
import { readConfig } from '#shared/config.ts'
import { mountSmallDisk } from '#test/support/small-disk.ts'
import { testEnvironment } from '#test/support/test-environment.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-start-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What an operator reads of a start that must not succeed. */
async function start(settings: Record<string, string>): Promise<string> {
  const env = { ...process.env, ...testEnvironment(folder), ...settings }
  const run = promisify(execFile)(process.execPath, ['cms/commands/cli.ts', 'start'], { env })
  const failure = await run.then(
    () => null,
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  expect(failure?.code).toBe(1)
  const output = `${failure?.stdout}${failure?.stderr}`
  expect(output).not.toMatch(/^ {4}at /m)
  return output
}

test('folders, ports and settings that are wrong are one list of problems', async () => {
  await writeFile(join(folder, 'tep'), 'x')
  await symlink('/khong-co/o-dia', join(folder, 'mat'))
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const output = await start({
    DATA_DIR: join(folder, 'tep', 'data'),
    FILES_DIR: join(folder, 'mat'),
    DATABASE_URL: `file:${folder}/kho/portal.db`,
    SITE_PORT: String(port),
    LOG_LEVEL: 'loud',
  })
  await once(taken.close(), 'close')
  expect(output).toContain('Cổng thông tin chưa chạy được; cần sửa 4 chỗ:')
  expect(output).toMatch(/- LOG_LEVEL is "loud"/)
  expect(output).toMatch(/- Thư mục ".*tep\/data" \(DATA_DIR\) không phải là thư mục.*đặt DATA_DIR/)
  expect(output).toMatch(/- Thư mục ".*mat" \(FILES_DIR\) không tạo được/)
  expect(output).toContain(`- Cổng ${port} (SITE_PORT trong cài đặt) đang có chương trình khác`)
})

test('a full disk and one that is read-only are told before anything is written', async (context) => {
  const disk = await mountSmallDisk(24)
  if (!disk) return context.skip()
  try {
    await disk.fill(1024)
    const full = await start({ FILES_DIR: join(disk.folder, 'files') })
    expect(full).toMatch(/\(FILES_DIR\) nằm trên ổ đĩa đã đầy\. Hãy dọn/)
    await disk.clear()
    await disk.makeReadOnly()
    const readOnly = await start({ DATA_DIR: disk.folder, FILES_DIR: folder })
    expect(readOnly).toMatch(/\(DATA_DIR\) nằm trên ổ đĩa chỉ cho đọc\. Hãy gắn lại/)
  } finally {
    await disk.remove()
  }
})

test('the ports of a start are kept beside its data and taken again', async () => {
  const config = readConfig({ ...testEnvironment(folder), PAYLOAD_SECRET: 'x'.repeat(40) })
  const [site, cms] = [await freePort(), await freePort()]
  keepPorts(folder, { site, cms })
  expect(await choosePorts(config)).toEqual({ site, cms, problems: [] })
  await writeFile(join(folder, 'start.ports.json'), '{"site":"x","cms":')
  const chosen = await choosePorts(config)
  expect(chosen.problems).toEqual([])
  expect([site, cms]).not.toContain(chosen.site)
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await once(server.close(), 'close')
  return port
}
