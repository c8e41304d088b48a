import type { SiteProcess } from '#test/support/site-process.ts'
import { askPage, untilThere } from './ask-page.ts'
import { rendersOf } from './metrics.ts'
import { articlePaths } from './paths.ts'
import { onSite, type Setting } from './setting.ts'

const ON_DISK = 20
const TIMES = 3

/** After a restart: when a page from the disk is there, and when the first one that is rendered. */
export async function measureStart(setting: Setting): Promise<void> {
  const { report, size } = setting
  const [disk, render]: [number[], number[]] = [[], []]
  const { onDisk, unread } = await onSite(setting, async (site) => {
    const articles = await articlePaths(site)
    const onDisk = articles.slice(0, ON_DISK)
    for (const path of onDisk) await askPage(site, path)
    // Those that the misses leave out.
    return { onDisk, unread: articles.slice(-TIMES) }
  })
  let isFromDisk = true
  for (const path of unread) {
    const startedAt = performance.now()
    const seconds = () => (performance.now() - startedAt) / 1000
    const work = async (site: SiteProcess) => {
      await untilThere(site, onDisk[0] ?? '')
      disk.push(seconds())
      isFromDisk &&= (await rendersOf(site.origin)) === 0
      await untilThere(site, path)
      render.push(seconds())
    }
    await onSite(setting, work, { until: { until: '/healthz' } })
  }
  report.figure(`site.start.${size}.pageFromDisk`, Math.max(...disk), 's', { atMost: 1 })
  report.figure(`site.start.${size}.firstRender`, Math.max(...render), 's', { atMost: 5 })
  report.check(`site.start.${size}.isFromDisk`, isFromDisk, 'nothing was rendered before')
}
