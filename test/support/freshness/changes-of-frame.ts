import sharp from 'sharp'
import { filePath, pathOf, ROUTES, type PublicCollection } from '#shared/routes.ts'
import { docx } from '#test/support/office-files.ts'
import { idIn, rowIn, type Change } from './change.ts'
import type { PageName } from './pages.ts'
import { subjectIn, type World } from './subject.ts'

const SOME_PAGES = ['home', 'article', 'document', 'contact', 'search for nothing'] as const

/** The same on pages of different kinds, which all have the frame. */
function everywhere<Shown>(shown: Shown): Record<(typeof SOME_PAGES)[number], Shown> {
  return Object.fromEntries(SOME_PAGES.map((page) => [page, shown])) as ReturnType<
    typeof everywhere<Shown>
  >
}

function pathIn(world: World, name: string): string {
  const { slug, doc } = subjectIn(world, name)
  return pathOf(slug as PublicCollection, doc) ?? ''
}

const addressOf = (world: World, name: string) =>
  filePath(idIn(world, name), String(subjectIn(world, name).doc.filename))

export const MEDIA: readonly Change[] = [
  {
    leaves: ['filename', 'filesize', 'width', 'height'],
    data: () => ({}),
    async file() {
      const create = { width: 640, height: 410, channels: 3, background: '#7d3b1f' } as const
      const data = await sharp({ create }).jpeg().toBuffer()
      return { name: 'xuong-moi.jpg', mimetype: 'image/jpeg', data, size: data.length }
    },
    shows: (world) => {
      const shown = [`${idIn(world, 'media')}/anh`, `${idIn(world, 'media')}/xuong-moi`] as const
      return {
        ...everywhere(shown),
        'article that names it': shown,
        news: shown,
        product: shown,
        producer: shown,
      }
    },
  },
]

export const FILES: readonly Change[] = [
  {
    leaves: ['filename', 'filesize', 'kind', 'pages'],
    data: () => ({}),
    file() {
      const data = docx('Mẫu đơn')
      return {
        name: 'mau-don.docx',
        mimetype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        data,
        size: data.length,
      }
    },
    shows: (world) => {
      const before = new RegExp(`${addressOf(world, 'files')}[\\s\\S]*PDF · [\\s\\S]*1 trang`)
      const shown = [before, /mau-don\.docx[\s\S]*Word · /] as const
      const linked = [addressOf(world, 'files'), 'mau-don.docx'] as const
      return {
        'article that names it': linked,
        article: shown,
        document: shown,
        programme: shown,
        'static page': shown,
      }
    },
  },
]

export const REDIRECTS: readonly Change[] = [
  {
    leaves: ['from'],
    data: () => ({ from: '/dia-chi-khac' }),
    shows: () => ({ 'old address': [/^301/, /^404/], 'other old address': [/^404/, /^301/] }),
  },
  {
    leaves: ['kind'],
    data: () => ({ kind: 'gone' }),
    shows: () => ({ 'old address': [/^301/, /^410/] }),
  },
  {
    leaves: ['target'],
    data: (world) => ({ target: referenceTo(world, 'producers') }),
    shows: (world) => ({
      'old address': [`301 ${pathIn(world, 'pages')}\n`, `301 ${pathIn(world, 'producers')}\n`],
    }),
  },
  {
    leaves: ['to'],
    data: () => ({ target: null, to: ROUTES.documents }),
    shows: (world) => ({
      'old address': [`301 ${pathIn(world, 'pages')}\n`, `301 ${ROUTES.documents}\n`],
    }),
  },
]

const emblem = (address: string) => new RegExp(`class="unit"[^>]*>\\s*<img src="${address}`)

export const SITE_SETTINGS: readonly Change[] = [
  {
    leaves: ['emblem'],
    data: () => ({ emblem: null }),
    shows: () => everywhere([emblem('/tep/'), emblem('/img/emblem.svg')] as const),
  },
  {
    leaves: ['visits.openingBalance'],
    data: () => ({ visits: { openingBalance: 2_000_000 } }),
    shows: () => everywhere([/data-visit="total">\s*1\./, /data-visit="total">\s*2\./] as const),
  },
]

export const NAVIGATION: readonly Change[] = (['header', 'footer'] as const).map((menu) => ({
  leaves: [`${menu}.target`, `${menu}.url`],
  data: (world) => {
    const row = { ...rowIn(world, 'navigation', menu), target: referenceTo(world, 'producers') }
    return { [menu]: [row, { label: 'Mục thứ hai', url: ROUTES.siteMap }] }
  },
  shows: (world) => {
    const link = (path: string, label: unknown) =>
      new RegExp(`href="${path}"[^>]*>\\s*${String(label)}`)
    const { label } = rowIn(world, 'navigation', menu)
    const before = link(pathIn(world, 'pages'), label)
    const after = new RegExp(
      `${link(pathIn(world, 'producers'), label).source}[\\s\\S]*` +
        link(ROUTES.siteMap, 'Mục thứ hai').source,
    )
    return everywhere([before, after] as const)
  },
}))

export const HOME_PAGE: readonly Change[] = [
  {
    leaves: ['categories'],
    data: (world) => ({ categories: [idIn(world, 'other root')] }),
    shows: (world) => onHome(wordsOf(world, 'categories', 'title', 'other root')),
  },
  {
    leaves: ['products'],
    data: (world) => ({ products: [idIn(world, 'same group')] }),
    shows: (world) => onHome(wordsOf(world, 'products', 'name', 'same group')),
  },
  {
    leaves: ['links.target', 'links.url'],
    data: (world) => ({
      links: [
        { ...rowIn(world, 'home-page', 'links'), target: referenceTo(world, 'producers') },
        { label: 'Trang bạn', url: 'https://example.vn/trang-ban' },
      ],
    }),
    shows: (world) => {
      const own = `href="${pathIn(world, 'producers')}"[\\s\\S]*https://example.vn/trang-ban`
      return onHome([null, new RegExp(own)])
    },
  },
]

function referenceTo(world: World, name: string) {
  return { relationTo: subjectIn(world, name).slug, value: idIn(world, name) }
}

function wordsOf(world: World, name: string, leaf: string, other: string) {
  const of = (one: string) => subjectIn(world, one).words.get(leaf) ?? ''
  return [of(name), of(other)] as const
}

function onHome<Shown>(shown: Shown) {
  return { home: shown } satisfies Partial<Record<PageName, Shown>>
}
