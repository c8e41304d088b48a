import type { SampleClock } from '../../sample-clock.ts'
import type { SampleItem } from '../../sample-item.ts'
import { environmentProgrammes } from './environment.ts'
import { equipmentProgrammes } from './equipment.ts'
import { marketProgrammes } from './market.ts'

/** Programmes of support: open, about to close, about to open, closed and open all year. */
export const sampleProgrammes = (clock: SampleClock): SampleItem<'programmes'>[] => [
  ...equipmentProgrammes(clock),
  ...marketProgrammes(clock),
  ...environmentProgrammes(clock),
]
