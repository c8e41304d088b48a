import { absoluteUrl } from '#site/data/addresses.ts'
import type { Crumb } from './crumb.ts'

/** schema.org/BreadcrumbList of a trail from the start page on. */
export function breadcrumbList(crumbs: readonly Crumb[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: absoluteUrl(path),
    })),
  }
}
