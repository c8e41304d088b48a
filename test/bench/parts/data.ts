import { join } from 'node:path'
import { setup as buildSite } from '#test/support/built-site.ts'
import { startMongoServer, databaseUrl } from '#test/support/mongodb-server.ts'
import { folderHash } from '../data/raw-hash.ts'
import { killCommands } from '../data/kills.ts'
import { readOptions, USAGE } from '../data/options.ts'
import { dropDatabase, placeFor } from '../data/place.ts'
import { ask, command, commandWords, dumpOf, type Dump, type Setting } from '../data/setting.ts'
import { compareSites } from '../data/sites.ts'
import type { CommandTimes } from '../data/victims/world.ts'
import { reportUsage, runMeasured } from '../measured.ts'
import type { Bench, Part } from '../part.ts'

/** In seconds. */
const TARGETS = { backup: 60, restore: 300 }

export const dataPart: Part = {
  summary:
    'Backup, restore and copies between databases at the size of a busy portal: time, memory, ' +
    'sameness, and what a kill at any moment leaves.',
  usage: USAGE,
  async run(words, bench) {
    const setting = await setUp(words, bench)
    try {
      await fill(setting)
      const times = await moveContent(setting)
      const archived = await compareDumps(setting)
      await compareSites(setting)
      await logIn(setting)
      if (setting.options.kills > 0) await killCommands(setting, times, archived)
    } finally {
      await dropDatabase(setting.mongodb)
    }
  },
}

async function setUp(words: string[], bench: Bench): Promise<Setting> {
  const options = readOptions(words)
  const { scratch } = bench
  await buildSite()
  const server = await startMongoServer({ heapMb: 4096 })
  scratch.onEnd(() => server.stop())
  const first = placeFor(scratch, server, 'first')
  const filesDir = first.dataDir
  const url = databaseUrl(server, `portal_bench_${Date.now()}`)
  const place = (label: string, options = {}) => placeFor(scratch, server, label, options)
  return {
    ...bench,
    options,
    server,
    first,
    restored: place('restored'),
    mongodb: place('mongodb', { filesDir, url }),
    last: place('last', { filesDir }),
    archive: join(scratch.folder, 'backup.tar.zst'),
  }
}

async function fill(setting: Setting): Promise<void> {
  const { first, options, report } = setting
  console.log('fill: a made-up portal')
  const measured = await ask(setting, first, 'fill', options.seed, JSON.stringify(options.size))
  reportUsage(report, 'data.fill', measured)
}

async function moveContent(setting: Setting): Promise<CommandTimes> {
  const { archive, first, restored, mongodb, last } = setting
  const backup = await command(setting, 'backup', first, ['backup', archive], TARGETS.backup)
  await command(setting, 'verify', first, ['verify', archive])
  const restore = await command(setting, 'restore', restored, ['restore', archive], TARGETS.restore)
  const to = (place: typeof last) => ['copy', '--to', place.settings.databaseUrl]
  const copy = await command(setting, 'copyToMongodb', first, to(mongodb))
  await command(setting, 'copyBack', mongodb, to(last))
  for (const { env } of [first, mongodb]) {
    await runMeasured(commandWords('allow-writes'), env, setting.scratch)
  }
  return { backup: backup.seconds, restore: restore.seconds, copy: copy.seconds }
}

/** @returns what the archive holds */
async function compareDumps(setting: Setting): Promise<Dump> {
  const { first, report } = setting
  const expected = await dumpOf(setting, first)
  report.figure('data.rows', expected.rows, 'rows')
  for (const place of [setting.restored, setting.mongodb, setting.last]) {
    const { rows, sha256 } = await dumpOf(setting, place)
    const isSame = rows === expected.rows && sha256 === expected.sha256
    report.check(`data.same.${place.label}`, isSame, `${rows} rows, ${sha256.slice(0, 12)}`)
  }
  const [source, target] = await Promise.all(
    [first, setting.restored].map(({ dataDir }) => folderHash(join(dataDir, 'uploads'))),
  )
  report.check('data.same.uploads', source === target)
  return expected
}

async function logIn(setting: Setting): Promise<void> {
  const { first, restored, mongodb, last, report } = setting
  for (const place of [first, restored, mongodb, last]) {
    const { answer } = await ask(setting, place, 'login')
    report.check(`data.login.${place.label}`, (answer as { hasToken: boolean }).hasToken)
  }
}
