import { readConfig } from '#shared/config.ts'

let origin: string | undefined

/** A path of the site as a full address for machines and other sites: canonical, feeds, sharing. */
export function absoluteUrl(path: string): string {
  origin ??= readConfig().site.publicUrl
  return new URL(path, origin).href
}
