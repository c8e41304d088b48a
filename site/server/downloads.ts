import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import type { Config } from '#shared/config.ts'
import { documentFolder, isDocumentId, isPlainName, pathInside } from '#cms/uploads/folder-path.ts'
import { ROUTES } from '#shared/routes.ts'
import { previewFolders } from '#site/data/preview-files.ts'
import { sendFile } from './send-file.ts'

export interface PublishedFile {
  readonly id: string
  readonly name: string
}

/** `/tep/ID/NAME` of a decoded path; `null` for anything else, above all for ways out of the folder. */
export function parseFilePath(path: string): PublishedFile | null {
  const [id = '', name = '', ...more] = path.slice(ROUTES.files.length + 1).split('/')
  const isGood = isDocumentId(id) && isPlainName(name) && !/^\.|:/.test(name)
  return isGood && more.length === 0 ? { id, name } : null
}

/**
 * Sends a published file, `<publicFilesDir>/<id>/<name>`; for an address that a preview has signed,
 * a draft's too. Pictures and PDF open in the browser, everything else is saved.
 * @returns false where there is no such file
 */
export async function serveDownload(
  request: IncomingMessage,
  response: ServerResponse,
  config: Config,
  { id, name }: PublishedFile,
  query: string,
): Promise<boolean> {
  const drafts = query ? previewFolders(`${id}/${name}`, query, config, new Date()) : []
  for (const root of [documentFolder(config.publicFilesDir, id), ...drafts]) {
    const found = await stat(pathInside(root, name)).catch(() => null)
    if (!found?.isFile()) continue
    const caching = drafts.length > 0 ? 'private, no-store' : 'public, max-age=600'
    response.setHeader('cache-control', caching)
    setFileHeaders(response, name)
    await sendFile(request, response, root, name)
    return true
  }
  return false
}

function setFileHeaders(response: ServerResponse, name: string): void {
  const extension = extname(name).toLowerCase()
  const isPdf = extension === '.pdf'
  const isInline = isPdf || PICTURES.has(extension)
  response.setHeader('content-disposition', disposition(isInline ? 'inline' : 'attachment', name))
  response.setHeader('content-security-policy', isPdf ? PDF_POLICY : FILE_POLICY)
}

const PICTURES = new Set(['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp'])
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'self'"
/** A browser's PDF viewer does not start in a sandbox; a PDF runs nothing in the site's name. */
const PDF_POLICY = "frame-ancestors 'self'"

/** RFC 6266: a plain name for old clients, the true one in UTF-8 (RFC 8187). */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
