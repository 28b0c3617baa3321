import fc from 'fast-check';
import { stripJpeg } from './strip-jpeg';
import { stripPng } from './strip-png';

const segment = (marker: number, payload: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
};
const tiff = (little: boolean, orientation: number): Buffer => {
  const b = Buffer.alloc(26);
  b.write(little ? 'II' : 'MM', 0, 'latin1');
  const [u16, u32] = little
    ? [(v: number, at: number) => b.writeUInt16LE(v, at), (v: number, at: number) => b.writeUInt32LE(v, at)]
    : [(v: number, at: number) => b.writeUInt16BE(v, at), (v: number, at: number) => b.writeUInt32BE(v, at)];
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(orientation, 18);
  return b;
};
const exif = (orientation: number, little = true) =>
  segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(little, orientation), Buffer.from('GPS 30.25N 120.17E')]),
  );
const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const TABLE = segment(0xdb, Buffer.alloc(65, 7));
const FRAME = segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
const SCAN = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
const PROFILE = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01abc', 'latin1'));
const data = Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 5]);
const jpeg = (...parts: Buffer[]) => Buffer.concat([SOI, ...parts, TABLE, FRAME, SCAN, data, EOI]);

test('what a camera wrote is gone, place first; the picture stays byte for byte', () => {
  const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>浙江杭州</x>'));
  const photo = jpeg(
    JFIF,
    exif(1),
    xmp,
    segment(0xed, Buffer.from('Photoshop')),
    PROFILE,
    segment(0xfe, Buffer.from('note')),
  );
  const clean = stripJpeg(photo);
  expect(clean?.equals(jpeg(JFIF, PROFILE))).toBe(true);
  expect(clean?.includes('GPS') || clean?.includes('Exif')).toBe(false);
});

test.each([
  [6, true],
  [3, false],
  [8, true],
])('how the camera was held (%d) is kept, and nothing else of it', (orientation, little) => {
  const clean = stripJpeg(jpeg(JFIF, exif(orientation, little)))!;
  expect(clean.subarray(2, 2 + JFIF.length).equals(JFIF)).toBe(true);
  expect(clean.length).toBe(jpeg(JFIF).length + 36);
  expect(clean.includes('GPS')).toBe(false);
  // what was kept says the same when it is read again, and is kept the same
  expect(stripJpeg(clean)?.equals(clean)).toBe(true);
  expect(clean[2 + JFIF.length + 28]).toBe(orientation);
});

test('a second picture behind the first goes with it', () => {
  const photo = Buffer.concat([jpeg(JFIF), jpeg(exif(1))]);
  expect(stripJpeg(photo)?.equals(jpeg(JFIF))).toBe(true);
});

test('several scans, as progressive pictures have them, stay', () => {
  const huffman = segment(0xc4, Buffer.alloc(20, 1));
  const progressive = Buffer.concat([SOI, TABLE, FRAME, SCAN, data, huffman, SCAN, data, EOI]);
  expect(stripJpeg(progressive)?.equals(progressive)).toBe(true);
});

test.each([
  ['nothing behind its head', SOI],
  ['no end', Buffer.concat([SOI, JFIF, TABLE, SCAN, data])],
  ['no scan', Buffer.concat([SOI, JFIF, EOI])],
  ['a length that leads outside', Buffer.concat([SOI, Buffer.from([0xff, 0xe0, 0xff, 0xff, 1])])],
  ['something between segments', Buffer.concat([SOI, Buffer.from('abc'), EOI])],
])('a broken one is none: %s', (_, bytes) => expect(stripJpeg(bytes)).toBeUndefined());

test('any data of a scan comes through as it was', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.uint8Array({ maxLength: 60 }), (raw, secret) => {
      // stuffed as an encoder does
      const stuffed = Buffer.from([...raw].flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
      const whole = (...parts: Buffer[]) => Buffer.concat([SOI, ...parts, TABLE, SCAN, stuffed, EOI]);
      expect(stripJpeg(whole(JFIF, segment(0xe1, Buffer.from(secret))))?.equals(whole(JFIF))).toBe(true);
    }),
  ));

test('no bytes make it throw', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (raw) => {
      for (const magic of [SOI, jpeg().subarray(0, 90)]) stripJpeg(Buffer.concat([magic, Buffer.from(raw)]));
      stripPng(Buffer.concat([PNG, Buffer.from(raw)]));
    }),
  ));

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const chunk = (name: string, payload = Buffer.alloc(4)): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(payload.length, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, payload, Buffer.alloc(4, 9)]);
};
const png = (...more: Buffer[]) =>
  Buffer.concat([PNG, chunk('IHDR', Buffer.alloc(13)), ...more, chunk('IDAT'), chunk('IEND', Buffer.alloc(0))]);

test('texts, Exif and times of a PNG are gone, its colours stay', () => {
  const full = png(
    chunk('gAMA'),
    chunk('eXIf', Buffer.from('GPS')),
    chunk('tEXt', Buffer.from('Author')),
    chunk('tIME'),
  );
  expect(stripPng(Buffer.concat([full, Buffer.from('behind')]))?.equals(png(chunk('gAMA')))).toBe(true);
});
test('a PNG that was cut off is none', () => {
  expect(stripPng(png().subarray(0, 40))).toBeUndefined();
  expect(stripPng(PNG)).toBeUndefined();
});
