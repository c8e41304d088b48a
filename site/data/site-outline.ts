import { listTag } from '#shared/cache-tags.ts'
import { pathOf } from '#shared/routes.ts'
import { loadCategories, type Category } from './categories.ts'
import type { PageContext } from './page-context.ts'
import { allProgrammes } from './programmes.ts'
import { READING, published } from './reading.ts'

export interface OutlineLink {
  readonly title: string
  readonly path: string
}

/** What the text site map lists beside the sections that are always there. */
export interface SiteOutline {
  readonly categories: readonly Category[]
  readonly programmes: readonly OutlineLink[]
  readonly pages: readonly OutlineLink[]
}

export async function siteOutline(page: PageContext): Promise<SiteOutline> {
  const [{ roots }, programmes, pages] = await Promise.all([
    loadCategories(page),
    allProgrammes(page),
    staticPages(page),
  ])
  return { categories: roots, programmes, pages }
}

async function staticPages(page: PageContext): Promise<OutlineLink[]> {
  page.tag(listTag('pages'))
  const { docs } = await page.portal.find({
    ...READING,
    collection: 'pages',
    where: published(page),
    sort: 'title',
    select: { title: true, slug: true },
  })
  return docs.flatMap((doc) => {
    const path = pathOf('pages', doc)
    return path ? [{ title: doc.title, path }] : []
  })
}
