import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { databaseOfPortal } from './opened.ts'

/** A name that a request is about to give to a document, and nobody else may give meanwhile. */
export interface Claim {
  readonly collection: CollectionSlug
  /** Tells it from other names of the collection: "slug gom". */
  readonly name: string
  /** Finds the document that has it already. */
  readonly taken: Where
  /** The document that may have it. */
  readonly ownId: string | undefined
}

/**
 * Lets a request have a name until its save has ended, where nobody has it or is about to get it.
 * Of two saves that run at once, neither sees what the other has not stored yet.
 */
export function claimName(req: PayloadRequest, claim: Claim): Promise<boolean> {
  return databaseOfPortal(req.payload).kind.claim(req, claim)
}
