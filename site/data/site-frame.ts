import { loadMenus, type Menus } from './navigation.ts'
import type { PageContext } from './page-context.ts'
import { loadCentre, type Centre } from './site-settings.ts'
import { totals, type VisitTotals } from './visit-totals.ts'

/** What every page shows around its own content. */
export interface SiteFrame {
  readonly centre: Centre
  readonly menus: Menus
  readonly visits: VisitTotals
}

/** Gathers what every page shows: the unit, the menus, the counter. */
export async function loadSiteFrame(page: PageContext): Promise<SiteFrame> {
  const [centre, menus, visits] = await Promise.all([
    loadCentre(page),
    loadMenus(page),
    totals(page),
  ])
  return { centre, menus, visits }
}
