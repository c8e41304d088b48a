import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { SECTORS } from '#shared/vocabulary/sectors.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { alone, idIn, rowIn, shownAt, word, type Change } from './change.ts'

const activity = (value: string) => `Nội dung khuyến công: ${labelOf(EXTENSION_ACTIVITIES, value)}`
const sector = (value: string) => `Ngành nghề: ${labelOf(SECTORS, value)}`

export const PROGRAMMES: readonly Change[] = [
  {
    leaves: ['activity'],
    data: () => ({ activity: '8' }),
    shows: () => ({ programme: [activity('3'), activity('8')] }),
  },
  {
    leaves: ['beneficiaries'],
    data: () => ({ beneficiaries: ['household'] }),
    shows: () => ({
      programme: ['Hợp tác xã', 'Hộ kinh doanh'],
      programmes: [/<dd>\s*Hợp tác xã/, /<dd>\s*Hộ kinh doanh/],
      home: [/class="what">\s*Hợp tác xã/, /class="what">\s*Hộ kinh doanh/],
    }),
  },
  {
    leaves: ['sectors'],
    data: () => ({ sectors: ['chemicals'] }),
    shows: () => ({ programme: [sector('minerals'), sector('chemicals')] }),
  },
  {
    leaves: ['opens'],
    data: () => ({ opens: '2998-01-01' }),
    shows: (world) => ({
      programme: [/tag open">\s*Đang nhận/, /tag next">\s*Sắp mở/],
      programmes: [/tag open">\s*Đang nhận/, /tag next">\s*Sắp mở/],
      home: [word(world, 'programmes', 'title'), null],
    }),
  },
  {
    leaves: ['closes'],
    data: () => ({ closes: '2020-06-01' }),
    shows: () => ({
      programme: [shownAt('2999-12-31'), alone('Đã hết hạn')],
      programmes: [shownAt('2999-12-31'), alone('Đã hết hạn')],
      home: [shownAt('2999-12-31'), null],
    }),
  },
  {
    leaves: ['recurrence'],
    data: () => ({ recurrence: 'yearly' }),
    shows: () => ({ programme: [null, 'nhận hằng năm'] }),
  },
  {
    leaves: ['support.rate', 'support.cap', 'support.from', 'support.to', 'support.legalBasis'],
    data: (world) => ({
      support: [
        {
          ...rowIn(world, 'programmes', 'support'),
          rate: 42,
          cap: 152,
          from: '2020-02-04',
          to: '2998-01-01',
          legalBasis: idIn(world, 'other document'),
        },
      ],
    }),
    shows: (world) => ({
      programme: [
        new RegExp(`41\\s%[\\s\\S]*151[\\s\\S]*${word(world, 'replaced', 'number')}`),
        new RegExp(
          `42\\s%[\\s\\S]*152[\\s\\S]*${shownAt('2020-02-04')}[\\s\\S]*${shownAt('2998-01-01')}` +
            `[\\s\\S]*${word(world, 'other document', 'number')}`,
        ),
      ],
      programmes: [/41\s%.*151 triệu/, /42\s%.*152 triệu/],
      home: ['151 triệu', '152 triệu'],
    }),
  },
  {
    leaves: ['budgets.year', 'budgets.amount'],
    data: () => ({ budgets: [{ year: 2021, amount: 5432 }] }),
    shows: () => ({ programme: [/2020[\s\S]*4\.321/, /2021[\s\S]*5\.432/] }),
  },
  {
    leaves: ['forms'],
    data: () => ({ forms: [] }),
    shows: (world) => ({ programme: [word(world, 'files', 'title'), null] }),
  },
  {
    leaves: ['legalBasis'],
    data: (world) => ({ legalBasis: [idIn(world, 'other document')] }),
    shows: (world) => ({
      programme: [word(world, 'documents', 'number'), word(world, 'other document', 'number')],
    }),
  },
]

export const QUESTIONS: readonly Change[] = [
  {
    leaves: ['name'],
    data: () => ({ name: 'Lê Văn Cường' }),
    shows: () => ({ question: ['T.T.B.', 'L.V.C.'], questions: ['T.T.B.', 'L.V.C.'] }),
  },
  {
    leaves: ['topic'],
    data: () => ({ topic: '8' }),
    shows: () => {
      const shown = [
        labelOf(EXTENSION_ACTIVITIES, '1'),
        labelOf(EXTENSION_ACTIVITIES, '8'),
      ] as const
      return { question: shown, questions: shown }
    },
  },
  {
    leaves: ['answeredAt'],
    data: () => ({ answeredAt: '2020-05-07T01:00:00.000Z' }),
    shows: () => ({
      question: [shownAt('2020-05-06T01:00:00.000Z'), shownAt('2020-05-07T01:00:00.000Z')],
    }),
  },
]
