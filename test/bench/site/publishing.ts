import { askPage, untilShown } from './ask-page.ts'
import { median } from './numbers.ts'
import { articlePaths } from './paths.ts'
import { startSaver } from './save.ts'
import { onSite, type Setting } from './setting.ts'

const TIMES = 50

/** From the moment at which a save has answered to the moment at which the site shows it. */
export function measurePublishing(setting: Setting): Promise<void> {
  return onSite(setting, async (site) => {
    const [path = ''] = await articlePaths(site, 1)
    const saver = startSaver(setting, path)
    const times: number[] = []
    for (let time = 0; time < TIMES; time += 1) {
      await askPage(site, path)
      const { title, at } = await saver.save()
      await untilShown(site, path, title)
      times.push(Date.now() - at)
    }
    await saver.end()
    setting.report.figure('site.publish.visible.median', median(times), 'ms', { atMost: 500 })
    setting.report.figure('site.publish.visible.max', Math.max(...times), 'ms', { atMost: 1_000 })
  })
}
