import { readdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bestEncoding } from './encoding.ts'
import { sendFile } from './send-file.ts'

export interface StaticFiles {
  has(path: string): boolean
  /** Sends a file that {@link has} knows, its compressed copy where there is one. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>
}

/** The built assets and what was copied from public/. Only names found at the start are served. */
export async function openStaticFiles(folder: URL): Promise<StaticFiles> {
  const root = fileURLToPath(folder)
  const names = new Set(await listFiles(root))

  return {
    has: (path) => names.has(path),
    serve(request, response, path) {
      const encoding = bestEncoding(request.headers['accept-encoding'])
      const copy = `${path}.${encoding === 'gzip' ? 'gz' : encoding}`
      const isCompressed = encoding !== 'identity' && names.has(copy)
      if (isCompressed) response.setHeader('content-encoding', encoding)
      if (names.has(`${path}.br`)) response.setHeader('vary', 'Accept-Encoding')
      const type = TYPES[extname(path)]
      if (type) response.setHeader('content-type', type)
      response.setHeader('cache-control', HASHED.test(path) ? FOR_EVER : FOR_AN_HOUR)
      return sendFile(request, response, root, isCompressed ? copy : path)
    },
  }
}

/** Names that the build makes from the content: what they hold never changes. */
const HASHED = /^\/_astro\//
const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_AN_HOUR = 'public, max-age=3600'

/** Of what is compressed: a copy must not be judged by its own name. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/')}`)
}
