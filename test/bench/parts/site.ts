import type { Part } from '../part.ts'
import { buildFor } from '../site/build.ts'
import { measureBusyHits } from '../site/busy-hits.ts'
import { compareSizes } from '../site/compare-sizes.ts'
import { measureHits } from '../site/hits.ts'
import { killUnderVisits } from '../site/killed-visits.ts'
import { measureMemory } from '../site/memory.ts'
import { measureMisses, type MissTimes } from '../site/misses.ts'
import { LARGEST, readOptions, USAGE, type Subject } from '../site/options.ts'
import { measurePublishing } from '../site/publishing.ts'
import type { Setting } from '../site/setting.ts'
import { measureStart } from '../site/start.ts'
import { measureStorm } from '../site/storm.ts'
import { requireTools } from '../site/tools.ts'
import { measureVisits } from '../site/visits.ts'
import { fillPlace, openDatabase } from '../site/world.ts'

export const sitePart: Part = {
  summary:
    'The public site: what a cached page costs beside nginx and raw node:http, what a page costs ' +
    'that must be rendered, how soon a save is seen, what a storm of saves does, how many visits ' +
    'are counted, memory and start.',
  usage: USAGE,
  async run(words, bench) {
    const options = readOptions(words)
    requireTools()
    const placeOf = await openDatabase(bench, options)
    const places = options.sizes.map((news) => ({ news, place: placeOf(`site-${news}`) }))
    for (const { place } of places.slice(0, 1)) await buildFor(bench, options, place)
    const misses = new Map<string, MissTimes>()
    let largest: Setting | undefined
    for (const { news, place } of places) {
      const setting = await fillPlace(bench, place, options.seed, news)
      const step = stepOf(setting, options.subjects)
      await step('misses', async () => {
        misses.set(setting.size, await measureMisses(setting))
      })
      await step('start', measureStart)
      await step('memory', measureMemory)
      largest = setting
    }
    compareSizes(bench.report, misses)
    if (!largest) return
    const step = stepOf(largest, options.subjects)
    for (const subject of LARGEST) await step(subject, AT_LARGEST[subject])
  },
}

type Measure = (setting: Setting) => Promise<void>

const AT_LARGEST: Readonly<Record<(typeof LARGEST)[number], Measure>> = {
  hits: measureHits,
  'busy-hits': measureBusyHits,
  publishing: measurePublishing,
  storm: measureStorm,
  visits: measureVisits,
  kills: killUnderVisits,
}

/** Does what is asked for, and says so before; what fails does not keep the rest from being measured. */
function stepOf(setting: Setting, wanted: ReadonlySet<Subject>) {
  return async (subject: Subject, measure: Measure) => {
    if (!wanted.has(subject)) return
    console.log(`${subject}: ${setting.size}`)
    await measure(setting).catch((error: unknown) => {
      setting.report.check(`site.${subject}.finished`, false, 'see the error above')
      console.error(error)
    })
  }
}
