/** Reads a TIFF's numbers in the order it says. */
const readerOf = (tiff: Buffer) =>
  tiff.toString('latin1', 0, 2) === 'II'
    ? { u16: (at: number) => tiff.readUInt16LE(at), u32: (at: number) => tiff.readUInt32LE(at) }
    : { u16: (at: number) => tiff.readUInt16BE(at), u32: (at: number) => tiff.readUInt32BE(at) };
const ORIENTATION = 0x0112;
const ENTRY = 12;
const isTurned = (value: number): boolean => value >= 2 && value <= 8;
/** The value of the orientation in the first directory; nothing when there is none. */
const valueIn = (tiff: Buffer): number | undefined => {
  const { u16, u32 } = readerOf(tiff);
  const directory = u32(4);
  if (directory + 2 > tiff.length) return undefined;
  const first = directory + 2;
  const last = Math.min(first + u16(directory) * ENTRY, tiff.length - ENTRY + 1);
  for (let at = first; at < last; at += ENTRY) if (u16(at) === ORIENTATION) return u16(at + 8);
  return undefined;
};
/** How a camera was held (2 to 8), as an Exif segment says it (Exif 2.32, 4.6.2); nothing when upright or not said. */
export const orientationIn = (exif: Buffer): number | undefined => {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 20) return undefined;
  const value = valueIn(exif.subarray(6));
  return value !== undefined && isTurned(value) ? value : undefined;
};
/** An Exif segment that says how the camera was held and nothing else: without it the picture would lie on its side. */
export const onlyOrientation = (orientation: number): Buffer => {
  const head = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex');
  head.writeUInt16LE(orientation, 28);
  return head;
};
