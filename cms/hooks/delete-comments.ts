import type { CollectionBeforeDeleteHook } from 'payload'

/** The comments of an article go with it: without it nobody sees them, and they name people. */
export const deleteComments: CollectionBeforeDeleteHook = ({ id, req }) =>
  req.payload.db.deleteMany({ collection: 'comments', req, where: { news: { equals: id } } })
