import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

/** Names by statistical division code, as the national list has them. */
export interface Division {
  street: string;
  /** Of the community, for a code of 12 digits. */
  community?: string;
}
export type FindDivision = (code: string) => Promise<Division | undefined>;

const unpack = promisify(brotliDecompress);
const FOLDER = join(__dirname, 'assets', 'divisions');

const readProvince = async (province: string): Promise<string> => {
  try {
    return `\n${(await unpack(await readFile(join(FOLDER, `${province}.br`)))).toString()}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

const lineAfter = (text: string, start: string, from: number): { text: string; end: number } | undefined => {
  const at = text.indexOf(start, from);
  if (at < 0) return undefined;
  const end = text.indexOf('\n', at + start.length);
  return { text: text.slice(at + start.length, end), end };
};

/** Looks a street (9 digits) or community (12) up in its province's file, which is opened only then. */
export const findDivision: FindDivision = async (code) => {
  const list = await readProvince(code.slice(0, 2));
  const street = lineAfter(list, `\n${code.slice(0, 9)} `, 0);
  if (!street || code.length === 9) return street && { street: street.text };
  const nextStreet = /\n\d/g;
  nextStreet.lastIndex = street.end;
  const below = list.slice(street.end, nextStreet.exec(list)?.index ?? list.length);
  const community = lineAfter(`${below}\n`, `\n ${code.slice(9)}`, 0);
  return community && { street: street.text, community: community.text };
};
