export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Bytes that follow this first byte of a UTF-8 character; -1 where none can start. */
const following = (byte: number): number => {
  if (byte < 0x80) return 0;
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : -1;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; at += 1) {
    let more = following(bytes[at] as number);
    if (more < 0) return false;
    for (; more > 0; more -= 1) if (((bytes[(at += 1)] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
};

const SAMPLE = 4096;
/** Text holds no zero bytes except in UTF-16, where the digits and commas of a table have one each, all on the same side. */
const withZeros = (bytes: Uint8Array): Encoding | undefined => {
  const zeros = [0, 0];
  bytes.subarray(0, SAMPLE).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

const MARKS: readonly (readonly [encoding: Encoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding of a text file: by its mark, by its zero bytes, by being UTF-8 throughout; else the Chinese one of Excel and WPS. */
export const encodingOf = (bytes: Uint8Array): { encoding: Encoding; mark: number } => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return { encoding: marked[0], mark: marked[1].length };
  return { encoding: withZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030'), mark: 0 };
};

/** How bytes become text where the platform has no TextDecoder, as on WeChat. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => Promise<string | undefined>;

/** UTF-8 without tables, in parts: a call takes only so many arguments. */
const PART = 8_192;
export const decodePlain: Decode = async (bytes, encoding) => {
  if (encoding !== 'utf-8') return undefined;
  let escaped = '';
  for (let at = 0; at < bytes.length; at += PART)
    escaped += Array.from(bytes.subarray(at, at + PART), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return decodeURIComponent(escaped);
};

// Control characters other than tab, line feed and return, and what stands for bytes that mean nothing.
const NONSENSE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]/g;
const OFTEN = 1000;

/**
 * The text of the bytes, or undefined when they are no text (more than one character in a thousand means nothing), or in
 * an encoding that cannot be read here. `elsewhere`: how it is read without a TextDecoder.
 */
export const decodeText = async (bytes: Uint8Array, elsewhere: Decode): Promise<string | undefined> => {
  const { encoding, mark } = encodingOf(bytes);
  const body = bytes.subarray(mark);
  const known = typeof TextDecoder !== 'undefined';
  const text = known ? new TextDecoder(encoding).decode(body) : await elsewhere(body, encoding);
  if (text === undefined) return undefined;
  return (text.match(NONSENSE)?.length ?? 0) * OFTEN > text.length ? undefined : text;
};
