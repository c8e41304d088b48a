import { join, resolve } from 'node:path'
import { verifyPreviewFile } from '#cms/access/preview-link.ts'
import type { Config } from '#shared/config.ts'

/**
 * Folders where a file of a draft may lie, for an address that a preview page has signed; none for
 * every other address.
 */
export function previewFolders(file: string, query: string, config: Config, now: Date): string[] {
  if (!verifyPreviewFile(file, query, config.secret, now)) return []
  return ['media', 'files'].map((collection) => resolve(join(config.uploadsDir, collection)))
}
