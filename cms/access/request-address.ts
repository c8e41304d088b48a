/**
 * The header in which the server of the cms tells the address of the client to the code behind it.
 * The server drops what a client writes there itself.
 */
export const ADDRESS_HEADER = 'x-portal-client-address'

/** The address of whoever sends a request; empty where no server of ours stood before it. */
export function requestAddress(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? ''
}
