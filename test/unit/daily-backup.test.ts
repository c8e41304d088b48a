import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nextTime, removeOldest } from '#cms/commands/start/daily-backup.ts'
import { readConfig } from '#shared/config.ts'

const settings = (text: string) => {
  const env = { PAYLOAD_SECRET: 'x'.repeat(32), BACKUP_DAILY: text }
  return readConfig(env).dailyBackup
}

describe('the setting', () => {
  test('is a time and how many are kept; nothing where it is absent', () => {
    expect(settings('02:30/14')).toEqual({ hour: 2, minute: 30, keep: 14 })
    expect(settings('')).toBeNull()
  })

  test.each(['24:00/3', '2:60/3', '02:30', '02:30/0', '14', 'có'])('%s is refused', (text) => {
    expect(() => settings(text)).toThrow('Set a time and how many to keep')
  })
})

describe('the next time', () => {
  const at = { hour: 2, minute: 30, keep: 3 }
  const next = (now: string) => new Date(nextTime(at, new Date(now))).toISOString()

  test('is today while that is to come, in Vietnam', () => {
    expect(next('2026-11-24T02:29:59+07:00')).toBe('2026-11-23T19:30:00.000Z')
    // Still the day before in London.
    expect(next('2026-11-23T18:00:00Z')).toBe('2026-11-23T19:30:00.000Z')
  })

  test('is tomorrow from that very moment on', () => {
    expect(next('2026-11-24T02:30:00+07:00')).toBe('2026-11-24T19:30:00.000Z')
    expect(next('2026-12-31T23:00:00+07:00')).toBe('2026-12-31T19:30:00.000Z')
  })
})

describe('retention', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-backups-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('deletes the oldest archives of its own and nothing else', async () => {
    const days = ['2026-01-09', '2026-01-10', '2025-12-31', '2026-01-08']
    const others = ['truoc-nang-cap.tar.zst', 'portal-2026-01-01.tar.zst.part', 'ghi-chu.txt']
    for (const name of [...days.map((day) => `portal-${day}.tar.zst`), ...others]) {
      await writeFile(join(folder, name), '')
    }
    await removeOldest(folder, 2)
    const kept = ['portal-2026-01-09.tar.zst', 'portal-2026-01-10.tar.zst', ...others]
    expect((await readdir(folder)).toSorted()).toEqual(kept.toSorted())
    await removeOldest(folder, 2)
    expect(await readdir(folder)).toHaveLength(kept.length)
  })

  test('has nothing to do where there is no folder yet', async () => {
    await expect(removeOldest(join(folder, 'chua-co'), 2)).resolves.toBeUndefined()
  })
})
