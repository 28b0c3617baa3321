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
