/** Whether a web address is that of a file that can be a paper, by its name. */
export function isPaperUrl({ pathname }: URL): boolean {
  return /\.(?:pdf|docx|md|markdown)$/i.test(pathname) || /\/documents\/s\d+/i.test(pathname);
}

/** Hosts that differ by `www.` alone are one site. */
export function isSameSite(a: URL, b: URL): boolean {
  const bare = ({ host }: URL) => host.replace(/^www\./, '');
  return bare(a) === bare(b);
}
