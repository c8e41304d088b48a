import { setTimeout as pause } from 'node:timers/promises'
import type { SiteProcess } from '#test/support/site-process.ts'
import { ROUTES } from '#shared/routes.ts'
import { startScript } from '../measured.ts'
import { askPage } from './ask-page.ts'
import { load } from './load.ts'
import { fillPageStore } from './page-store.ts'
import { articlePaths } from './paths.ts'
import { linesOf } from './save.ts'
import { onSite, type Setting } from './setting.ts'
import type { StormEnd, StormSave } from './storm-saver.ts'

const SECONDS = 10
const SAVED_ARTICLES = 24
const READERS = 4
const READER_PAUSE_MS = 5
const CHANGES_PER_SECOND = 100
/** As full as the cache gets: a purge has to find its pages among the others. */
const CACHE_BYTES = 0.79 * 64 * 1024 * 1024

interface Read {
  readonly path: string
  readonly askedAt: number
  /** The save that the page showed; 0 before the first one. */
  readonly serial: number
}

/**
 * The cms saves as fast as it can, and rows are written to the change log beside it, while readers
 * read: how old a page gets, and what hits cost meanwhile.
 */
export function measureStorm(setting: Setting): Promise<void> {
  return onSite(setting, async (site) => {
    const [hot = '', ...articles] = await articlePaths(site)
    const paths = articles.slice(0, SAVED_ARTICLES)
    await fillPageStore(site, articles, CACHE_BYTES)
    await askPage(site, hot)
    const words = ['test/bench/site/storm-saver.ts', String(SECONDS), String(CHANGES_PER_SECOND)]
    const child = startScript([...words, ...paths], setting.place.env, setting.scratch)
    child.stderr?.pipe(process.stderr)
    const lines = linesOf(child)
    await lines.next()
    const saves: StormSave[] = []
    const over = new AbortController()
    const [{ changes, seconds }, hits, reads] = await Promise.all([
      collect(lines, saves).finally(() => over.abort()),
      load(setting.scratch, site.origin + hot, { seconds: SECONDS }),
      readUntil(over.signal, site, paths),
    ])
    const { report } = setting
    report.figure('site.storm.savesPerSecond', saves.length / seconds, '/s')
    report.figure('site.storm.changesPerSecond', changes / seconds, '/s', {
      atLeast: CHANGES_PER_SECOND,
    })
    report.figure('site.storm.hits.perSecond', hits.perSecond, '/s')
    report.figure('site.storm.hits.p99', hits.p99Ms, 'ms', { atMost: 50 })
    reportAge(setting, saves, reads)
    report.check('site.storm.answers', hits.errors === 0, `${hits.errors} errors`)
  })
}

/** Puts what the process tells of its saves into a list, and gives what it tells in the end. */
async function collect(lines: AsyncIterator<string>, saves: StormSave[]): Promise<StormEnd> {
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw new Error('The process that saves has ended.')
    const told = JSON.parse(value) as StormSave | StormEnd
    if ('changes' in told) return told
    saves.push(told)
  }
}

/** Reads the saved articles, and the lists that every save purges, all the time. */
async function readUntil(
  signal: AbortSignal,
  site: SiteProcess,
  paths: readonly string[],
): Promise<Read[]> {
  const reads: Read[] = []
  const read = async (first: number) => {
    for (let at = first; !signal.aborted; at += READERS) {
      const path = paths[at % paths.length] ?? ''
      const askedAt = Date.now()
      const { html } = await askPage(site, path)
      const serial = Number(/<h1[^>]*>[^<]*lần thứ (\d+)/.exec(html)?.[1] ?? 0)
      reads.push({ path, askedAt, serial })
      await pause(READER_PAUSE_MS)
    }
  }
  const readLists = async () => {
    while (!signal.aborted) {
      await askPage(site, ROUTES.home)
      await askPage(site, ROUTES.news)
    }
  }
  await Promise.all([readLists(), ...Array.from({ length: READERS }, (_, reader) => read(reader))])
  return reads
}

/** How long ago a save had answered that a page, when it was asked for, still did not show. */
function reportAge({ report }: Setting, saves: readonly StormSave[], reads: readonly Read[]): void {
  const ages = reads.map(({ path, askedAt, serial }) => {
    const missed = saves.find((save) => save.path === path && save.serial > serial)
    return missed ? Math.max(0, askedAt - missed.at) : 0
  })
  const shown = reads.filter(({ serial }) => serial > 0)
  report.figure('site.storm.pageAge.max', Math.max(...ages), 'ms', { atMost: 1_000 })
  report.check('site.storm.shown', shown.length > 0, `${shown.length} of ${reads.length} reads`)
}
