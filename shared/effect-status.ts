import type { DocumentRelationValue } from './vocabulary/document-relations.ts'
import type { EffectStatus } from './vocabulary/effect-statuses.ts'

/** What a document says of its own effect. Dates are calendar dates `YYYY-MM-DD`. */
export interface EffectFacts {
  readonly effectiveFrom?: string | null
  /** The first day without effect. */
  readonly effectiveTo?: string | null
  readonly override?: EffectOverride | null
}

/** An editor's word, which goes before all that is computed. */
export interface EffectOverride {
  readonly status?: EffectStatus | null
  readonly reason?: string | null
}

/** What another document does to this one: the inverse of a relation that the other one holds. */
export interface EffectAction {
  /** Id of the document that acts. */
  readonly by: string
  readonly relation: DocumentRelationValue
  /** From when on; `null` when the acting document has no date. */
  readonly from: string | null
}

/** The effect of a document on one day. */
export interface Effect {
  readonly status: EffectStatus
  /** Why the editor set it, when it is not computed. */
  readonly reason: string | null
  /** The day on which it ended or will end, as far as it is known. */
  readonly endsOn: string | null
  /** The document that replaces or repeals it on that day. */
  readonly endedBy: EffectAction | null
  /** The next day on which the status is another one. */
  readonly changesOn: string | null
}

/** Relations that change the effect of their target; all others leave it as it is. */
export const EFFECTIVE_RELATIONS = ['thay-the', 'bai-bo', 'sua-doi', 'dinh-chi'] as const

/**
 * The effect of a document on a day. A replacement or repeal ends it on the acting document's own
 * effective date, an amendment leaves a part in force, a suspension stops it. It is unknown while
 * the document has no effective date, or when one that acts on it has none.
 */
export function effectOn(
  day: string,
  facts: EffectFacts,
  actions: readonly EffectAction[] = [],
): Effect {
  const end = endOf(facts, actions)
  const ending = { endsOn: end?.on ?? null, endedBy: end?.by ?? null }
  const { override } = facts
  if (override?.status) {
    const reason = override.reason ?? null
    return { status: override.status, reason, ...ending, changesOn: null }
  }
  const status = statusOn(day, facts, actions)
  const changesOn =
    [facts.effectiveFrom, facts.effectiveTo, ...actions.map(({ from }) => from)]
      .filter((date) => typeof date === 'string')
      .filter((date) => date > day && statusOn(date, facts, actions) !== status)
      .toSorted()[0] ?? null
  return { status, reason: null, ...ending, changesOn }
}

/**
 * The day from which a document acts on others: its effective date; the date of issue stands in
 * where an administrative document names no other.
 */
export function actsFrom(document: {
  readonly effectiveFrom?: string | null
  readonly issuedAt?: string | null
}): string | null {
  return document.effectiveFrom || document.issuedAt || null
}

function statusOn(day: string, facts: EffectFacts, actions: readonly EffectAction[]): EffectStatus {
  const acts = (...relations: DocumentRelationValue[]) =>
    actions.some((action) => relations.includes(action.relation) && hasBegun(action, day))
  if ((facts.effectiveTo && facts.effectiveTo <= day) || acts('thay-the', 'bai-bo')) {
    return 'expired'
  }
  if (acts('dinh-chi')) return 'suspended'
  if (facts.effectiveFrom && facts.effectiveFrom > day) return 'pending'
  if (actions.some(isUndated)) return 'unknown'
  if (acts('sua-doi')) return 'partly'
  return facts.effectiveFrom ? 'in-force' : 'unknown'
}

function endOf(facts: EffectFacts, actions: readonly EffectAction[]) {
  const ends = actions
    .filter(({ relation }) => relation === 'thay-the' || relation === 'bai-bo')
    .flatMap((by): { on: string; by: EffectAction | null }[] =>
      by.from ? [{ on: by.from, by }] : [],
    )
  // On the same day the one that names who ended it says more.
  if (facts.effectiveTo) ends.push({ on: facts.effectiveTo, by: null })
  return ends.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null
}

function hasBegun(action: EffectAction, day: string): boolean {
  return action.from !== null && action.from <= day
}

function isUndated({ relation, from }: EffectAction): boolean {
  return from === null && (EFFECTIVE_RELATIONS as readonly string[]).includes(relation)
}
