/**
 * What makes a terminal do something, or show text in another order than it stands: control characters but for the end of
 * a line and the tabulator, and marks that turn the direction of writing.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const UNSAFE = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text of papers that is safe on a terminal; each such character becomes U+FFFD, so that offsets stay right. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}

/** JSON that is safe on a terminal and says the same: such characters stand in it as escapes. */
export function safeJson(json: string): string {
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
