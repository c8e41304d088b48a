import { PROPER_NAMES } from '#shared/vietnamese/proper-names.ts'

const NAME = /^(?:(?:Th\.?S|TS|PGS|GS|KS|CN|BS)\.? ?)*(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*\.?){1,4})$/u
const CAPITAL_NAME = /^\p{Lu}{2,}(?: \p{Lu}+){1,4}$/u
const NOT_PEOPLE = new Set(PROPER_NAMES)
const FAMILY_NAMES = new Set(
  `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lương Mai Trịnh Đào Đoàn
   Cao Tạ Thái Hà Châu Tô Lâm Lưu Trương Phùng Vương Quách Tăng Kiều Triệu Nông Hứa Chu Tống Thạch Danh Ninh Y K H`
    .split(/\s+/u)
    .filter(Boolean),
)

/** A person's name in usual capitals, when the line is nothing else: "TRẦN VĂN AN" → "Trần Văn An". */
export function readName(text: string): string | null {
  const name = NAME.exec(text)?.[1]
  if (name && !NOT_PEOPLE.has(name)) return text
  if (!CAPITAL_NAME.test(text)) return null
  const usual = text.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
  return NOT_PEOPLE.has(usual) ? null : usual
}

/** Whether the name begins or ends as Vietnamese names do; pen names are turned round. */
export function hasFamilyName(name: string): boolean {
  const words = name.split(' ')
  return FAMILY_NAMES.has(words[0] ?? '') || FAMILY_NAMES.has(words.at(-1) ?? '')
}
