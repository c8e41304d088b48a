import { BadRequest } from './bad-request.ts'

/** Deeper than any text that an editor can write (lists within tables within lists). */
const DEEPEST = 100
const NEVER = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Checks what every body must be before its fields are looked at: no names that mean something to
 * JavaScript itself, and not so deep that walking it would exhaust the stack.
 * @throws BadRequest that names the place
 */
export function checkShape(value: unknown, path = '', depth = 0): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > DEEPEST) throw new BadRequest({ message: 'Nội dung lồng nhau quá sâu.', path })
  for (const [name, part] of Object.entries(value)) {
    const here = path === '' ? name : `${path}.${name}`
    if (NEVER.has(name)) throw new BadRequest({ message: `Không có trường “${here}”.`, path: here })
    checkShape(part, here, depth + 1)
  }
}
