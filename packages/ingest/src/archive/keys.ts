/**
 * Where an archive keeps bytes, whatever it is made of: `ab/cd/abcd…`.
 *
 * @param id sha256 of the bytes, hex
 * @throws RangeError where it is none: no path can leave the archive
 */
export function keyOf(id: string): string {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new RangeError(`not the hex sha256 of a paper: ${id}`);
  return `${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`;
}

/** Where an archive keeps what has the name `folder/abcd…`: `folder/ab/cd/abcd…`. @throws RangeError where it is none */
export function keyOfName(name: string): string {
  const [, folder, rest] = /^([a-z]+)\/([0-9A-Za-z][0-9A-Za-z.-]{3,})$/.exec(name) ?? [];
  if (!folder || !rest || rest.slice(0, 4).includes('.')) throw new RangeError(`not a name in an archive: ${name}`);
  return `${folder}/${rest.slice(0, 2)}/${rest.slice(2, 4)}/${rest}`;
}
