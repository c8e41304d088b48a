import type { IncomingMessage } from 'node:http'

/** What each header looks like that Next parses and fails on where it is something else. */
const SHAPES: Readonly<Record<string, (value: string) => boolean>> = {
  'x-forwarded-host': (value) =>
    /^[\w.:[\]-]{1,255}$/.test(value) && URL.canParse(`http://${value}`),
  'x-forwarded-proto': (value) => /^https?$/.test(value),
  'x-forwarded-port': (value) => /^\d{1,5}$/.test(value),
  'next-router-state-tree': isTree,
  'next-router-prefetch': (value) => /^[012]$/.test(value),
  'next-router-segment-prefetch': (value) => /^\/[\w/$.!-]{0,500}$/.test(value),
  'next-url': (value) => /^\/[\w/.~-]{0,500}$/.test(value),
}

/** Takes out headers that do not have their shape, as if they had not been sent. */
export function dropOddHeaders({ headers }: IncomingMessage): void {
  for (const [name, hasShape] of Object.entries(SHAPES)) {
    const value = headers[name]
    if (value !== undefined && !(typeof value === 'string' && hasShape(value))) delete headers[name]
  }
}

/** Where a browser stands in the admin, as Next's router writes it: `[segment, { children: … }]`. */
function isTree(text: string): boolean {
  try {
    return text.length <= 8_192 && isState(JSON.parse(decodeURIComponent(text)), 0)
  } catch {
    return false
  }
}

function isState(state: unknown, depth: number): boolean {
  if (!Array.isArray(state) || depth > 50) return false
  const [segment, routes, ...rest] = state as unknown[]
  const isSegment =
    typeof segment === 'string' ||
    (Array.isArray(segment) && segment.slice(0, 3).every((part) => typeof part === 'string'))
  if (!isSegment || typeof routes !== 'object' || routes === null || Array.isArray(routes))
    return false
  return rest.length <= 4 && Object.values(routes).every((route) => isState(route, depth + 1))
}
