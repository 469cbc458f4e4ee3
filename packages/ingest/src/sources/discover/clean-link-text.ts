/** What publishing systems add to the text of a link: kind and size of the file, keys, advice. Each blank is one. */
const ADDITIONS: readonly RegExp[] = [
  / ?[[(]?\b(?:pdf|docx?|word)\b,?(?: ?(?:document|file),?)? ?[\d.,]+ ?[kmg]i?b(?:ytes)?\b[\])]?/gi,
  / ?[[(][\d.,]+ ?[kmg]b,? ?(?:pdf|docx?)[\])]/gi,
  / ?[[(] ?(?:pdf|docx?|word) ?[\])]/gi,
  / ?\bref: ?\d+/gi,
  / ?[[(]?\bopens? in (?:a )?new (?:window|tab)\b[\])]?/gi,
  /^ ?(?:view|download) (?:the )?(?=\S)/i,
];

/** The text of a link as a title; null where nothing is left. */
export function cleanLinkText(text: string): string | null {
  const oneBlank = (words: string) => words.replace(/\s+/g, ' ');
  return ADDITIONS.reduce((rest, addition) => oneBlank(rest.replace(addition, ' ')), oneBlank(text)).trim() || null;
}
