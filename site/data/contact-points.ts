import type { Programme } from '#shared/payload-types.ts'

/** A person or an office to ask. */
export interface ContactPoint {
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  /** A web address that is safe to link to. */
  readonly website: string | null
  readonly address: string | null
}

/** Contacts as the editor keeps them; what is no web address is not linked. */
export function contactPoints(rows: Programme['contacts']): ContactPoint[] {
  return (rows ?? []).map(({ name, phone, email, website, address }) => ({
    name,
    phone: phone || null,
    email: email || null,
    website: webAddress(website),
    address: address || null,
  }))
}

function webAddress(typed: string | null | undefined): string | null {
  if (!typed) return null
  const url = URL.parse(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
