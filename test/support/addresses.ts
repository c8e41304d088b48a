import { randomInt } from 'node:crypto'

/**
 * Headers with which a request comes from an address that no other test has: portals under test
 * believe this machine as their proxy, and each address may send only a few forms.
 */
export function fromAnotherAddress(): Record<string, string> {
  const part = () => randomInt(1, 255)
  return { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` }
}
