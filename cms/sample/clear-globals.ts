import type { DataFromGlobalSlug, Payload } from 'payload'
import { GLOBAL_SLUGS, type SampleGlobal, type SampleGlobals } from './content/globals.ts'
import type { SampleManifest } from './manifest.ts'

/**
 * Each global as it stands where nobody has filled it in. The three names that a portal cannot be
 * without stay, in words that name no place.
 */
const BLANK: { readonly [Slug in SampleGlobal]: Required<Clearable<Slug>> } = {
  'site-settings': {
    centre: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp',
    shortName: null,
    parentUnit: 'Sở Công Thương',
    province: '(tên tỉnh)',
    description: null,
    emblem: null,
    responsible: null,
    responsibleTitle: null,
    address: null,
    phone: null,
    email: null,
    workingHours: null,
    licence: null,
    notice: null,
    social: [],
    visits: { openingBalance: 0, openingDate: null },
  },
  navigation: { header: [], footer: [] },
  'home-page': { categories: [], products: [], links: [] },
}

type Clearable<Slug extends SampleGlobal> = Omit<
  SampleGlobals[Slug],
  'id' | 'createdAt' | 'updatedAt' | 'globalType'
>

/** Fields that tell whether somebody has filled in a global. */
const TELLING: Record<SampleGlobal, readonly string[]> = {
  'site-settings': ['address', 'phone', 'email', 'responsible', 'notice'],
  navigation: ['header', 'footer'],
  'home-page': ['categories', 'products', 'links'],
}

export function isBlankGlobal(slug: SampleGlobal, global: object): boolean {
  const fields: Record<string, unknown> = { ...global }
  return TELLING[slug].every((name) => {
    const value = fields[name]
    return Array.isArray(value) ? value.length === 0 : !value
  })
}

/** Clears the globals that stand as the sample left them. */
export async function clearGlobals(
  payload: Payload,
  manifest: SampleManifest | null,
  kept: readonly SampleGlobal[],
): Promise<void> {
  for (const slug of GLOBAL_SLUGS) {
    if (!manifest?.globals[slug] || kept.includes(slug)) continue
    const data = BLANK[slug] as DataFromGlobalSlug<SampleGlobal>
    await payload.updateGlobal({ slug, data, depth: 0, overrideAccess: true })
  }
}
