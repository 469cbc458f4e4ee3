/** One line of a file: offsets of its text without the line end. */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: match.index, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length, text: text.slice(start) });
  return lines;
}

/** Runs of lines that no blank line interrupts; a line of tabs alone is blank. */
export function lineGroups(lines: readonly SourceLine[]): SourceLine[][] {
  const groups: SourceLine[][] = [];
  let group: SourceLine[] = [];
  for (const line of lines) {
    if (line.text.trim() !== '') group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
