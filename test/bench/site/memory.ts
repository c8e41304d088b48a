import { untilShown } from './ask-page.ts'
import { measureCmsMemory } from './cms-memory.ts'
import { metricsOf } from './metrics.ts'
import { megabytes } from './numbers.ts'
import { fillPageStore } from './page-store.ts'
import { articlePaths } from './paths.ts'
import { startSaver } from './save.ts'
import { onSite, type Setting } from './setting.ts'

const MEGABYTE = 1024 * 1024
/** The site's default for PAGE_CACHE_MB, of which a part is for pages that were purged. */
const ALL_BYTES = 64 * MEGABYTE
const FRESH_BYTES = 0.8 * ALL_BYTES
/** Another page would not fit. */
const FULL = 0.99

/** Both processes when they have worked: the site with as many pages as it may keep. */
export async function measureMemory(setting: Setting): Promise<void> {
  const { report, size } = setting
  await onSite(setting, async (site) => {
    const [edited = '', ...paths] = await articlePaths(site)
    await fillPageStore(site, paths, FULL * FRESH_BYTES)
    // Everything purged fills the part for bad times; then all is rendered anew.
    const saver = startSaver(setting, edited)
    const { title } = await saver.saveSettings()
    await untilShown(site, '/', title)
    await saver.end()
    await fillPageStore(site, paths, FULL * ALL_BYTES)
    const metrics = await metricsOf(site.origin)
    const kept = metrics('portal_pages_kept_bytes')
    const resident = metrics('process_resident_memory_bytes')
    report.figure(`site.memory.${size}.pagesKept`, megabytes(kept), 'MB')
    report.figure(`site.memory.${size}.site`, megabytes(resident), 'MB', { atMost: 600 })
  })
  await measureCmsMemory(setting)
}
