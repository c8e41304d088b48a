import type { Term } from './term.ts'

/** Who may be supported: NĐ 45/2012/NĐ-CP, Article 2; `any-producer` is for cleaner production alone. */
export const BENEFICIARIES = [
  { value: 'sme', label: 'Doanh nghiệp nhỏ và vừa' },
  { value: 'cooperative', label: 'Hợp tác xã' },
  { value: 'cooperative-group', label: 'Tổ hợp tác' },
  { value: 'household', label: 'Hộ kinh doanh' },
  { value: 'any-producer', label: 'Cơ sở sản xuất công nghiệp bất kỳ (sản xuất sạch hơn)' },
  { value: 'service', label: 'Tổ chức, cá nhân làm dịch vụ khuyến công' },
] as const satisfies readonly Term[]

export type BeneficiaryValue = (typeof BENEFICIARIES)[number]['value']
