import { globalTag } from '#shared/cache-tags.ts'
import { shared } from './shared-values.ts'
import { loadPictures, type Picture } from './pictures.ts'
import { idOf } from './reading.ts'

/** The unit that publishes the site: header, footer, structured data. */
export interface Centre {
  readonly name: string
  readonly shortName: string
  readonly parentUnit: string
  readonly province: string
  readonly description: string
  /** `null`: the drawn emblem of public/img stands in. */
  readonly emblem: Picture | null
  /** "Lê Thị Minh Hà, Giám đốc Trung tâm" */
  readonly responsible: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly workingHours: string | null
  readonly licence: string | null
  readonly notice: string | null
  readonly social: readonly { readonly name: string; readonly url: string }[]
}

/** Settings of the unit; plain words stand in for what has not been filled in yet. */
export const loadCentre = shared('centre', async (page): Promise<Centre> => {
  page.tag(globalTag('site-settings'))
  const settings = await page.portal.findGlobal({
    slug: 'site-settings',
    depth: 0,
    overrideAccess: false,
  })
  const name = settings.centre || 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp'
  const emblem = idOf(settings.emblem)
  const pictures = await loadPictures(page, emblem ? [emblem] : [])
  return {
    name,
    shortName: settings.shortName || name,
    parentUnit: settings.parentUnit || 'Sở Công Thương',
    province: settings.province || '',
    description:
      settings.description ||
      'Tin tức, văn bản, chương trình hỗ trợ cơ sở công nghiệp nông thôn và sản phẩm tiêu biểu.',
    emblem: pictures.get(emblem ?? '') ?? null,
    responsible:
      [settings.responsible, settings.responsibleTitle].filter(Boolean).join(', ') || null,
    address: settings.address ?? null,
    phone: settings.phone ?? null,
    email: settings.email ?? null,
    workingHours: settings.workingHours ?? null,
    licence: settings.licence ?? null,
    notice: settings.notice ?? null,
    social: (settings.social ?? []).filter(({ url }) => /^https?:\/\//.test(url)),
  }
})
