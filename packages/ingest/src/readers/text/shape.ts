/** Judgements on the shape of a text, shared by the readers and the repairs. */

const CONNECTORS = new Set(
  (
    'a an the of in on at to for from by with and or but as than that which who is are was were be been has have had ' +
    'will would this these those their its our his her no not all any each per'
  ).split(' '),
);

/** As much of a text's end as its last word and punctuation take, in characters: long texts are not searched whole. */
const TAIL = 100;

function tailOf(text: string): string {
  return text.slice(-TAIL).trimEnd();
}

/** Whether a text stops in the middle: no final punctuation. Brackets and quotation marks after it do not count. */
export function isUnfinished(text: string): boolean {
  return !/[.!?:;…]["'”’)\]]*$/.test(tailOf(text));
}

/** Whether a text ends where a sentence cannot: with a comma, a dash, an open bracket or a word such as "the". */
export function endsMidSentence(text: string): boolean {
  const trimmed = tailOf(text);
  if (/[,(\u2013\u2014/]$/.test(trimmed)) return true;
  const word = /(?<![A-Za-z])([A-Za-z]+)$/.exec(trimmed)?.[1];
  return word !== undefined && word === word.toLowerCase() && CONNECTORS.has(word);
}

export function startsLowerCase(text: string): boolean {
  return /^["'“‘(]?\p{Ll}/u.test(text.trimStart());
}

export function startsWithDigit(text: string): boolean {
  return /^[£$€(+-]?\d/.test(text.trimStart());
}

/** A marker such as "1.", "(a)", "iv)", "2.3" or a bullet, standing alone. */
export function isEnumerator(text: string): boolean {
  return /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[•▪◦‣·●○■□–*-])$/i.test(text.trim());
}

/** Whether a cell's text goes on with what the line above it began. */
export function continuesCell(above: string, below: string): boolean {
  if (startsLowerCase(below) || /^[(*%]/.test(below.trim())) return true;
  return endsMidSentence(above) || /[-&+]$/.test(above.trim()) || openBrackets(above) > 0;
}

function openBrackets(text: string): number {
  return (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0);
}
