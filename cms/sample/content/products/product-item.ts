import type { RequiredDataFromCollectionSlug } from 'payload'
import { sampleId, type SampleItem } from '../../sample-item.ts'
import { p, ul } from '../../text/blocks.ts'
import { text } from '../../text/lexical.ts'
import { salesContact } from '../producers.ts'
import { galleryOf } from './product-pictures.ts'

type Fields = RequiredDataFromCollectionSlug<'products'>
export type Award = NonNullable<Fields['awards']>[number]

export interface AwardYears {
  /** This year. */
  readonly year: number
  /** The year of the last national round, which a news item reports. */
  readonly nationalYear: number
}

export interface ProductDraft extends Pick<Fields, 'name' | 'group' | 'isSet' | 'summary'> {
  /** Key of the sample producer. */
  readonly by: string
  readonly story: readonly string[]
  /** Sizes, materials, packing. */
  readonly traits: readonly string[]
  readonly awards: Award[]
}

export function productItem(
  key: string,
  { by, story, traits, ...fields }: ProductDraft,
): SampleItem<'products'> {
  return {
    key,
    data: {
      ...fields,
      producer: sampleId('producers', by),
      gallery: galleryOf(key),
      description: text(...story.map(p), ul(...traits)),
      contacts: [salesContact(by)],
      _status: 'published',
    },
  }
}

/** Certificates with sample numbers, each level in its year. */
export const awards = {
  district: (year: number): Award => ({ level: 'district', year }),
  provincial: (year: number, number: number, points: number): Award => ({
    level: 'provincial',
    year,
    certificate: `${number}/GCN-SCT`,
    decision: `Quyết định số ${number + 300}/QĐ-SCT (số mẫu)`,
    points,
  }),
  regional: (year: number, number: number, points: number): Award => ({
    level: 'regional',
    region: 'south',
    year,
    certificate: `${number}/GCN-PN`,
    decision: `Quyết định công nhận khu vực phía Nam năm ${year} (số mẫu)`,
    points,
  }),
  national: (year: number, number: number, points: number): Award => ({
    level: 'national',
    year,
    certificate: `${number}/GCN-QG`,
    decision: `Quyết định công nhận cấp quốc gia năm ${year} (số mẫu)`,
    points,
  }),
}
