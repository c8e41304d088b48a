import type { PageContext } from './page-context.ts'

/** Loads something once a page, however many parts of the page ask for it. */
export function oncePerPage<Value>(load: (page: PageContext) => Promise<Value>) {
  const loading = new WeakMap<PageContext, Promise<Value>>()
  return (page: PageContext): Promise<Value> => {
    const known = loading.get(page)
    if (known) return known
    const value = load(page)
    loading.set(page, value)
    return value
  }
}
