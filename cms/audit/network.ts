import { isIP } from 'node:net'
import { networkOf } from '#cms/access/network.ts'

/**
 * The network that is kept for 400 days: the first three numbers of an IPv4 address, the first 64
 * bits of an IPv6 one. Enough to tell the office from elsewhere, too little to tell a household.
 * `null` where no address is known.
 */
export function auditedNetwork(address: string): string | null {
  if (address === '') return null
  return isIP(address) === 4 ? address.replace(/\d+$/, '0/24') : networkOf(address)
}
