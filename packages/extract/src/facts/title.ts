import type { Fact } from '@scrutineer/model';
import { findPeriods } from '../periods/find.ts';
import { type FrontLine, valueFact } from './front-matter.ts';

const LABELS = /^(?:title|title of (?:the )?report|report title|subject|report|name of report)$/;
const NO_TITLE =
  /^(?:item\b|agenda\b|appendix|annex|not protectively|official|restricted|protective marking|contact|report (?:of|by|author)|author|executive summary|summary|purpose|recommendation|introduction|background|meeting|date|part [i1]|confidential)/i;
const BODY_ONLY =
  /^(?:[\w',&\s-]*\b(?:panel|scrutiny meeting|scrutiny board|committee|board|constabulary|police|commissioner)[\s.]*)$/i;

/** The paper's title. */
export function readTitle(lines: readonly FrontLine[]): Fact<string> | null {
  const labelled = lines.find((line) => line.label !== null && LABELS.test(line.label) && line.text.length < 200);
  if (labelled) return valueFact(labelled);
  const candidates = lines.slice(0, 12).filter((line) => isTitle(line.text));
  const heading =
    candidates.find((line) => line.heading) ??
    candidates.find((line) => /report|update|performance|plan/i.test(line.text) && line.text.length < 120);
  return heading ? valueFact({ ...heading, label: null }) : null;
}

function isTitle(text: string): boolean {
  const plain = text.trim();
  if (plain.length < 6 || plain.length > 160 || NO_TITLE.test(plain) || /^\d+[.)]/.test(plain)) return false;
  if (BODY_ONLY.test(plain) && !/report|update|performance/i.test(plain)) return false;
  const dateOnly = findPeriods(plain).some((period) => period.end - period.start > plain.length - 12);
  return !dateOnly && /[a-z]{3}/i.test(plain);
}
