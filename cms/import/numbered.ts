import { beginsSection, isTitleLike, type Entry } from './entries.ts'

type NumberRole = 'heading' | 'item' | 'paragraph'

/**
 * What each line that begins with "1." is. In a section where such a line titles what follows it,
 * the titles are headings and the rest numbered paragraphs. Elsewhere a run of numbers is a list,
 * unless something other than bullets stands between them.
 */
export function headingNumbers(entries: readonly Entry[]): Map<Entry, NumberRole> {
  const roles = new Map<Entry, NumberRole>()
  for (const section of sectionsOf(entries)) {
    const numbers = section.filter(({ marker }) => marker?.kind === 'number')
    const titles = numbers.filter((entry) => isTitle(entry, section))
    const isList = titles.length === 0 && isRun(numbers) && holdsOnlyItems(section, numbers)
    for (const entry of numbers) {
      roles.set(entry, titles.includes(entry) ? 'heading' : isList ? 'item' : 'paragraph')
    }
  }
  return roles
}

function sectionsOf(entries: readonly Entry[]): Entry[][] {
  const sections: Entry[][] = [[]]
  for (const entry of entries) {
    if (beginsSection(entry)) sections.push([])
    else sections.at(-1)!.push(entry)
  }
  return sections
}

// A title is followed by what it titles.
function isTitle(entry: Entry, section: readonly Entry[]): boolean {
  const next = section[section.indexOf(entry) + 1]
  const rest = entry.marker?.rest ?? ''
  return rest !== '' && isTitleLike(rest) && next !== undefined && next.marker?.kind !== 'number'
}

function isRun(numbers: readonly Entry[]): boolean {
  return (
    numbers.length >= 2 &&
    numbers.every(({ marker }, index) => marker?.kind === 'number' && marker.order === index + 1)
  )
}

// Bullets nest inside the items; what follows the last item is not between them.
function holdsOnlyItems(section: readonly Entry[], numbers: readonly Entry[]): boolean {
  const first = section.indexOf(numbers[0]!)
  const last = section.indexOf(numbers.at(-1)!)
  if (section[last + 1]?.marker?.kind === 'letter') return false
  return section
    .slice(first, last)
    .every(
      ({ marker, line }) =>
        line.hint === undefined && (marker?.kind === 'number' || marker?.kind === 'bullet'),
    )
}
