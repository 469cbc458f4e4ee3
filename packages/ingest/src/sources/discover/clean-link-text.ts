/** What publishing systems add to the text of a link: kind and size of the file, keys, advice. */
const ADDITIONS: readonly RegExp[] = [
  /\s*[[(]?\b(?:pdf|docx?|word)\b,?\s*(?:document|file)?,?\s*[\d.,]+\s*[kmg]i?b(?:ytes)?\b[\])]?/gi,
  /\s*[[(][\d.,]+\s*[kmg]b,?\s*(?:pdf|docx?)[\])]/gi,
  /\s*[[(]\s*(?:pdf|docx?|word)\s*[\])]/gi,
  /\s*\bref:\s*\d+/gi,
  /\s*[[(]?\bopens? in (?:a )?new (?:window|tab)\b[\])]?/gi,
  /^\s*(?:view|download)\s+(?:the\s+)?(?=\S)/i,
];

/** The text of a link as a title; null where nothing is left. */
export function cleanLinkText(text: string): string | null {
  const cleaned = ADDITIONS.reduce((rest, addition) => rest.replace(addition, ' '), text.replace(/\s+/g, ' '));
  return cleaned.replace(/\s+/g, ' ').trim() || null;
}
