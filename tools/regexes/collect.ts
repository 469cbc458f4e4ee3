import { parseSync } from '@swc/core';

/** A regular expression as it stands in a source file. */
export interface FoundRegex {
  readonly file: string;
  /** With slashes and flags: `/\s+$/gm`; one that is put together as the program runs has null. */
  readonly literal: { readonly source: string; readonly flags: string } | null;
}

/**
 * The regular expressions of a TypeScript or JavaScript file: the literals, and the `RegExp(…)` of one string.
 *
 * @param file what it is called in what is told
 */
export function regexesIn(file: string, text: string): FoundRegex[] {
  const found: FoundRegex[] = [];
  const pending: unknown[] = [parseSync(text, { syntax: 'typescript', target: 'esnext' })];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== 'object' || node === null) continue;
    const regex = regexOf(node as Node);
    if (regex) found.push({ file, ...regex });
    pending.push(...Object.values(node));
  }
  return found;
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly pattern?: string;
  readonly flags?: string;
  readonly callee?: Node;
  readonly arguments?: readonly { readonly expression: Node }[];
}

function regexOf(node: Node): Pick<FoundRegex, 'literal'> | null {
  if (node.type === 'RegExpLiteral') return { literal: { source: node.pattern ?? '', flags: node.flags ?? '' } };
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
  if (!isCall || node.callee?.type !== 'Identifier' || node.callee.value !== 'RegExp') return null;
  const [pattern, flags] = (node.arguments ?? []).map(({ expression }) => expression);
  const isString = pattern?.type === 'StringLiteral' && (!flags || flags.type === 'StringLiteral');
  return { literal: isString ? { source: String(pattern.value), flags: String(flags?.value ?? '') } : null };
}
