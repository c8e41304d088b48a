import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { NATIONAL_ROUND_DAYS_AGO } from '../news/products.ts'
import { foodAndMachinery } from './food-and-machinery.ts'
import { handicraft } from './handicraft.ts'

/** Products with certificates of every level: valid, about to expire and expired. */
export function sampleProducts({ year, day }: SampleClock): SampleItem<'products'>[] {
  const years = { year, nationalYear: Number(day(-NATIONAL_ROUND_DAYS_AGO).slice(0, 4)) }
  return [...handicraft(years), ...foodAndMachinery(years)]
}
