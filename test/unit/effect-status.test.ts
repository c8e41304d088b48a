import { describe, expect, it } from 'vitest'
import { actsFrom, effectOn, type EffectAction } from '#shared/effect-status.ts'

const TODAY = '2026-03-17'
const action = (relation: EffectAction['relation'], from: string | null, by = 'other') =>
  ({ relation, from, by }) satisfies EffectAction

describe('the effect of a document by its own dates', () => {
  it('is unknown without an effective date', () => {
    expect(effectOn(TODAY, {})).toEqual({
      status: 'unknown',
      reason: null,
      endsOn: null,
      endedBy: null,
      changesOn: null,
    })
  })

  it.each([
    ['2026-03-18', 'pending', '2026-03-18'],
    ['2026-03-17', 'in-force', null],
    ['2012-07-05', 'in-force', null],
  ])('begins on its effective date %s: %s', (effectiveFrom, status, changesOn) => {
    expect(effectOn(TODAY, { effectiveFrom })).toMatchObject({ status, changesOn })
  })

  it.each([
    ['2026-03-17', 'expired', null],
    ['2026-03-18', 'in-force', '2026-03-18'],
  ])('has no effect from %s on: %s', (effectiveTo, status, changesOn) => {
    const effect = effectOn(TODAY, { effectiveFrom: '2020-02-29', effectiveTo })
    expect(effect).toMatchObject({ status, changesOn, endsOn: effectiveTo, endedBy: null })
  })

  it('ends even where nobody knows when it began', () => {
    expect(effectOn(TODAY, { effectiveTo: '2024-02-29' }).status).toBe('expired')
  })

  it('turns over at the end of a year', () => {
    const facts = { effectiveFrom: '2023-01-01', effectiveTo: '2026-01-01' }
    expect(effectOn('2025-12-31', facts)).toMatchObject({
      status: 'in-force',
      changesOn: '2026-01-01',
    })
    expect(effectOn('2026-01-01', facts)).toMatchObject({ status: 'expired', changesOn: null })
  })

  it('names the first change alone, of those that lie ahead', () => {
    const facts = { effectiveFrom: '2026-07-01', effectiveTo: '2028-02-29' }
    expect(effectOn(TODAY, facts).changesOn).toBe('2026-07-01')
  })
})

describe('the effect of a document by what others do to it', () => {
  const facts = { effectiveFrom: '2014-04-05' }

  it.each(['thay-the', 'bai-bo'] as const)('%s ends it on the date of the other', (relation) => {
    const ending = action(relation, '2018-05-14')
    expect(effectOn('2018-05-13', facts, [ending])).toMatchObject({
      status: 'in-force',
      changesOn: '2018-05-14',
    })
    expect(effectOn('2018-05-14', facts, [ending])).toMatchObject({
      status: 'expired',
      endsOn: '2018-05-14',
      endedBy: ending,
      changesOn: null,
    })
  })

  it('an amendment leaves a part in force', () => {
    const amended = [action('sua-doi', '2024-10-15')]
    expect(effectOn('2024-10-14', facts, amended)).toMatchObject({
      status: 'in-force',
      changesOn: '2024-10-15',
    })
    expect(effectOn(TODAY, facts, amended)).toMatchObject({ status: 'partly', changesOn: null })
  })

  it('a suspension stops it', () => {
    expect(effectOn(TODAY, facts, [action('dinh-chi', '2026-01-01')]).status).toBe('suspended')
  })

  it('the end goes before an amendment, whichever is written first', () => {
    const both = [action('sua-doi', '2016-01-01'), action('thay-the', '2018-05-14')]
    expect(effectOn(TODAY, facts, both).status).toBe('expired')
    expect(effectOn(TODAY, facts, both.toReversed()).status).toBe('expired')
  })

  it('the earliest of several ends counts, and on one day the one with a name', () => {
    const repeal = action('bai-bo', '2020-01-01')
    const ends = [action('thay-the', '2021-01-01'), repeal]
    expect(effectOn(TODAY, { ...facts, effectiveTo: '2020-01-01' }, ends)).toMatchObject({
      endsOn: '2020-01-01',
      endedBy: repeal,
    })
  })

  it('a document that is replaced before it begins never has an effect', () => {
    const replaced = [action('thay-the', '2026-05-01')]
    const effect = effectOn('2026-05-01', { effectiveFrom: '2026-07-01' }, replaced)
    expect(effect).toMatchObject({ status: 'expired', changesOn: null })
  })

  it('an amendment before it begins changes nothing yet', () => {
    const early = [action('sua-doi', '2026-01-01')]
    expect(effectOn(TODAY, { effectiveFrom: '2026-07-01' }, early).status).toBe('pending')
  })

  it.each(['can-cu', 'dan-chieu', 'huong-dan', 'dinh-chinh', 'hop-nhat', 'lien-quan'] as const)(
    '%s leaves it as it is',
    (relation) => {
      expect(effectOn(TODAY, facts, [action(relation, '2020-01-01')]).status).toBe('in-force')
      expect(effectOn(TODAY, facts, [action(relation, null)]).status).toBe('in-force')
    },
  )

  it('is unknown while one that acts on it has no date', () => {
    expect(effectOn(TODAY, facts, [action('thay-the', null)])).toMatchObject({
      status: 'unknown',
      endsOn: null,
    })
  })
})

describe('what an editor sets', () => {
  it('goes before dates and relations, with its reason, and never changes by itself', () => {
    const effect = effectOn(
      TODAY,
      {
        effectiveFrom: '2020-01-01',
        effectiveTo: '2027-01-01',
        override: { status: 'obsolete', reason: 'Luật mới đã điều chỉnh' },
      },
      [action('sua-doi', '2021-01-01')],
    )
    expect(effect).toMatchObject({
      status: 'obsolete',
      reason: 'Luật mới đã điều chỉnh',
      changesOn: null,
    })
  })

  it('an empty override is none', () => {
    const facts = { effectiveFrom: '2020-01-01', override: { status: null, reason: null } }
    expect(effectOn(TODAY, facts).status).toBe('in-force')
  })
})

describe('the day from which a document acts on others', () => {
  it.each([
    [{ effectiveFrom: '2018-05-14', issuedAt: '2018-03-28' }, '2018-05-14'],
    [{ effectiveFrom: null, issuedAt: '2020-09-03' }, '2020-09-03'],
    [{ effectiveFrom: '', issuedAt: '' }, null],
    [{}, null],
  ])('%j → %s', (document, expected) => {
    expect(actsFrom(document)).toBe(expected)
  })
})
