import { BlockList, isIP } from 'node:net';

/**
 * IPv4 networks that are not the public internet.
 * Source: IANA IPv4 Special-Purpose Address Registry, multicast and reserved space.
 */
const SPECIAL_IPV4 = networks('ipv4', [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by providers
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, with the metadata services of clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 3], // multicast, reserved, broadcast
]);

/** All of the public IPv6 internet: loopback, local, mapped and translated addresses lie outside. */
const GLOBAL_IPV6 = networks('ipv6', [['2000::', 3]]);

/** Inside it: networks that lead elsewhere. Source: IANA IPv6 Special-Purpose Address Registry. */
const SPECIAL_IPV6 = networks('ipv6', [
  ['2001::', 23], // protocol assignments, Teredo
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which holds any IPv4 address
  ['3fff::', 20], // documentation
]);

/** Whether an address belongs to the public internet. @param address IPv4 or IPv6, without brackets */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !SPECIAL_IPV4.check(address, 'ipv4');
  if (version === 6) return GLOBAL_IPV6.check(address, 'ipv6') && !SPECIAL_IPV6.check(address, 'ipv6');
  return false;
}

function networks(
  family: 'ipv4' | 'ipv6',
  subnets: readonly (readonly [address: string, prefix: number])[],
): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, family);
  return list;
}
