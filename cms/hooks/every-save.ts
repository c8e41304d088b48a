import type { CollectionConfig, GlobalConfig } from 'payload'
import { respectGlobalLocks, respectLocks } from '#cms/locks/respect-locks.ts'
import { checkBody, checkGlobalBody } from './check-body.ts'
import { plainDocument, plainGlobal } from './plain-texts.ts'
import { answerAutosave, takeSentData, takeSentGlobal } from './sent-data.ts'

/**
 * A collection with the hooks that run first in every save, so that none can forget them: what is
 * not the sender's is dropped before anything is judged.
 */
export function withEverySave(collection: CollectionConfig): CollectionConfig {
  const { hooks } = collection
  const beforeOperation = [
    takeSentData,
    checkBody,
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
    checkGlobalBody,
    respectGlobalLocks,
    plainGlobal,
    ...(hooks?.beforeOperation ?? []),
  ]
  return { ...global, hooks: { ...hooks, beforeOperation } }
}
