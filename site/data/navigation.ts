import { globalTag } from '#shared/cache-tags.ts'
import { ROUTES } from '#shared/routes.ts'
import { linkPaths, referenceKey, type Reference } from './link-targets.ts'
import { shared } from './shared-values.ts'
import type { PageContext } from './page-context.ts'

export interface MenuLink {
  readonly label: string
  readonly href: string
}

export interface Menus {
  readonly header: readonly MenuLink[]
  readonly footer: readonly MenuLink[]
}

/** The menus of every page; those that the portal always has, while the editors have made none. */
export const loadMenus = shared('menus', async (page): Promise<Menus> => {
  page.tag(globalTag('navigation'))
  const { header, footer } = await page.portal.findGlobal({
    slug: 'navigation',
    depth: 0,
    overrideAccess: false,
  })
  const [top, bottom] = await Promise.all([resolveLinks(page, header), resolveLinks(page, footer)])
  return {
    header: top.length > 0 ? top : DEFAULT_HEADER,
    footer: bottom.length > 0 ? bottom : DEFAULT_FOOTER,
  }
})

/** Rows of `linkFields` (cms/fields/link.ts) as links; those to something not public are left out. */
export async function resolveLinks(
  page: PageContext,
  rows: readonly LinkRow[] | null | undefined,
): Promise<MenuLink[]> {
  const references = (rows ?? []).flatMap((row) => (row.target ? [row.target] : []))
  const paths = await linkPaths(page, references)
  return (rows ?? []).flatMap((row) => {
    const href = row.target ? paths.get(referenceKey(row.target)) : row.url
    return href ? [{ label: row.label, href }] : []
  })
}

interface LinkRow {
  readonly label: string
  readonly target?: Reference | null
  readonly url?: string | null
}

const DEFAULT_HEADER: readonly MenuLink[] = [
  { label: 'Tin tức', href: ROUTES.news },
  { label: 'Văn bản', href: ROUTES.documents },
  { label: 'Chương trình hỗ trợ', href: ROUTES.programmes },
  { label: 'Sản phẩm tiêu biểu', href: ROUTES.products },
  { label: 'Hỏi đáp', href: ROUTES.questions },
]

const DEFAULT_FOOTER: readonly MenuLink[] = [
  { label: 'Liên hệ, góp ý', href: ROUTES.contact },
  { label: 'Sơ đồ trang', href: ROUTES.siteMap },
  { label: 'Kênh RSS', href: ROUTES.feed },
]
