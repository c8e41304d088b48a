import type { PageName } from './pages.ts'

/** Pages that show nothing of a collection or global: its saves leave them in the cache. */
export const UNTOUCHED: Readonly<Record<string, readonly PageName[]>> = {
  news: ['document', 'products', 'product', 'programmes', 'questions', 'question', 'static page'],
  documents: ['untouched article', 'news', 'products', 'product', 'questions', 'static page'],
  products: ['news', 'article', 'documents', 'document', 'programmes', 'questions', 'static page'],
  producers: ['news', 'article', 'documents', 'document', 'programmes', 'static page'],
  programmes: ['news', 'article', 'documents', 'document', 'products', 'questions'],
  // Menus lead to it, and they are on every page.
  pages: ['feed'],
  questions: ['news', 'article', 'documents', 'products', 'programmes', 'static page'],
  comments: ['article beside it', 'news', 'documents', 'products', 'static page', 'sitemap'],
  // All pages about news show the categories.
  categories: ['documents', 'document', 'products', 'programmes', 'questions', 'static page'],
  topics: ['untouched article', 'news', 'documents', 'products', 'programmes', 'static page'],
  // The emblem is on every page.
  media: ['sitemap'],
  files: ['untouched article', 'other document', 'news', 'documents', 'products', 'questions'],
  redirects: ['home', 'news', 'article', 'document', 'product', 'sitemap'],
  'site-settings': ['sitemap'],
  navigation: ['sitemap', 'feed'],
  'home-page': ['news', 'article', 'documents', 'document', 'products', 'sitemap'],
}
