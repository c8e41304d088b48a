import { fold } from '#shared/vietnamese/fold.ts'
import type { Block } from './types.ts'

interface Summary {
  summary?: string
  isSummaryLead?: boolean
}

const LONGEST_LEAD = 450
const LONGEST_SENTENCE = 400
const LEAD_WORDS = /^(?:Theo đó|Cụ thể|Trong đó|Bên cạnh đó|Ngoài ra|Đồng thời|Vì vậy|Do đó),\s*/u

/**
 * The first paragraph when it is short enough to introduce the article; else that sentence of the
 * first two paragraphs which says most of the title's words. Absent when there is neither.
 */
export function summarise(title: string, body: readonly Block[], given?: string): Summary {
  const paragraphs = leadParagraphs(body)
  const first = paragraphs[0]
  if (first && first.length <= LONGEST_LEAD && first.length >= 60 && !first.endsWith(':')) {
    return {
      summary: first,
      isSummaryLead: body[0]?.type === 'paragraph' && body[0].text === first,
    }
  }
  if (given && given.length >= 60 && given.length <= 600) return { summary: given }
  const words = new Set(
    fold(title)
      .split(/[^a-z\d]+/u)
      .filter(Boolean),
  )
  const best = paragraphs
    .slice(0, 2)
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
    .filter(
      (sentence) =>
        sentence.length <= LONGEST_SENTENCE && sentence.length >= 40 && !sentence.endsWith(':'),
    )
    .map((sentence) => ({ sentence, share: shareOf(words, sentence) }))
    .toSorted((a, b) => b.share - a.share)[0]
  if (!best) return {}
  const sentence = best.sentence.replace(LEAD_WORDS, '')
  return { summary: sentence.slice(0, 1).toUpperCase() + sentence.slice(1) }
}

function leadParagraphs(body: readonly Block[]): string[] {
  const paragraphs: string[] = []
  for (const block of body) {
    if (block.type !== 'paragraph') break
    paragraphs.push(block.text)
  }
  return paragraphs
}

function shareOf(words: ReadonlySet<string>, sentence: string): number {
  const own = new Set(fold(sentence).split(/[^a-z\d]+/u))
  return [...words].filter((word) => own.has(word)).length / Math.max(1, words.size)
}
