/** A marker segment of a JPEG (ITU T.81, B.1.1): its marker, and where it begins and ends. */
interface Segment {
  marker: number;
  from: number;
  to: number;
}
const [SOI, EOI, SOS, COM, TEM] = [0xd8, 0xd9, 0xda, 0xfe, 0x01] as const;
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef] as const;
const isAlone = (marker: number) => marker === TEM || (marker >= 0xd0 && marker <= SOI);
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Where compressed data ends: at the next marker that is no restart and no stuffed byte. */
const endOfScan = (bytes: Buffer, from: number): number => {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at += next === 0xff ? 1 : 2;
  }
};
const segmentAt = (bytes: Buffer, from: number): Segment | undefined => {
  if (bytes[from] !== 0xff) return undefined;
  const marker = bytes[from + 1] ?? 0;
  if (marker === 0xff) return segmentAt(bytes, from + 1);
  if (marker === EOI || isAlone(marker)) return { marker, from, to: from + 2 };
  if (from + 4 > bytes.length) return undefined;
  const head = from + 2 + bytes.readUInt16BE(from + 2);
  if (head > bytes.length) return undefined;
  return { marker, from, to: marker === SOS ? endOfScan(bytes, head) : head };
};

const ORIENTATION = 0x0112;
/** How a camera was held (2 to 8), as Exif says it in its first directory; nothing when upright or not said. */
const orientationIn = (exif: Buffer): number | undefined => {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 20) return undefined;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const [u16, u32] = little
    ? [(at: number) => tiff.readUInt16LE(at), (at: number) => tiff.readUInt32LE(at)]
    : [(at: number) => tiff.readUInt16BE(at), (at: number) => tiff.readUInt32BE(at)];
  const directory = u32(4);
  if (directory + 2 > tiff.length) return undefined;
  for (let i = 0, at = directory + 2; i < u16(directory) && at + 12 <= tiff.length; i += 1, at += 12)
    if (u16(at) === ORIENTATION) return u16(at + 8) >= 2 && u16(at + 8) <= 8 ? u16(at + 8) : undefined;
  return undefined;
};
/** An Exif segment that says how the camera was held and nothing else: without it the picture would lie on its side. */
const onlyOrientation = (orientation: number): Buffer => {
  const head = Buffer.from(
    'ffe1002245786966000049492a00080000000100120103000100000000000000000000000000'.slice(0, 72),
    'hex',
  );
  head.writeUInt16LE(orientation, 28);
  return head;
};

const isProfile = (bytes: Buffer, { from }: Segment) => bytes.toString('latin1', from + 4, from + 15) === 'ICC_PROFILE';
/** What a picture is drawn from: no Exif, XMP, IPTC, comments, thumbnails or second pictures. */
const stays = (bytes: Buffer, segment: Segment): boolean => {
  const { marker } = segment;
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  return marker === APP0 || marker === APP14 || (marker === APP2 && isProfile(bytes, segment));
};

/** A JPEG without what a camera or a program wrote beside the picture; its picture stays byte for byte. Nothing when it is broken. */
export const stripJpeg = (bytes: Buffer): Buffer | undefined => {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let [at, held]: [number, number | undefined] = [2, undefined];
  let scanned = false;
  for (;;) {
    const segment = segmentAt(bytes, at);
    if (!segment) return undefined;
    const part = bytes.subarray(segment.from, segment.to);
    if (segment.marker === APP1) held ??= orientationIn(part.subarray(4));
    if (stays(bytes, segment)) kept.push(part);
    scanned ||= segment.marker === SOS;
    at = segment.to;
    if (segment.marker === EOI) break;
  }
  if (!scanned) return undefined;
  // Behind JFIF's own segment, which must be the first.
  const after = kept[1]?.[1] === APP0 ? 2 : 1;
  return Buffer.concat([...kept.slice(0, after), ...(held ? [onlyOrientation(held)] : []), ...kept.slice(after)]);
};

/** Chunks a picture is drawn from (PNG third edition, 11); texts, Exif, times and what is unknown are not among them. */
const CHUNKS = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD cICP acTL fcTL fdAT'.split(' '));
/** A PNG without what was written beside the picture. Nothing when it is broken. */
export const stripPng = (bytes: Buffer): Buffer | undefined => {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const to = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (to > bytes.length) return undefined;
    if (CHUNKS.has(name)) kept.push(bytes.subarray(at, to));
    if (name === 'IEND') return kept.length > 2 ? Buffer.concat(kept) : undefined;
    at = to;
  }
  return undefined;
};
