import { isNamed, type NamedWord } from '#shared/search/named-words.ts'
import { wordOf } from '#shared/search/words.ts'

const WORD = /[\p{L}\p{N}]+/gu
/** Words that lie together in what is shown. */
const WINDOW = 40
const LONGEST = 260
/** How much is shown before the first of the words. */
const BEFORE = 60

interface Place {
  readonly at: number
  readonly order: number
  readonly word: string
}

/**
 * The part of a text in which the most of the named words stand together, cut at words, as it is
 * written; empty where none stands in it.
 */
export function passageOf(text: string, named: readonly NamedWord[]): string {
  const places = placesIn(text, named)
  let best: Place | null = null
  let bestValue = 0
  for (const [index, place] of places.entries()) {
    const value = valueFrom(places, index)
    if (value > bestValue) [best, bestValue] = [place, value]
  }
  return best ? cut(text, best.at) : ''
}

function placesIn(text: string, named: readonly NamedWord[]): Place[] {
  const places: Place[] = []
  let order = 0
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = wordOf(written).folded
    if (isNamed(word, named)) places.push({ at: index, order, word })
    order += 1
  }
  return places
}

/** How many different words stand from one place on, and how many of them side by side. */
function valueFrom(places: readonly Place[], first: number): number {
  const start = places[first]?.order ?? 0
  const words = new Set<string>()
  let pairs = 0
  for (let at = first; at < places.length; at += 1) {
    const place = places[at]
    if (!place || place.order - start > WINDOW) break
    if (!words.has(place.word) && places[at - 1]?.order === place.order - 1 && at > first)
      pairs += 1
    words.add(place.word)
  }
  return words.size + pairs / 2
}

function cut(text: string, at: number): string {
  const start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1
  const whole = text.slice(start)
  const isLong = whole.length > LONGEST
  const shown = isLong ? whole.slice(0, whole.lastIndexOf(' ', LONGEST)) : whole
  return `${start > 0 ? '… ' : ''}${shown}${isLong ? '…' : ''}`
}
