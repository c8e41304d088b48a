import { databaseUrl, startMongoServer } from '#test/support/mongodb-server.ts'
import { dropDatabase, placeFor, type Place } from '../data/place.ts'
import { ask } from '../data/setting.ts'
import type { Bench } from '../part.ts'
import { sizeName, type SiteOptions } from './options.ts'
import { settleSearch } from './reindex.ts'
import type { Setting } from './setting.ts'

/** Makes places for worlds of several sizes, on one kind of database. */
export async function openDatabase(
  { scratch }: Bench,
  { database }: SiteOptions,
): Promise<(label: string) => Place> {
  if (database === 'sqlite') return (label) => placeFor(scratch, { isStandIn: false }, label)
  const server = await startMongoServer({ heapMb: 4096 })
  scratch.onEnd(() => server.stop())
  if (server.isStandIn) {
    console.log(
      'A stand-in speaks for MongoDB. It has no indexes: its times say nothing of MongoDB.',
    )
  }
  return (label) => {
    const url = databaseUrl(server, `portal_bench_${label}_${Date.now()}`)
    const place = placeFor(scratch, server, label, { url })
    if (!server.isStandIn) scratch.onEnd(() => dropDatabase(place))
    return place
  }
}

/** A made-up portal with so many news items. */
export async function fillPlace(
  bench: Bench,
  place: Place,
  seed: string,
  news: number,
): Promise<Setting> {
  const size = sizeName(news)
  console.log(`fill: a made-up portal with ${news} news items`)
  const others = { versions: 1, documents: 500, comments: 2_000, users: 5, counters: 0 }
  const uploads = { uploads: 60, uploadMb: 0 }
  const wanted = JSON.stringify({ news, ...others, ...uploads })
  const { seconds } = await ask(bench, place, 'fill', seed, wanted)
  bench.report.figure(`site.fill.${size}`, seconds, 's')
  const setting = { ...bench, place, size }
  await settleSearch(setting)
  return setting
}
