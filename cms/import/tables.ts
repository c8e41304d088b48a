import { collapseSpaces } from '#shared/vietnamese/repair.ts'
import { inlineHtml } from './inline-html.ts'

const LAYOUT_TEXT = /Nơi nhận|CỘNG H(?:ÒA|OÀ) XÃ HỘI/iu

/** Whether a table only arranges text: one column or row, pictures, a letterhead, other tables. */
export function isLayoutTable(table: Element): boolean {
  const rows = [...table.querySelectorAll('tr')]
  const columns = Math.max(0, ...rows.map((row) => row.children.length))
  const holdsMore = table.querySelector('table, img, h1, h2, h3, ul, ol') !== null
  return rows.length < 2 || columns < 2 || holdsMore || LAYOUT_TEXT.test(table.textContent ?? '')
}

/** A table of data rebuilt from rows and cells alone. */
export function tableHtml(table: Element, base?: string): string {
  const rows = [...table.querySelectorAll('tr')].map((row, index) => {
    const cells = [...row.children].filter(
      ({ localName }) => localName === 'td' || localName === 'th',
    )
    return `<tr>${cells.map((cell) => cellHtml(cell, index === 0, base)).join('')}</tr>`
  })
  return `<table>${rows.join('')}</table>`
}

function cellHtml(cell: Element, isFirstRow: boolean, base?: string): string {
  const name = cell.localName === 'th' || isFirstRow ? 'th' : 'td'
  const spans = (['colspan', 'rowspan'] as const)
    .map((span) => [span, Number(cell.getAttribute(span))] as const)
    .filter(([, count]) => Number.isInteger(count) && count > 1 && count < 100)
    .map(([span, count]) => ` ${span}="${count}"`)
  return `<${name}${spans.join('')}>${collapseSpaces(inlineHtml(cell.childNodes, base))}</${name}>`
}
