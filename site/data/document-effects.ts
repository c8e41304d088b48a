import { documentTag } from '#shared/cache-tags.ts'
import {
  actsFrom,
  EFFECTIVE_RELATIONS,
  effectOn,
  type Effect,
  type EffectAction,
  type EffectFacts,
} from '#shared/effect-status.ts'
import type { Document } from '#shared/payload-types.ts'
import { startOfDay, todayInVietnam } from '#shared/vietnamese/dates.ts'
import type { PageContext } from './page-context.ts'
import { READING, idOf, published } from './reading.ts'

/** Fields of a document that its effect is computed from. */
export const EFFECT_FIELDS = {
  effectiveFrom: true,
  effectiveTo: true,
  effectOverride: true,
} as const

export type EffectSource = Pick<Document, 'id' | keyof typeof EFFECT_FIELDS>

/**
 * The effect of documents today, by id, in one read. The page changes when the first of them does,
 * and when a document that acts on them is saved.
 */
export async function loadEffects(
  page: PageContext,
  docs: readonly EffectSource[],
): Promise<ReadonlyMap<string, Effect>> {
  if (docs.length === 0) return new Map()
  const actions = await actionsOn(
    page,
    docs.map(({ id }) => id),
  )
  const effects = effectsOf(page, docs, actions)
  const acting = [...actions.values()].flat().map(({ by }) => documentTag('documents', by))
  page.tag(...new Set(acting))
  return effects
}

/**
 * The effect of many documents, to choose among them: the page depends on the list as a whole, and
 * on the day on which one of them changes.
 */
export async function effectsAmong(
  page: PageContext,
  docs: readonly EffectSource[],
): Promise<ReadonlyMap<string, Effect>> {
  return effectsOf(page, docs, await actionsOn(page, null))
}

function effectsOf(
  page: PageContext,
  docs: readonly EffectSource[],
  actions: ReadonlyMap<string, readonly EffectAction[]>,
): ReadonlyMap<string, Effect> {
  const today = todayInVietnam(page.now)
  return new Map(
    docs.map((doc) => {
      const effect = effectOn(today, factsOf(doc), actions.get(doc.id))
      if (effect.changesOn) page.expires(startOfDay(effect.changesOn))
      return [doc.id, effect] as const
    }),
  )
}

function factsOf({ effectiveFrom, effectiveTo, effectOverride }: EffectSource): EffectFacts {
  return { effectiveFrom, effectiveTo, override: effectOverride }
}

/** What public documents do to these (`null`: to any), by the id of the target. */
async function actionsOn(
  page: PageContext,
  ids: readonly string[] | null,
): Promise<Map<string, EffectAction[]>> {
  const acting = { 'relations.relation': { in: [...EFFECTIVE_RELATIONS] } }
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'documents',
    where: published(page, acting, ...(ids ? [{ 'relations.target': { in: [...ids] } }] : [])),
    select: { relations: true, effectiveFrom: true, issuedAt: true },
  })
  const actions = docs.flatMap((doc) =>
    (doc.relations ?? []).flatMap(({ relation, target }) => {
      const id = idOf(target)
      return id && id !== doc.id ? [{ id, by: doc.id, relation, from: actsFrom(doc) }] : []
    }),
  )
  return Map.groupBy(actions, ({ id }) => id)
}
