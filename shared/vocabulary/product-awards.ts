import type { Term } from './term.ts'

/** Groups of typical rural industrial products: TT 26/2014/TT-BCT. */
export const PRODUCT_GROUPS = [
  { value: 'handicraft', label: 'Thủ công mỹ nghệ' },
  { value: 'food', label: 'Chế biến nông, lâm, thủy sản và thực phẩm' },
  { value: 'machinery', label: 'Thiết bị, máy móc, dụng cụ và phụ tùng cơ khí' },
  { value: 'other', label: 'Sản phẩm khác' },
] as const satisfies readonly Term[]

/** Levels of recognition, lowest first; `district` is history only. */
export const AWARD_LEVELS = [
  { value: 'district', label: 'Cấp huyện' },
  { value: 'provincial', label: 'Cấp tỉnh' },
  { value: 'regional', label: 'Cấp khu vực' },
  { value: 'national', label: 'Cấp quốc gia' },
] as const satisfies readonly Term[]

/** Regions of the regional level. */
export const AWARD_REGIONS = [
  { value: 'north', label: 'phía Bắc' },
  { value: 'central', label: 'miền Trung – Tây Nguyên' },
  { value: 'south', label: 'phía Nam' },
] as const satisfies readonly Term[]

export type ProductGroup = (typeof PRODUCT_GROUPS)[number]['value']
export type AwardLevel = (typeof AWARD_LEVELS)[number]['value']
export type AwardRegion = (typeof AWARD_REGIONS)[number]['value']
