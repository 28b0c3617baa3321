import { onlyOrientation, orientationIn } from './orientation-in';

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
/** Where a segment with a length ends, its compressed data with it. */
const endOf = (bytes: Buffer, from: number, marker: number): number | undefined => {
  if (from + 4 > bytes.length) return undefined;
  const head = from + 2 + bytes.readUInt16BE(from + 2);
  if (head > bytes.length) return undefined;
  return marker === SOS ? endOfScan(bytes, head) : head;
};
const segmentAt = (bytes: Buffer, begin: number): Segment | undefined => {
  let from = begin;
  // any number of fill bytes may stand before a marker
  while (bytes[from] === 0xff && bytes[from + 1] === 0xff) from += 1;
  if (bytes[from] !== 0xff) return undefined;
  const marker = bytes[from + 1] ?? 0;
  const to = marker === EOI || isAlone(marker) ? from + 2 : endOf(bytes, from, marker);
  return to === undefined ? undefined : { marker, from, to };
};

const isProfile = (bytes: Buffer, { from }: Segment) => bytes.toString('latin1', from + 4, from + 15) === 'ICC_PROFILE';
/** What a picture is drawn from: no Exif, XMP, IPTC, comments, thumbnails or second pictures. */
const stays = (bytes: Buffer, segment: Segment): boolean => {
  const { marker } = segment;
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  return marker === APP0 || marker === APP14 || (marker === APP2 && isProfile(bytes, segment));
};

/** All segments up to the end of the picture; nothing when it is broken. */
const segmentsIn = (bytes: Buffer): Segment[] | undefined => {
  const all: Segment[] = [];
  for (let at = 2; ;) {
    const segment = segmentAt(bytes, at);
    if (!segment) return undefined;
    all.push(segment);
    if (segment.marker === EOI) return all;
    at = segment.to;
  }
};

/** A JPEG without what a camera or a program wrote beside the picture; its picture stays byte for byte. Nothing when it is broken. */
export const stripJpeg = (bytes: Buffer): Buffer | undefined => {
  const all = segmentsIn(bytes);
  if (!all?.some(({ marker }) => marker === SOS)) return undefined;
  const partOf = ({ from, to }: Segment) => bytes.subarray(from, to);
  const kept = all.filter((segment) => stays(bytes, segment)).map(partOf);
  const exif = all.filter(({ marker }) => marker === APP1).map((segment) => orientationIn(partOf(segment).subarray(4)));
  const held = exif.find((orientation) => orientation !== undefined);
  // Behind JFIF's own segment, which must be the first.
  const after = kept[0]?.[1] === APP0 ? 1 : 0;
  const own = held === undefined ? [] : [onlyOrientation(held)];
  return Buffer.concat([bytes.subarray(0, 2), ...kept.slice(0, after), ...own, ...kept.slice(after)]);
};
