import { certificateOn, type CertificateState } from '#shared/certificates.ts'
import type { Product } from '#shared/payload-types.ts'
import { startOfDay, todayInVietnam } from '#shared/vietnamese/dates.ts'
import { AWARD_LEVELS, AWARD_REGIONS, type AwardLevel } from '#shared/vocabulary/product-awards.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import type { PageContext } from './page-context.ts'

/** A recognition of a product, with the validity of its certificate today. */
export interface Award {
  readonly level: AwardLevel
  /** "Khu vực phía Nam", "Cấp tỉnh", "Quốc gia" */
  readonly name: string
  readonly year: number
  readonly certificate: string | null
  readonly decision: string | null
  readonly points: number | null
  readonly validity: CertificateState
}

/**
 * Awards of a product, newest first and on a year the highest first. The page changes when the
 * validity of one does.
 */
export function awardsToday(page: PageContext, awards: Product['awards']): Award[] {
  const today = todayInVietnam(page.now)
  return (awards ?? [])
    .map((award) => {
      const validity = certificateOn(today, award.year)
      if (validity.changesOn) page.expires(startOfDay(validity.changesOn))
      return {
        level: award.level,
        name: awardName(award),
        year: award.year,
        certificate: award.certificate || null,
        decision: award.decision || null,
        points: award.points ?? null,
        validity,
      }
    })
    .toSorted((a, b) => b.year - a.year || rank(b) - rank(a))
}

/** The one that a card shows: the highest that is still valid, or the newest that was. */
export function mainAward(awards: readonly Award[]): Award | null {
  const valid = awards.filter(({ validity }) => validity.state !== 'expired')
  return valid.toSorted((a, b) => rank(b) - rank(a))[0] ?? awards[0] ?? null
}

type StoredAward = NonNullable<Product['awards']>[number]

function awardName({ level, region }: StoredAward): string {
  if (level === 'national') return 'Quốc gia'
  if (level === 'regional') return `Khu vực ${labelOf(AWARD_REGIONS, region)}`.trim()
  return labelOf(AWARD_LEVELS, level)
}

function rank({ level }: { readonly level: AwardLevel }): number {
  return AWARD_LEVELS.findIndex(({ value }) => value === level)
}
