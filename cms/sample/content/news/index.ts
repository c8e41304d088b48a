import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { announcements } from './announcements.ts'
import { cleanerNews } from './cleaner.ts'
import { clusterNews } from './clusters.ts'
import { machineryNews } from './machinery.ts'
import { marketNews } from './market.ts'
import { productNews } from './products.ts'
import { trainingNews } from './training.ts'

/** All news, oldest first: an item refers to older ones alone. */
export function sampleNews(clock: SampleClock): SampleItem<'news'>[] {
  return [
    ...announcements(clock),
    ...cleanerNews(clock),
    ...clusterNews(clock),
    ...machineryNews(clock),
    ...marketNews(clock),
    ...productNews(clock),
    ...trainingNews(clock),
  ].toSorted((a, b) => ((a.writtenAt ?? '') < (b.writtenAt ?? '') ? -1 : 1))
}
