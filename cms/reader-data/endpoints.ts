import { Forbidden, addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { actorOf } from '#cms/access/actor.ts'
import { isGranted } from '#cms/access/permissions.ts'
import { correctTyping, erasePerson, withdrawConsent, type ActOn } from './acts.ts'
import type { Contribution } from './contributions.ts'

/** The three acts on a reader's data, each `POST /api/COLLECTION/ID/ACT`. */
export function readerDataEndpoints(collection: Contribution): Endpoint[] {
  return [
    act(collection, 'correct-typing', (on, data) => correctTyping(on, data)),
    act(collection, 'withdraw-consent', (on) => withdrawConsent(on)),
    act(collection, 'erase', (on, { words }) => erasePerson(on, { words: words === true })),
  ]
}

function act(
  collection: Contribution,
  name: string,
  run: (on: ActOn, data: Readonly<Record<string, unknown>>) => Promise<void>,
): Endpoint {
  return {
    path: `/:id/${name}`,
    method: 'post',
    handler: async (req: PayloadRequest) => {
      if (!isGranted(actorOf(req), 'update', collection)) throw new Forbidden(req.t)
      await addDataAndFileToRequest(req)
      await run({ req, collection, id: String(req.routeParams?.id) }, req.data ?? {})
      return Response.json({ message: 'Đã lưu.' })
    },
  }
}
