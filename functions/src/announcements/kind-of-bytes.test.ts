import fc from 'fast-check';
import { kindOfBytes } from './kind-of-bytes';

/** A zip with these names, empty files all. */
const zip = (...names: string[]): Buffer => {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  for (const name of names) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name));
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(name.length, 28);
    entries.push(entry, Buffer.from(name));
  }
  const [body, directory] = [Buffer.concat(locals), Buffer.concat(entries)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, directory, end]);
};
const TYPES = '[Content_Types].xml';

test.each([
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
  ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'png'],
  ['PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
  ['Word', zip(TYPES, 'word/document.xml'), 'docx'],
  ['Excel', zip(TYPES, 'xl/workbook.xml'), 'xlsx'],
  ['Word with macros', zip(TYPES, 'word/document.xml', 'word/vbaProject.bin'), undefined],
  ['PowerPoint', zip(TYPES, 'ppt/presentation.xml'), undefined],
  ['any zip', zip('a.txt'), undefined],
  ['a zip that was cut off', zip(TYPES, 'word/document.xml').subarray(0, 60), undefined],
  ['GIF', Buffer.from('GIF89a'), undefined],
  ['SVG', Buffer.from('<svg onload="alert(1)"/>'), undefined],
  ['HTML', Buffer.from('<!doctype html>'), undefined],
  ['a programme', Buffer.from('MZ'), undefined],
  ['WebP', Buffer.from('RIFF0000WEBPVP8 '), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('%s', (_, bytes, kind) => expect(kindOfBytes(bytes)).toBe(kind));

test('no bytes make it throw', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
      kindOfBytes(Buffer.from(raw));
      kindOfBytes(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(raw)]));
      kindOfBytes(Buffer.concat([zip(TYPES).subarray(0, -10), Buffer.from(raw)]));
    }),
  ));
