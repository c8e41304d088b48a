import { pageNumber } from '#shared/routes.ts'

/** A path of slugs that may end in `trang-N`, as the list's path and its page. */
export function splitPage(path: string): { list: string; number: number } {
  const segments = path.split('/')
  const number = pageNumber(segments.at(-1))
  return number ? { list: segments.slice(0, -1).join('/'), number } : { list: path, number: 1 }
}

/** The page number of a query; the first one for anything that is not a page. */
export function queryPage(query: URLSearchParams): number {
  const text = query.get('trang') ?? ''
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}
