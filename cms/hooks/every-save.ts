import type { CollectionConfig, GlobalConfig } from 'payload'
import { respectGlobalLocks, respectLocks } from '#cms/locks/respect-locks.ts'
import { plainDocument, plainGlobal } from './plain-texts.ts'
import { answerAutosave, takeSentData, takeSentGlobal } from './sent-data.ts'

/** A collection with the hooks that run first in every save, so that none can forget them. */
export function withEverySave(collection: CollectionConfig): CollectionConfig {
  const { hooks } = collection
  const beforeOperation = [
    takeSentData,
    respectLocks,
    plainDocument,
    ...(hooks?.beforeOperation ?? []),
  ]
  const afterOperation = [...(hooks?.afterOperation ?? []), answerAutosave]
  return { ...collection, hooks: { ...hooks, beforeOperation, afterOperation } }
}

/** The same for a global. */
export function globalWithEverySave(global: GlobalConfig): GlobalConfig {
  const { hooks } = global
  const beforeOperation = [
    takeSentGlobal,
    respectGlobalLocks,
    plainGlobal,
    ...(hooks?.beforeOperation ?? []),
  ]
  return { ...global, hooks: { ...hooks, beforeOperation } }
}
