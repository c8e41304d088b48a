import type { Row } from '#cms/database/content.ts'
import type { WorldPlan } from './plan.ts'

/** The settings of the site, its menus and its start page. */
export function globalRows(plan: WorldPlan): Row[] {
  const random = plan.random('globals', 0)
  const moments = { createdAt: '2017-01-02T01:00:00.000Z', updatedAt: '2025-11-28T09:00:00.000Z' }
  const link = (label: string, url: string) => ({ id: random.hex(24), label, url })
  return [
    {
      id: 'site-settings',
      centre: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp',
      shortName: 'Trung tâm Khuyến công',
      parentUnit: 'Sở Công Thương tỉnh Sông Châu',
      province: 'Sông Châu',
      responsible: 'Lê Thị Minh Hà',
      email: 'lienhe@khuyencong.example',
      visits: { openingBalance: 937_196, openingDate: '2017-01-01' },
      ...moments,
    },
    {
      id: 'navigation',
      header: [link('Tin tức', '/tin-tuc'), link('Văn bản', '/van-ban')],
      footer: [link('Liên hệ', '/lien-he'), link('Sơ đồ trang', '/so-do-trang')],
      ...moments,
    },
    {
      id: 'home-page',
      categories: [0, 4, 5].map((number) => plan.id('categories', number)),
      links: [link('Cổng Dịch vụ công quốc gia', 'https://dichvucong.gov.vn')],
      ...moments,
    },
  ]
}
