import type { Fact } from '@scrutineer/model';
import { type FrontLine, factAt, valueFact } from './front-matter.ts';

const LABELS = /^(?:report to|to|meeting|committee|body|report for|name of meeting|decision maker|presented to|forum)$/;
const NAMES =
  /\b(?:(?:[A-Z][\w'-]+\s+(?:(?:and|&)\s+(?=[A-Z]))?)*(?:Police(?:, Fire)? (?:and|&) Crime Panel|POLICE(?:, FIRE)? (?:AND|&) CRIME PANEL)|(?:Strategic|Public|Performance|Executive|Joint|Independent)?\s*(?:Scrutiny|SCRUTINY) (?:Meeting|Board|Panel|Committee|MEETING|BOARD|PANEL|COMMITTEE)|(?:(?:Public|Strategic|Strategy|Governance|Performance|Executive|Joint|Corporate)(?: and| &)? )*(?:Accountability|Assurance|Governance|Performance|Delivery) (?:Meeting|Board|Conference)|(?:Strategic )?Polic(?:e|ing) (?:and|&) Crime Board|(?:Joint )?Audit Committee)\b/;

/** The meeting or body that the paper goes to. */
export function readBody(lines: readonly FrontLine[]): Fact<string> | null {
  const labelled = lines.find((line) => line.label !== null && LABELS.test(line.label) && line.text.length < 120);
  if (labelled) return valueFact(labelled);
  for (const line of lines.slice(0, 12)) {
    const match = line.text.length < 160 ? NAMES.exec(line.text) : null;
    if (match)
      return factAt(
        match[0].replace(/\s+/g, ' ').trim(),
        line.leaf,
        match.index + leading(match[0]),
        match.index + match[0].length,
      );
  }
  return null;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}
