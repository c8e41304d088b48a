import type { PayloadRequest } from 'payload'

/** A text of a request's body; empty where it sends something else. */
export function textOf(req: PayloadRequest, name: string): string {
  const value: unknown = req.data?.[name]
  return typeof value === 'string' ? value : ''
}
