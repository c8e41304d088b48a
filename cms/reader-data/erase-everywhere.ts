import type { PayloadRequest } from 'payload'
import { erasePerson } from './acts.ts'
import {
  CONTRIBUTION_COLLECTIONS,
  type Contribution,
  type StoredContribution,
} from './contributions.ts'

/**
 * Erases the data of a person in everything that was ever sent under an e-mail address, the trash
 * included: what a request under the law on personal data asks for.
 * @returns how many contributions were erased, by collection
 */
export async function eraseEverywhere(
  req: PayloadRequest,
  email: string,
  options: { readonly words: boolean },
): Promise<Record<Contribution, number>> {
  const counts: Record<Contribution, number> = { comments: 0, questions: 0, feedback: 0 }
  for (const collection of CONTRIBUTION_COLLECTIONS) {
    for (const { id } of await sentUnder(req, collection, email)) {
      await erasePerson({ req, collection, id }, options)
      counts[collection] += 1
    }
  }
  return counts
}

/** Addresses are compared without regard to case, as mail is delivered. */
async function sentUnder(
  req: PayloadRequest,
  collection: Contribution,
  email: string,
): Promise<StoredContribution[]> {
  const { docs } = await req.payload.db.find<StoredContribution>({
    collection,
    req,
    pagination: false,
    limit: 0,
    where: { email: { like: email } },
  })
  const wanted = email.trim().toLowerCase()
  return docs.filter((doc) => String(doc.email).trim().toLowerCase() === wanted)
}
