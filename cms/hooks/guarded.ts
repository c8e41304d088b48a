import type { CollectionConfig, GlobalConfig } from 'payload'
import { checkBody, checkGlobalBody } from './check-body.ts'

/** A collection whose saves begin with a look at what was sent. */
export function guardedCollection(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  const beforeOperation = [checkBody, ...(hooks.beforeOperation ?? [])]
  return { ...collection, hooks: { ...hooks, beforeOperation } }
}

/** The same for a global. */
export function guardedGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks = {} } = global
  const beforeOperation = [checkGlobalBody, ...(hooks.beforeOperation ?? [])]
  return { ...global, hooks: { ...hooks, beforeOperation } }
}
