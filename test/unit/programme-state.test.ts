import { describe, expect, it } from 'vitest'
import { compareProgrammes, programmeOn } from '#shared/programme-state.ts'

const TODAY = '2026-03-17'

describe('a programme with one period', () => {
  const period = { opens: '2026-02-01', closes: '2026-03-31', recurrence: 'once' } as const

  it.each([
    ['2026-01-31', { kind: 'upcoming', opensOn: '2026-02-01', changesOn: '2026-02-01' }],
    ['2026-02-01', { kind: 'open', daysLeft: 58, changesOn: '2026-02-02' }],
    ['2026-03-17', { kind: 'open', daysLeft: 14, isSoon: false }],
    ['2026-03-23', { kind: 'open', daysLeft: 8, isSoon: false }],
    ['2026-03-24', { kind: 'open', daysLeft: 7, isSoon: true }],
    ['2026-03-31', { kind: 'open', daysLeft: 0, isSoon: true, changesOn: '2026-04-01' }],
    ['2026-04-01', { kind: 'closed', closesOn: '2026-03-31', opensOn: null, changesOn: null }],
  ])('on %s', (day, expected) => {
    expect(programmeOn(day, period)).toMatchObject(expected)
  })

  it('passes a leap day', () => {
    const leap = { opens: null, closes: '2028-02-29' }
    expect(programmeOn('2028-02-29', leap)).toMatchObject({
      kind: 'open',
      daysLeft: 0,
      changesOn: '2028-03-01',
    })
    expect(programmeOn('2028-03-01', leap).kind).toBe('closed')
  })
})

describe('a programme without dates', () => {
  it.each([
    [{}, { kind: 'always', changesOn: null, daysLeft: null }],
    [{ recurrence: 'always' }, { kind: 'always' }],
    [
      { opens: '2026-04-01', recurrence: 'always' },
      { kind: 'upcoming', changesOn: '2026-04-01' },
    ],
    [{ opens: '2026-03-17' }, { kind: 'always' }],
    [{ opens: '', closes: '' }, { kind: 'always' }],
    [{ closes: '2026-03-16' }, { kind: 'closed' }],
    [{ recurrence: 'yearly' }, { kind: 'always' }],
  ] as const)('%j', (period, expected) => {
    expect(programmeOn(TODAY, period)).toMatchObject(expected)
  })
})

describe('a programme that recurs yearly', () => {
  const period = { opens: '2024-02-29', closes: '2024-05-20', recurrence: 'yearly' } as const

  it.each([
    ['2024-01-01', { kind: 'upcoming', opensOn: '2024-02-29' }],
    ['2024-05-20', { kind: 'open', daysLeft: 0 }],
    [
      '2024-05-21',
      {
        kind: 'closed',
        closesOn: '2024-05-20',
        opensOn: '2025-02-28',
        changesOn: '2025-02-28',
      },
    ],
    ['2025-02-28', { kind: 'open', closesOn: '2025-05-20' }],
    ['2026-03-17', { kind: 'open', closesOn: '2026-05-20', daysLeft: 64 }],
    ['2028-02-28', { kind: 'closed', opensOn: '2028-02-29' }],
  ])('on %s', (day, expected) => {
    expect(programmeOn(day, period)).toMatchObject(expected)
  })

  it('may run over the end of a year', () => {
    const winter = { opens: '2024-11-15', closes: '2025-02-15', recurrence: 'yearly' } as const
    expect(programmeOn('2025-12-31', winter)).toMatchObject({
      kind: 'open',
      closesOn: '2026-02-15',
      daysLeft: 46,
    })
    expect(programmeOn('2026-02-16', winter)).toMatchObject({
      kind: 'closed',
      opensOn: '2026-11-15',
    })
  })

  it('opens with the year where only the deadline is known', () => {
    const deadline = { closes: '2025-05-20', recurrence: 'yearly' } as const
    expect(programmeOn('2025-05-21', deadline)).toMatchObject({
      kind: 'closed',
      opensOn: '2026-01-01',
    })
    expect(programmeOn('2026-01-01', deadline)).toMatchObject({ kind: 'open', daysLeft: 139 })
  })
})

describe('compareProgrammes', () => {
  it('puts the nearest deadline first and what is closed last', () => {
    const periods = [
      { closes: '2025-01-01' },
      { closes: '2026-01-01' },
      { opens: '2026-06-01' },
      { opens: '2026-04-01' },
      { recurrence: 'always' },
      { closes: '2026-05-20' },
      { closes: '2026-03-23' },
    ] as const
    const sorted = periods
      .map((period) => ({ period, state: programmeOn(TODAY, period) }))
      .toSorted((a, b) => compareProgrammes(a.state, b.state))
    expect(sorted.map(({ period }) => period)).toEqual([
      { closes: '2026-03-23' },
      { closes: '2026-05-20' },
      { recurrence: 'always' },
      { opens: '2026-04-01' },
      { opens: '2026-06-01' },
      { closes: '2026-01-01' },
      { closes: '2025-01-01' },
    ])
  })
})
