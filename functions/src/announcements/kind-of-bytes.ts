import type { FileKind } from '@gongzhi/shared/announcements/files';

const startsWith = (bytes: Buffer, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record and the longest comment it may have (PKWARE APPNOTE 4.3.16). */
const MOST_END = 22 + 65_535;

/** The names in a zip's directory; nothing when it has none that can be read. */
const namesIn = (bytes: Buffer): string[] => {
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - MOST_END) && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return [];
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= end && bytes.readUInt32LE(at) === ENTRY) {
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
};

/** An Office document by its main part (ECMA-376 part 2); one with macros is none. */
const officeOf = (bytes: Buffer): FileKind | undefined => {
  const names = namesIn(bytes);
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject\.bin$/i.test(name))) return undefined;
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : undefined;
};

/** What a file is by its bytes, whatever it is called; nothing when it is none of those that may be attached. */
export const kindOfBytes = (bytes: Buffer): FileKind | undefined => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, PNG)) return 'png';
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return 'pdf';
  return startsWith(bytes, ZIP) ? officeOf(bytes) : undefined;
};
