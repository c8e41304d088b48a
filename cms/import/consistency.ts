import { isCompound } from '#shared/vietnamese/compounds.ts'
import type { Block, List, ListItem } from './types.ts'

// So many items must begin alike before the one that does not looks like a slip.
const LEAST_ALIKE = 3

/**
 * Finds the one item whose first word breaks the pattern of its list. Where the word and its
 * neighbour ran into each other ("Van toàn" among "Về …") the item is mended in place.
 */
export function mendLists(body: readonly Block[]): string[] {
  return body.flatMap((block) => (block.type === 'list' ? mendList(block) : []))
}

function mendList(list: List): string[] {
  const firstWords = list.items.map(({ text }) => text.split(' ')[0] ?? '')
  const alike = Map.groupBy(firstWords, (word) => word)
  const [usual = '', items = []] = [...alike].toSorted((a, b) => b[1].length - a[1].length)[0] ?? []
  const odd = list.items.filter((_, index) => firstWords[index] !== usual)
  const item = odd.length === 1 ? odd[0] : undefined
  if (!item || items.length < LEAST_ALIKE || !item.text.startsWith(usual.slice(0, 1))) return []
  const found = item.text
  const meant = withUsualWord(item, usual)
  if (!meant)
    return [`Các mục đều bắt đầu bằng “${usual}”, riêng một mục ghi “${found}”. Hãy kiểm tra.`]
  item.text = meant
  return [`Các mục đều bắt đầu bằng “${usual}”: đã sửa “${found}” thành “${meant}”. Hãy kiểm tra.`]
}

function withUsualWord({ text, html }: ListItem, usual: string): string | null {
  const [first = '', second = ''] = text.split(' ')
  const left = first.slice(1)
  return html === undefined && isCompound(left, second.replace(/\P{L}+$/u, ''))
    ? `${usual} ${text.slice(1)}`
    : null
}
