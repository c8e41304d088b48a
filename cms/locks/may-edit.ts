import type { AccessResult, PayloadRequest } from 'payload'
import type { Target } from './lock.ts'

/** Whether the sender may change what a lock is on, by the access rules of a save. */
export async function mayEdit(req: PayloadRequest, target: Target | null): Promise<boolean> {
  if (!req.user || !target) return false
  return 'global' in target ? mayEditGlobal(req, target.global) : mayEditDocument(req, target)
}

async function mayEditGlobal(req: PayloadRequest, slug: string): Promise<boolean> {
  const config = req.payload.globals.config.find((global) => global.slug === slug)
  return Boolean(await config?.access.update({ req }))
}

async function mayEditDocument(
  req: PayloadRequest,
  { collection, id }: Extract<Target, { collection: string }>,
): Promise<boolean> {
  const slug = Object.values(req.payload.collections).find(
    ({ config }) => config.slug === collection && config.lockDocuments !== false,
  )?.config.slug
  if (!slug) return false
  const granted: AccessResult = await req.payload.collections[slug].config.access.update({
    id,
    req,
  })
  if (!granted) return false
  const own = { id: { equals: id } }
  const where = granted === true ? own : { and: [own, granted] }
  return (await req.payload.db.findOne({ collection: slug, req, where })) !== null
}
