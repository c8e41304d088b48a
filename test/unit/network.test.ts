import { expect, test } from 'vitest'
import { networkOf } from '#cms/access/network.ts'

test.each([
  ['an IPv4 address stands for itself', '198.51.100.7', '198.51.100.7'],
  ['IPv6 counts by its first 64 bits', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['a short spelling is the same network', '2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['zeros that stand in the prefix are kept', '2001:db8::9', '2001:db8:0:0::/64'],
  ['leading zeros and capitals make no difference', '2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['the loopback has one', '::1', '0:0:0:0::/64'],
  ['a zone is no part of it', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['a dotted end is two groups', '64:ff9b::198.51.100.7', '64:ff9b:0:0::/64'],
  ['what is no address stays what it is', '', ''],
])('%s', (_, address, network) => {
  expect(networkOf(address)).toBe(network)
})
