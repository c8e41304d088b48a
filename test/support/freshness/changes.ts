import type { Change } from './change.ts'
import { DOCUMENTS } from './changes-of-documents.ts'
import {
  FILES,
  HOME_PAGE,
  MEDIA,
  NAVIGATION,
  REDIRECTS,
  SITE_SETTINGS,
} from './changes-of-frame.ts'
import { CATEGORIES, COMMENTS, NEWS } from './changes-of-news.ts'
import { PRODUCERS, PRODUCTS } from './changes-of-products.ts'
import { PROGRAMMES, QUESTIONS } from './changes-of-programmes.ts'

/** The fields of each collection and global whose type does not tell how to change them. */
export const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  news: NEWS,
  comments: COMMENTS,
  categories: CATEGORIES,
  documents: DOCUMENTS,
  products: PRODUCTS,
  producers: PRODUCERS,
  programmes: PROGRAMMES,
  questions: QUESTIONS,
  media: MEDIA,
  files: FILES,
  redirects: REDIRECTS,
  'site-settings': SITE_SETTINGS,
  navigation: NAVIGATION,
  'home-page': HOME_PAGE,
  pages: [
    {
      leaves: ['attachments'],
      data: () => ({ attachments: [] }),
      shows: (world) => ({
        'static page': [world.get('files')?.words.get('title') ?? '', null],
      }),
    },
  ],
}
