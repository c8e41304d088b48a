import type { LinkedDocument } from '#site/data/linked-documents.ts'

/** A text cut at the numbers of documents that it names, each of them as the document. */
export function splitAtDocuments(
  text: string,
  documents: readonly LinkedDocument[],
): (string | LinkedDocument)[] {
  const first = documents
    .filter(({ number }) => number !== '' && text.includes(number))
    // The longest of those that begin together: 12/QĐ-UBND is no part of 12/QĐ-UBNDT.
    .toSorted(
      (a, b) =>
        text.indexOf(a.number) - text.indexOf(b.number) || b.number.length - a.number.length,
    )[0]
  if (!first) return text ? [text] : []
  const start = text.indexOf(first.number)
  const before = text.slice(0, start)
  const after = text.slice(start + first.number.length)
  return [...(before ? [before] : []), first, ...splitAtDocuments(after, documents)]
}
