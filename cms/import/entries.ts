import type { Marker } from './markers.ts'
import type { Line } from './types.ts'

/** A line with its mark read. */
export interface Entry {
  line: Line
  marker: Marker | null
}

/** What is longer is no heading. */
export const LONGEST_HEADING = 200
const ENDED = /[.;:!?…,]["”’)]*$/u

/** Whether a line could be a title: not too long, and no sentence. */
export function isTitleLike(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING &&
    !ENDED.test(text) &&
    !/[.!?] \p{Lu}/u.test(text.replace(/^(?:\S+ )?\S+\. /u, ''))
  )
}

/** Whether the entry begins a section that numbers are counted in. */
export function beginsSection({ line, marker }: Entry): boolean {
  if (line.hint === 'heading') return true
  return marker !== null && ['roman', 'chapter', 'part', 'section', 'article'].includes(marker.kind)
}
