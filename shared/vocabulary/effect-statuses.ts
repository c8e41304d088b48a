import type { Term } from './term.ts'

/** Effect of a document, as the national database of legal documents names it. */
export const EFFECT_STATUSES = [
  { value: 'pending', label: 'Chưa có hiệu lực' },
  { value: 'in-force', label: 'Còn hiệu lực' },
  { value: 'partly', label: 'Hết hiệu lực một phần' },
  { value: 'expired', label: 'Hết hiệu lực toàn bộ' },
  { value: 'suspended', label: 'Ngưng hiệu lực' },
  { value: 'obsolete', label: 'Không còn phù hợp' },
  { value: 'unknown', label: 'Chưa xác định hiệu lực' },
] as const satisfies readonly Term[]

export type EffectStatus = (typeof EFFECT_STATUSES)[number]['value']
