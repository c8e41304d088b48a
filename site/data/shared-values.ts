import type { PageContext } from './page-context.ts'

/**
 * Loads something that all pages share: from what this process keeps, and where nothing is kept
 * (for a preview) once a page, however many parts of it ask.
 */
export function shared<Value>(name: string, load: (page: PageContext) => Promise<Value>) {
  const loading = new WeakMap<PageContext, Promise<Value>>()
  return (page: PageContext): Promise<Value> => {
    const known = loading.get(page)
    if (known) return known
    const value = page.kept ? page.kept.share(page, name, load) : load(page)
    loading.set(page, value)
    return value
  }
}
