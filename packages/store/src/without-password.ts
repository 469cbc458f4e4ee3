/** A URL without what nobody is to read: the password, and parameters that may hold one. A path as it is. */
export function withoutPassword(location: string): string {
  if (!location.includes('://')) return location;
  const url = URL.parse(location);
  return url ? `${url.protocol}//${url.username && `${url.username}@`}${url.host}${url.pathname}` : 'the URL given';
}
