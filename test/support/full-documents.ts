import type { CollectionSlug, GlobalSlug } from 'payload'
import { richText } from './builders.ts'

/** A document's id, the same on every database. */
export const fullId = (number: number) =>
  `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

const [CATEGORY, TOPIC, PRODUCER, DOCUMENT, NEWS] = [1, 2, 3, 4, 5].map(fullId)
const PERSON = { name: 'Trần Thị Bình', email: 'binh@example.vn', content: 'Xin hỏi:\n“Ở đâu?”' }

/** Of each collection one document with some of its fields, so that others are left empty. */
export const FULL_DOCUMENTS: Partial<Record<CollectionSlug, object>> = {
  categories: { id: CATEGORY, title: 'Khuyến công địa phương', order: 2 },
  topics: { id: TOPIC, title: 'Sản xuất sạch hơn', description: 'Ít điện, ít nước.' },
  producers: {
    id: PRODUCER,
    name: 'Hợp tác xã Gốm Sông Châu',
    kind: 'cooperative',
    contacts: [{ name: 'Văn phòng', phone: '0226 3 123 456' }],
    _status: 'published',
  },
  documents: {
    id: DOCUMENT,
    kind: 'quyet-dinh',
    number: '12/QĐ-UBND',
    abstract: 'Về việc hỗ trợ cơ sở công nghiệp nông thôn',
    issuers: ['UBND tỉnh', 'Sở Công Thương'],
    issuedAt: '2026-03-01',
    fields: ['1', '3'],
    relations: [{ relation: 'thay-the', citation: '155/KH-UBND ngày 21/8/2020' }],
    _status: 'published',
  },
  news: {
    id: NEWS,
    title: 'Khánh thành xưởng gốm',
    body: richText('Chữ có dấu: ế ộ ữ.'),
    category: CATEGORY,
    topics: [TOPIC],
    relatedDocuments: [DOCUMENT],
    publishedAt: '2026-03-17T08:00:00+07:00',
    expiresAt: '2099-12-31T23:59:59.999Z',
    _status: 'published',
  },
  products: {
    id: fullId(6),
    name: 'Bình gốm',
    producer: PRODUCER,
    group: 'handicraft',
    awards: [{ level: 'provincial', year: 2024 }],
    _status: 'published',
  },
  programmes: {
    id: fullId(7),
    title: 'Hỗ trợ máy móc',
    summary: 'Mua máy móc tiên tiến.',
    activity: '3',
    beneficiaries: ['cooperative'],
    support: [{ item: 'Máy', rate: 50, legalBasis: DOCUMENT }, { item: 'Dây chuyền' }],
    budgets: [{ year: 2026, amount: 1250.5 }],
    steps: [{ title: 'Nộp hồ sơ' }],
    _status: 'published',
  },
  pages: { id: fullId(8), title: 'Giới thiệu', _status: 'published' },
  comments: { ...PERSON, id: fullId(9), news: NEWS },
  questions: { ...PERSON, id: fullId(10), title: 'Ai được hỗ trợ?', status: 'approved' },
  feedback: { ...PERSON, id: fullId(11), subject: 'Góp ý' },
  ratings: { id: fullId(12), path: '/tin-tuc', helpful: true },
  redirects: { id: fullId(13), from: '/cu', target: { relationTo: 'news', value: NEWS } },
  searches: {
    id: fullId(18),
    words: 'máy sấy',
    count: 3,
    foundNothing: 1,
    lastFound: 0,
    lastAt: '2026-03-17T05:00:00.000Z',
  },
  'visit-counts': { id: fullId(14), key: 'total', visits: 3, views: 4, bots: 0 },
  usages: {
    id: fullId(15),
    fromCollection: 'news',
    fromId: 'a',
    toCollection: 'media',
    toId: 'b',
    isPublic: false,
  },
  changes: {
    id: fullId(16),
    collectionName: 'news',
    documentId: 'a',
    isPublicBefore: false,
    isPublicAfter: true,
    tags: ['news:a', 'news/all'],
  },
}

export const FULL_GLOBALS: Partial<Record<GlobalSlug, object>> = {
  'site-settings': {
    centre: 'Trung tâm Khuyến công',
    parentUnit: 'Sở Công Thương',
    province: 'Hà Nam',
    social: [{ name: 'Zalo', url: 'https://zalo.me/1' }],
  },
  navigation: {
    header: [
      { label: 'Tin tức', url: '/tin-tuc' },
      { label: 'Gốm', target: { relationTo: 'news', value: NEWS } },
    ],
  },
  'home-page': { categories: [CATEGORY] },
  'search-words': { synonyms: [{ short: 'KC', full: 'khuyến công' }] },
}
