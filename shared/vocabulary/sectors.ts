import type { Term } from './term.ts'

/** Sectors that may be supported: NĐ 45/2012/NĐ-CP, Article 5. */
export const SECTORS = [
  { value: 'food', label: 'Chế biến nông, lâm, thủy sản và thực phẩm' },
  { value: 'consumer', label: 'Hàng tiêu dùng, hàng xuất khẩu, hàng thay thế nhập khẩu' },
  { value: 'chemicals', label: 'Hóa chất phục vụ nông nghiệp, vật liệu xây dựng' },
  { value: 'mechanics', label: 'Cơ khí, điện, điện tử, công nghiệp hỗ trợ' },
  { value: 'handicraft', label: 'Tiểu thủ công nghiệp' },
  { value: 'minerals', label: 'Khai thác, chế biến khoáng sản ở địa bàn khó khăn' },
  { value: 'cleaner', label: 'Sản xuất sạch hơn, xử lý ô nhiễm môi trường' },
] as const satisfies readonly Term[]

export type SectorValue = (typeof SECTORS)[number]['value']
