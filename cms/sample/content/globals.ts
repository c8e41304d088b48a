import type { HomePage, Navigation, SiteSetting } from '#shared/payload-types.ts'
import { ROUTES } from '#shared/routes.ts'
import { sampleIds } from '../sample-item.ts'
import { pageTarget } from './pages/page-item.ts'
import type { SampleClock } from '../sample-clock.ts'

/** What the sample writes into each global. */
export interface SampleGlobals {
  readonly 'site-settings': Partial<SiteSetting>
  readonly navigation: Partial<Navigation>
  readonly 'home-page': Partial<HomePage>
}

export type SampleGlobal = keyof SampleGlobals

export const GLOBAL_SLUGS = ['site-settings', 'navigation', 'home-page'] as const

export const sampleGlobals = (clock: SampleClock): SampleGlobals => ({
  'site-settings': {
    centre: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp',
    shortName: 'Trung tâm Khuyến công Sông Châu',
    parentUnit: 'Sở Công Thương tỉnh Sông Châu',
    province: 'Sông Châu',
    description:
      'Tin tức, văn bản và chương trình hỗ trợ cơ sở công nghiệp nông thôn; sản phẩm công nghiệp nông thôn tiêu biểu của tỉnh Sông Châu.',
    responsible: 'Lê Thị Minh Hà',
    responsibleTitle: 'Giám đốc Trung tâm',
    address: 'Số 18 đường Bạch Đằng, phường Châu Thành, tỉnh Sông Châu',
    phone: '0200 3000 118',
    email: 'lienhe@khuyencong.songchau.example',
    workingHours: 'Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00',
    licence:
      'Giấy phép số 00/GP-TTĐT (số mẫu). Ghi rõ nguồn khi phát hành lại thông tin từ trang này.',
    notice:
      'Nội dung mẫu: tên tỉnh, đơn vị, người, cơ sở, số liệu và ngày tháng chỉ để minh họa, không dùng để viện dẫn.',
    visits: { openingBalance: 486_215, openingDate: clock.day(-30) },
  },
  navigation: {
    header: [
      { label: 'Tin tức', url: ROUTES.news },
      { label: 'Văn bản', url: ROUTES.documents },
      { label: 'Chương trình hỗ trợ', url: ROUTES.programmes },
      { label: 'Sản phẩm tiêu biểu', url: ROUTES.products },
      { label: 'Hỏi đáp', url: ROUTES.questions },
      { label: 'Giới thiệu', target: pageTarget('gioi-thieu') },
    ],
    footer: [
      { label: 'Giới thiệu', target: pageTarget('gioi-thieu') },
      { label: 'Chức năng, nhiệm vụ', target: pageTarget('chuc-nang-nhiem-vu') },
      { label: 'Liên hệ, góp ý', url: ROUTES.contact },
      { label: 'Sơ đồ trang', url: ROUTES.siteMap },
      { label: 'Các kênh RSS', url: ROUTES.feed },
      { label: 'Khả năng tiếp cận', target: pageTarget('kha-nang-tiep-can') },
      { label: 'Dữ liệu cá nhân', target: pageTarget('du-lieu-ca-nhan') },
      { label: 'Điều khoản sử dụng', target: pageTarget('dieu-khoan-su-dung') },
      { label: 'Cách đếm lượt truy cập', target: pageTarget('cach-dem-luot-truy-cap') },
    ],
  },
  'home-page': {
    categories: sampleIds('categories', 'khuyen-cong', 'san-xuat-sach-hon', 'cum-cong-nghiep'),
    products: sampleIds('products', 'binh-gom', 'gio-may', 'hop-son-mai', 'ca-phe'),
    links: [
      { label: 'Cổng Dịch vụ công quốc gia', url: 'https://dichvucong.gov.vn' },
      { label: 'Bộ Công Thương', url: 'https://moit.gov.vn' },
      { label: 'Cơ sở dữ liệu quốc gia về văn bản pháp luật', url: 'https://vbpl.vn' },
      { label: 'Cổng thông tin điện tử Chính phủ', url: 'https://chinhphu.vn' },
    ],
  },
})
