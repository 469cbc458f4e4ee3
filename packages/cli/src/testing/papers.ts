/** A paper of our own with prose and a table. */
export const REPORT = `# Quarterly crime report

## Westmarch Police and Crime Panel, 4 July 2019

There were 1,234 burglaries in the 12 months to 30 June 2019. Robbery fell by 12%.

| Offence | Apr - Jun 2018 | Apr - Jun 2019 |
| --- | --- | --- |
| Robbery | 120 | 130 |
| Theft | 2,400 | 2,100 |
`;

/** A paper without a figure. */
export const MINUTES = '# Minutes\n\nThe chair opened the meeting and thanked the clerk.\n';

/** Bytes that look like nothing at all; the same on every run. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 12_345;
  for (let index = 0; index < length; index += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    bytes[index] = state >> 16;
  }
  return bytes;
}

/** A PNG of one pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A whole ZIP that holds `hello.txt` and is no DOCX. */
export const ARCHIVE = Buffer.from(
  'UEsDBBQAAAAAAAAAIQAgMDo2BgAAAAYAAAAJAAAAaGVsbG8udHh0aGVsbG8KUEsBAhQDFAAAAAAAAAAhACAwOjYGAAAABgAAAAkAAAAAAAAAAAAAAIABAAAAAGhlbGxvLnR4dFBLBQYAAAAAAQABADcAAAAtAAAAAAA=',
  'base64',
);
