import { fold } from './fold.ts'

/**
 * An address with its commune or ward, which many addresses name already: "Thôn Đông, xã Tân Mỹ"
 * and "Xã Tân Mỹ (huyện Tân Mỹ cũ)" give "Thôn Đông, xã Tân Mỹ (huyện Tân Mỹ cũ)". `null` when
 * both are empty.
 */
export function placeInWords(
  address: string | null | undefined,
  unit: string | null | undefined,
): string | null {
  if (!address || !unit) return address || unit || null
  const [name = '', ...note] = unit.split(/\s+(?=\()/u)
  const isNamed = fold(address).endsWith(fold(name))
  return isNamed ? [address, ...note].join(' ') : `${address}, ${lowered(unit)}`
}

/** "Xã Tân Mỹ" within an address is "xã Tân Mỹ". */
function lowered(unit: string): string {
  return unit.replace(/^(?:Xã|Phường|Thị trấn)(?=\s)/u, (word) => word.toLocaleLowerCase('vi'))
}
