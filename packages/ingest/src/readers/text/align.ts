import type { Mark, Place, Text } from '@scrutineer/model';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { piece } from './pieces.ts';

export interface Alignment {
  readonly pieces: readonly Text[];
  /** Offset in the source after the last character that was used. */
  readonly end: number;
}

interface Step {
  /** Characters of the value and of the source that this step uses. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Farthest the aligner looks ahead for a character that should have come next: markup between two words is shorter. */
const LOOK_AHEAD = 200;

/**
 * Finds where a decoded value stands in its source, and cuts it into pieces: verbatim runs as they are, and what the
 * source writes otherwise (an entity, an escape, a line break with its indentation) as pieces of one character.
 *
 * @param value text as decoded by a parser
 * @param source the whole file
 * @param start offset in the source where the value begins
 * @param lineBreak what a line break of the source reads as
 */
export function align(
  value: string,
  source: string,
  start: number,
  options: {
    readonly marks?: readonly Mark[];
    readonly placeAt: (offset: number) => Place;
    readonly lineBreak: ' ' | '\n';
    /** Markdown has backslash escapes, and its parser drops the indentation of a line. */
    readonly syntax: 'markdown' | 'html';
  },
): Alignment {
  const pieces: Text[] = [];
  let run: Step | null = null;
  const flush = () => {
    if (run) pieces.push(piece(run.value, run, options.placeAt(run.start), options.marks));
    run = null;
  };
  let offset = start;
  for (let index = 0; index < value.length; ) {
    const step = nextStep(value, index, source, offset, options.syntax);
    const verbatim = step.value === source.slice(step.start, step.end) && !/[\r\n]/.test(step.value);
    if (verbatim) {
      if (run && run.end !== step.start) flush();
      run = run ? extend(run, step) : step;
    } else {
      flush();
      const shown = /[\r\n]/.test(step.value) ? options.lineBreak : step.value;
      pieces.push(piece(shown, step, options.placeAt(step.start), options.marks));
    }
    index += step.value.length;
    offset = step.end;
  }
  flush();
  return { pieces: pieces.map(withSpanOnly), end: offset };
}

function extend(run: Step, step: Step): Step {
  return { value: run.value + step.value, start: run.start, end: step.end };
}

function withSpanOnly(text: Text): Text {
  return { ...text, span: { start: text.span.start, end: text.span.end } };
}

function nextStep(value: string, index: number, source: string, offset: number, syntax: 'markdown' | 'html'): Step {
  const wanted = value[index]!;
  if (wanted === '\n' || wanted === '\r') return lineBreakStep(value, index, source, offset, syntax);
  const written = source[offset];
  if (syntax === 'markdown' && written === '\\' && source[offset + 1] === wanted && /[!-/:-@[-`{-~]/.test(wanted)) {
    return { value: wanted, start: offset, end: offset + 2 };
  }
  if (written === '&') {
    const entity = entityAt(source, offset);
    if (entity && value.startsWith(entity.decoded, index)) {
      return { value: entity.decoded, start: offset, end: offset + entity.length };
    }
  }
  if (written === wanted) return plainRun(value, index, source, offset);
  const found = source.slice(offset, offset + LOOK_AHEAD).indexOf(wanted);
  const start = found >= 0 ? offset + found : offset;
  return { value: wanted, start, end: Math.min(start + 1, source.length) };
}

/** The longest run of characters that no escape, entity or line break can interrupt. */
function plainRun(value: string, index: number, source: string, offset: number): Step {
  let length = 1;
  while (index + length < value.length && value[index + length] === source[offset + length]) {
    if (/[&\\\r\n]/.test(value[index + length]!)) break;
    length += 1;
  }
  return { value: value.slice(index, index + length), start: offset, end: offset + length };
}

function lineBreakStep(value: string, index: number, source: string, offset: number, syntax: string): Step {
  const breakPattern = syntax === 'markdown' ? /[ \t]*(?:\r\n|\n|\r)[ \t]*(?:>[ \t]*)*/y : /\r\n|\n|\r/y;
  breakPattern.lastIndex = offset;
  const match = breakPattern.exec(source);
  const read = value.startsWith('\r\n', index) ? '\r\n' : value[index]!;
  return { value: read, start: offset, end: match ? offset + match[0].length : offset };
}

function entityAt(source: string, offset: number): { decoded: string; length: number } | null {
  const pattern = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));?/y;
  pattern.lastIndex = offset;
  const match = pattern.exec(source);
  if (!match) return null;
  const [whole, decimal, hex, name] = match;
  if (name) {
    const decoded = decodeNamedCharacterReference(name);
    return decoded ? { decoded, length: whole.length } : null;
  }
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16);
  return { decoded: decodeCode(code), length: whole.length };
}

/** Codes 0x80 to 0x9f are windows-1252 in HTML, and so in practice in Markdown. */
function decodeCode(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(new Uint8Array([code]));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
