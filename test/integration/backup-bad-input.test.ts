import { deepStrictEqual } from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { tryLock } from '#cms/database/sqlite/file-lock.ts'
import { openControl } from '#cms/database/kind.ts'
import { buildFile, buildNews, buildPicture } from '#test/support/builders.ts'
import { cms, succeed, type CommandResult } from '#test/support/cms-command.ts'
import { craftArchive } from '#test/support/crafted-archive.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { dumpOf, filesIn, namesIn } from '#test/support/places.ts'

// A restore into the portal's own database, which is to stay as it is.
let portal: TestPortal
let good: Buffer
let folder: string
let before: unknown
beforeAll(async () => {
  portal = await openPortal()
  folder = await mkdtemp(join(tmpdir(), 'portal-archives-'))
  const { payload } = portal
  const { id } = await buildPicture(payload)
  await buildFile(payload)
  await buildNews(payload, { cover: id })
  await succeed(['backup', join(folder, 'good.tar.zst')])
  good = await readFile(join(folder, 'good.tar.zst'))
  before = await state()
})
afterAll(async () => {
  await portal.close()
  await rm(folder, { recursive: true })
})

/** All that a refused command must leave alone. */
async function state() {
  const { config, payload } = portal
  const control = await openControl(config)
  try {
    return {
      rows: await dumpOf(payload),
      uploads: await filesIn(config.uploadsDir),
      published: await filesIn(config.publicFilesDir),
      // Also what a refused command might leave behind.
      names: await namesIn(config.dataDir),
      mark: await control.restoreMark(),
      stop: await control.writeStop(),
    }
  } finally {
    await control.close()
  }
}

afterEach(async () => deepStrictEqual(await state(), before))

async function archiveOf(bytes: Buffer | string): Promise<string> {
  const path = join(folder, 'bad.tar.zst')
  await writeFile(path, bytes)
  return path
}

const restore = (path: string) => cms(['restore', path, '--replace'])

function expectRefusal({ code, stdout, stderr }: CommandResult, message: RegExp): void {
  expect(stderr).toMatch(message)
  expect(stderr + stdout).not.toMatch(/^ +at /m)
  expect(code).toBe(1)
}

/** The middle of the bytes, with one bit the other way. */
function flipped(): Buffer {
  const bytes = Buffer.from(good)
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 0x10
  return bytes
}

const row = (value: object) => `${JSON.stringify(value)}\n`
const BAD: Record<string, [bytes: () => Buffer | Promise<Buffer>, message: RegExp]> = {
  'that lacks its end': [
    () => good.subarray(0, good.length - 100),
    /thiếu phần cuối.*Hãy chép lại tệp từ nơi lưu gốc/,
  ],
  'that lacks its second half': [() => good.subarray(0, good.length >> 1), /thiếu phần cuối/],
  'with one bit flipped': [flipped, /bị hỏng.*Hãy chép lại tệp/],
  'with something after its end': [() => Buffer.concat([good, good]), /bị hỏng|dữ liệu thừa/],
  'of a newer format': [() => craftArchive([], { format: 2 }), /định dạng 2.*Hãy cập nhật cổng/],
  'of a newer version': [
    () => craftArchive([], { portal: '9.9.9', migrations: ['29991231_000000_future'] }),
    /phiên bản mới hơn.*9\.9\.9; 29991231_000000_future.*Hãy cập nhật cổng/,
  ],
  'with a name that leads elsewhere': [
    () => craftArchive([{ name: 'uploads/media/../../../evil.sh', content: 'x' }]),
    /không an toàn: “uploads\/media\/\.\.\/\.\.\/\.\.\/evil\.sh”/,
  ],
  'with an absolute name': [
    () => craftArchive([{ name: '/etc/portal-evil', content: 'x' }]),
    /không an toàn: “\/etc\/portal-evil”/,
  ],
  'that unpacks to far more than it is': [
    () => craftArchive([{ name: 'uploads/files/bomb.zip', content: Buffer.alloc(100 << 20) }]),
    /vượt quá giới hạn.*lớn hơn 2000 lần/,
  ],
  'with a table that this version does not know': [
    () => craftArchive([{ name: 'data/weather/000001.ndjson', content: row({ id: '1' }) }]),
    /phần “weather” mà phiên bản này không biết/,
  ],
  'with a row that this version does not take': [
    () => {
      const twice = row({ id: '1', name: 'A', email: 'a@example.vn', role: 'admin' }).repeat(2)
      return craftArchive([{ name: 'data/users/000001.ndjson', content: twice }])
    },
    /“users” của bản sao lưu có bản ghi không hợp/,
  ],
  'that is none': [() => Buffer.from('PK\u0003\u0004 a ZIP'), /không phải bản sao lưu của cổng/],
  'that is empty': [() => Buffer.alloc(0), /không phải bản sao lưu của cổng/],
}

const SLOW = { timeout: 120_000 }

describe('a restore of an archive', SLOW, () => {
  it.for(Object.entries(BAD))('%s is refused and changes nothing', async ([, [bytes, message]]) => {
    const path = await archiveOf(await bytes())
    expectRefusal(await restore(path), message)
  })

  it('is refused while the portal runs', async () => {
    const lock = tryLock(join(portal.dataDir, 'start.lock'))
    const result = await restore(join(folder, 'good.tar.zst'))
    lock?.release()
    expectRefusal(result, /đang chạy rồi.*dừng lần chạy đó trước/)
  })
})

describe('an archive that cannot be reached', SLOW, () => {
  it.for([
    ['absent', /Không có tệp “.*absent”/],
    ['', /là thư mục. Hãy ghi tên một tệp/],
    ['good.tar.zst/x', /đi qua một tệp/],
  ] as const)('for reading (%j) is named', async ([name, message]) => {
    expectRefusal(await restore(join(folder, name)), message)
    expectRefusal(await cms(['verify', join(folder, name)]), message)
  })

  it.for([
    ['absent/x.tar.zst', /Không có thư mục “.*absent”. Hãy tạo thư mục/],
    ['good.tar.zst', /Đã có tệp “.*good\.tar\.zst”.*không ghi đè/],
    ['good.tar.zst/x', /đi qua một tệp/],
  ] as const)('for writing (%j) is named', async ([name, message]) => {
    const names = await namesIn(folder)
    expectRefusal(await cms(['backup', join(folder, name)]), message)
    expect(await namesIn(folder)).toEqual(names)
    expect(await readFile(join(folder, 'good.tar.zst'))).toEqual(good)
  })
})

describe('verify', SLOW, () => {
  it('says what is wrong with a damaged archive, and what a good one holds', async () => {
    expectRefusal(await cms(['verify', await archiveOf(flipped())]), /bị hỏng/)
    const { code, stdout } = await cms(['verify', join(folder, 'good.tar.zst')])
    expect(code).toBe(0)
    expect(stdout).toMatch(/nguyên vẹn\.\n.*\n {2}news: 1\n/s)
  })
})
