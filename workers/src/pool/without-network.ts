// Loaded first in each thread of a reading process. Node's permission model does not hold the network before Node 25, so
// that what could reach it is taken away here, for good: the functions are replaced and the properties are closed.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

function refuse(): never {
  throw Object.assign(new Error('reading papers takes no network'), { code: 'ERR_ACCESS_DENIED' });
}

function takeAway(owner: object, names: readonly string[]): void {
  for (const name of names)
    Object.defineProperty(owner, name, { value: refuse, writable: false, configurable: false, enumerable: true });
}

function functionsOf(owner: object): string[] {
  return Object.getOwnPropertyNames(owner).filter((name) => {
    const value: unknown = Object.getOwnPropertyDescriptor(owner, name)?.value;
    return typeof value === 'function' && name !== 'constructor';
  });
}

// HTTP, TLS, `fetch` and web sockets all connect by these.
takeAway(net.Socket.prototype, ['connect']);
takeAway(net.Server.prototype, ['listen']);
takeAway(dgram.Socket.prototype, ['bind', 'connect', 'send']);
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  takeAway(
    owner,
    functionsOf(owner).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
  );
syncBuiltinESMExports();
