import { ROUTES } from '#shared/routes.ts'
import { escapeXml, textElement } from '#shared/xml.ts'
import { absoluteUrl } from './addresses.ts'
import type { PageContext } from './page-context.ts'
import { loadCentre } from './site-settings.ts'

/** What the format allows in a short name, and what stands in for a longer one. */
const LONGEST_NAME = 16
const STAND_IN = 'Khuyến công'

/**
 * Tells browsers how to search the portal from their address line
 * (https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md).
 */
export async function searchDescription(page: PageContext): Promise<string> {
  const centre = await loadCentre(page)
  const results = `${absoluteUrl(ROUTES.search)}?q={searchTerms}`
  return [
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    textElement('ShortName', centre.shortName.length <= LONGEST_NAME ? centre.shortName : STAND_IN),
    textElement('Description', `Tìm trên ${centre.name}`),
    textElement('Language', 'vi'),
    textElement('InputEncoding', 'UTF-8'),
    `<Image width="16" height="16" type="image/svg+xml">${absoluteUrl('/img/emblem.svg')}</Image>`,
    `<Url type="text/html" template="${escapeXml(results)}"/>`,
    '</OpenSearchDescription>',
  ].join('\n')
}
