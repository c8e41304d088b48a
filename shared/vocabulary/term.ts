/** One entry of a closed vocabulary: what is stored, and what people read. */
export interface Term<Value extends string = string> {
  readonly value: Value
  readonly label: string
}

/** The label of a stored value; the value itself where the vocabulary does not know it. */
export function labelOf(terms: readonly Term[], value: string | null | undefined): string {
  return terms.find((term) => term.value === value)?.label ?? value ?? ''
}

/** A mutable copy of value and label alone, in the shape that a select field takes. */
export function optionsOf(terms: readonly Term[]): { value: string; label: string }[] {
  return terms.map(({ value, label }) => ({ value, label }))
}
