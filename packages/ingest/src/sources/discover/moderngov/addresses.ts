/** The parts of a ModernGov address that matter; names of parameters are told apart in no letter case. */
export interface ModernGovAddress {
  /** Where the site's pages are, with a slash at the end. */
  readonly base: URL;
  readonly committee: string | null;
  readonly meeting: string | null;
}

export function parseModernGov(address: string): ModernGovAddress {
  const url = new URL(address);
  const parameters = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const id = (...names: readonly string[]) =>
    names.flatMap((name) => /^\d+$/.exec(parameters.get(name) ?? '')?.[0] ?? [])[0] ?? null;
  return {
    base: new URL('.', `${url.origin}${url.pathname.replace(/\/mgwebservice\.asmx.*$/i, '/')}`),
    committee: id('cid', 'committeeid', 'lcommitteeid'),
    meeting: id('mid', 'meetingid', 'lmeetingid'),
  };
}

/** The key of one report, which stays when its name changes: `s12345`; null for other files. */
export function attachmentOf(url: URL): string | null {
  return /\/documents\/(s\d+)/i.exec(url.pathname)?.[1]?.toLowerCase() ?? null;
}

/** Whether a file is a whole meeting's papers in one, which its single reports repeat. */
export function isPack(url: URL): boolean {
  return /\/documents\/g\d+/i.test(url.pathname);
}
