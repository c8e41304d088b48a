import type { Term } from './term.ts'

/** Legal form of a rural industrial establishment. */
export const PRODUCER_KINDS = [
  { value: 'company', label: 'Doanh nghiệp' },
  { value: 'cooperative', label: 'Hợp tác xã' },
  { value: 'cooperative-group', label: 'Tổ hợp tác' },
  { value: 'household', label: 'Hộ kinh doanh' },
] as const satisfies readonly Term[]

export type ProducerKind = (typeof PRODUCER_KINDS)[number]['value']
