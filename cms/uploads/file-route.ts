import { access } from 'node:fs/promises'
import type { UploadConfig } from 'payload'
import { isPlainName, pathInside } from './folder-path.ts'
import { storageDir, type UploadCollection } from './upload-collections.ts'

/** Settings of an upload collection: where its files lie, and how the cms hands them to staff. */
export function storedIn(
  collection: UploadCollection,
): Pick<UploadConfig, 'staticDir' | 'handlers' | 'modifyResponseHeaders' | 'pasteURL'> {
  const folder = storageDir(collection)
  return {
    staticDir: folder,
    // Fetching any address that a person types would open the inner network.
    pasteURL: false,
    handlers: [
      // The type knows no answer "none", though Payload asks for it.
      (_req, { params }) => refuseAbsent(folder, params.filename) as Promise<Response>,
    ],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Cache-Control', 'private, no-cache')
      return headers
    },
  }
}

async function refuseAbsent(folder: string, name: string): Promise<Response | null> {
  if (isPlainName(name) && (await isThere(pathInside(folder, name)))) return null
  return Response.json(
    { errors: [{ message: 'Không có tệp này.', data: { code: 'file_absent' } }] },
    { status: 404 },
  )
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
