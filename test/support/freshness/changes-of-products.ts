import { PRODUCER_KINDS } from '#shared/vocabulary/producer-kinds.ts'
import { PRODUCT_GROUPS } from '#shared/vocabulary/product-awards.ts'
import { SECTORS } from '#shared/vocabulary/sectors.ts'
import { labelOf } from '#shared/vocabulary/term.ts'
import { alone, idIn, rowIn, word, type Change } from './change.ts'

export const PRODUCTS: readonly Change[] = [
  {
    leaves: ['producer'],
    data: (world) => ({ producer: idIn(world, 'other producer') }),
    shows: (world) => {
      const name = word(world, 'products', 'name')
      const other = word(world, 'other producer', 'name')
      return {
        product: [null, other],
        products: [null, other],
        home: [word(world, 'producers', 'name'), other],
        'product of its group': [null, other],
        producer: [name, null],
        'other producer': [null, name],
      }
    },
  },
  {
    leaves: ['group'],
    data: () => ({ group: 'food' }),
    shows: (world) => ({
      product: [
        alone(labelOf(PRODUCT_GROUPS, 'handicraft')),
        alone(labelOf(PRODUCT_GROUPS, 'food')),
      ],
      'product of its group': [word(world, 'products', 'name'), null],
    }),
  },
  {
    leaves: ['isSet'],
    data: () => ({ isSet: true }),
    shows: () => ({ product: [null, ', bộ sản phẩm'] }),
  },
  {
    leaves: ['gallery'],
    data: () => ({ gallery: [] }),
    shows: (world) => {
      const alt = word(world, 'media', 'alt')
      return {
        product: [alt, null],
        products: [alt, null],
        home: [alt, null],
        'product of its group': [alt, null],
      }
    },
  },
  {
    leaves: ['awards.region', 'awards.year', 'awards.points'],
    data: (world) => ({
      awards: [{ ...rowIn(world, 'products', 'awards'), region: 'south', year: 2021, points: 77 }],
    }),
    shows: () => ({
      product: [/phía Bắc, 2023[\s\S]*80 điểm/, /phía Nam, 2021[\s\S]*77 điểm/],
      products: [/phía Bắc\s+2023/, /phía Nam\s+2021/],
      home: [/phía Bắc\s+2023/, /phía Nam\s+2021/],
      producer: [/phía Bắc\s+2023/, /phía Nam\s+2021/],
      'product of its group': [/phía Bắc\s+2023/, /phía Nam\s+2021/],
    }),
  },
  {
    leaves: ['awards.level'],
    data: (world) => ({
      awards: [{ ...rowIn(world, 'products', 'awards'), level: 'national' }],
    }),
    shows: () => ({
      product: ['phía Bắc', 'Quốc gia'],
      products: ['phía Bắc', 'Quốc gia'],
      home: ['phía Bắc', 'Quốc gia'],
      producer: ['phía Bắc', 'Quốc gia'],
      'product of its group': ['phía Bắc', 'Quốc gia'],
    }),
  },
]

export const PRODUCERS: readonly Change[] = [
  {
    leaves: ['kind'],
    data: () => ({ kind: 'cooperative' }),
    shows: () => ({
      producer: [labelOf(PRODUCER_KINDS, 'household'), labelOf(PRODUCER_KINDS, 'cooperative')],
    }),
  },
  {
    leaves: ['picture'],
    data: () => ({ picture: null }),
    shows: (world) => ({ producer: [word(world, 'media', 'caption'), null] }),
  },
  {
    leaves: ['sectors'],
    data: () => ({ sectors: ['chemicals'] }),
    shows: () => ({ producer: [labelOf(SECTORS, 'mechanics'), labelOf(SECTORS, 'chemicals')] }),
  },
]
