import { ROUTES } from '#shared/routes.ts'
import { escapeXml, textElement } from '#shared/xml.ts'
import { absoluteUrl } from './addresses.ts'
import type { PageContext } from './page-context.ts'
import { loadCentre } from './site-settings.ts'

/** What the format allows in a short name. */
const LONGEST_NAME = 16

/**
 * Tells browsers how to search the portal from their address line
 * (https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md).
 */
export async function searchDescription(page: PageContext): Promise<string> {
  const centre = await loadCentre(page)
  const results = `${absoluteUrl(ROUTES.search)}?q={searchTerms}`
  return [
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    textElement('ShortName', shortened(centre.shortName)),
    textElement('Description', `Tìm trên ${centre.name}`),
    textElement('Language', 'vi'),
    textElement('InputEncoding', 'UTF-8'),
    `<Image width="16" height="16" type="image/svg+xml">${absoluteUrl('/img/emblem.svg')}</Image>`,
    `<Url type="text/html" template="${escapeXml(results)}"/>`,
    '</OpenSearchDescription>',
  ].join('\n')
}

/** Whole words, as many as fit. */
function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  const end = name.lastIndexOf(' ', LONGEST_NAME)
  return name.slice(0, end > 0 ? end : LONGEST_NAME)
}
