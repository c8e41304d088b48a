import { access } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import type { UploadConfig } from 'payload'
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
      async (_req, { params }): Promise<Response | void> => {
        const path = resolve(folder, params.filename)
        if (path.startsWith(folder + sep) && (await isThere(join(folder, params.filename)))) return
        return Response.json(
          { errors: [{ message: 'Không có tệp này.', data: { code: 'file_absent' } }] },
          { status: 404 },
        )
      },
    ],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      headers.set('Cache-Control', 'private, no-cache')
      return headers
    },
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
