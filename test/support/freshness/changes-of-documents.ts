import { EXTENSION_ACTIVITIES } from '#shared/vocabulary/extension-activities.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { idIn, shownAt, word, type Change } from './change.ts'

const status = (name: string) => new RegExp(`class="status ${name}"`)

export const DOCUMENTS: readonly Change[] = [
  {
    leaves: ['kind'],
    data: () => ({ kind: 'chi-thi' }),
    shows: () => ({
      document: [/class="soft">\s*Nghị định/, /class="soft">\s*Chỉ thị/],
      documents: [/class="kind">\s*Nghị định/, /class="kind">\s*Chỉ thị/],
      home: [/class="kind">\s*Nghị định/, /class="kind">\s*Chỉ thị/],
      article: ['Nghị định số', 'Chỉ thị số'],
      'replaced document': ['Nghị định số', 'Chỉ thị số'],
      programme: ['Nghị định số', 'Chỉ thị số'],
      search: ['Nghị định số', 'Chỉ thị số'],
    }),
  },
  {
    leaves: ['issuedAt'],
    data: () => ({ issuedAt: '2020-01-04' }),
    shows: () => ({
      document: [shownAt('2020-01-02'), shownAt('2020-01-04')],
      documents: [shownAt('2020-01-02'), shownAt('2020-01-04')],
      'documents found': [shownAt('2020-01-02'), shownAt('2020-01-04')],
      home: [shownAt('2020-01-02'), shownAt('2020-01-04')],
      search: [shownAt('2020-01-02'), shownAt('2020-01-04')],
    }),
  },
  {
    leaves: ['effectiveFrom'],
    data: () => ({ effectiveFrom: '2020-01-17' }),
    shows: () => ({
      document: [shownAt('2020-01-15'), shownAt('2020-01-17')],
      // It ends on the day from which the other one is in force.
      'replaced document': [shownAt('2020-01-15'), shownAt('2020-01-17')],
    }),
  },
  {
    leaves: ['effectiveTo'],
    data: () => ({ effectiveTo: '2021-05-06' }),
    shows: () => ({
      document: [status('in-force'), shownAt('2021-05-06')],
      documents: [status('in-force'), null],
      home: [status('in-force'), null],
      programme: [status('in-force'), null],
      'replaced document': [status('in-force'), null],
    }),
  },
  {
    leaves: ['fields'],
    data: () => ({ fields: ['8'] }),
    shows: () => ({
      document: [labelOf(EXTENSION_ACTIVITIES, '1'), labelOf(EXTENSION_ACTIVITIES, '8')],
    }),
  },
  {
    leaves: ['files'],
    data: () => ({ files: [] }),
    shows: (world) => ({ document: [word(world, 'files', 'title'), null] }),
  },
  {
    leaves: ['relations.relation', 'relations.target', 'relations.citation'],
    data: (world) => ({
      relations: [
        { relation: 'bai-bo', target: idIn(world, 'other document') },
        { relation: 'can-cu', citation: 'Kế hoạch 155/KH-UBND ngày 21/8/2020' },
      ],
    }),
    shows: (world) => {
      const number = word(world, 'documents', 'number')
      return {
        document: [word(world, 'replaced', 'number'), word(world, 'other document', 'number')],
        'replaced document': [number, null],
        'other document': [null, number],
        programme: [status('expired'), null],
      }
    },
  },
  {
    leaves: ['effectOverride.status', 'effectOverride.reason'],
    data: () => ({ effectOverride: { status: 'suspended', reason: 'Theo thông báo mới' } }),
    shows: () => ({
      document: [status('in-force'), 'Theo thông báo mới'],
      documents: [status('in-force'), status('suspended')],
      'documents found': [status('in-force'), status('suspended')],
      home: [status('in-force'), status('suspended')],
      programme: [status('in-force'), status('suspended')],
    }),
  },
]
