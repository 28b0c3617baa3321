import { strFromU8, unzipSync } from 'fflate';
import { dateFormats, shownNumber } from './shown-number';

/** So many bytes of one part of a workbook, unpacked: a ledger of 20,000 rows has a tenth of it. Source: our own decision, 2026-11-27. */
const MOST_BYTES = 40 * 1024 * 1024;
const WANTED = /^xl\/(workbook|sharedStrings|styles|worksheets\/sheet\d+)\.xml$/;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code ? String.fromCodePoint(code) : (ENTITIES[name] ?? whole);
  });
/** The text in an element: its `t` parts, without those that say how it is pronounced. */
const textIn = (xml: string): string =>
  [
    ...xml
      .replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '')
      .matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g),
  ]
    .map(([, text = '']) => plain(text))
    .join('');
const attribute = (head: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1] ?? '';
const columnOf = (reference: string): number =>
  [...reference.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

interface Book {
  texts: readonly string[];
  /** How each style shows a number. */
  formats: ReturnType<typeof dateFormats>;
}
/** A cell without a type is a number. */
const numberText = (value: string, head: string, { formats }: Book): string =>
  shownNumber(value, formats[Number(attribute(head, 's') || '0')]);
const cellText = (head: string, body: string, book: Book): string => {
  const type = attribute(head, 't') || 'n';
  if (type === 'inlineStr') return textIn(body);
  const value = plain(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(body)?.[1] ?? '');
  if (type === 's') return book.texts[Number(value)] ?? '';
  return type === 'n' ? numberText(value, head, book) : value;
};

const rowOf = (xml: string, book: Book): string[] => {
  const row: string[] = [];
  for (const [, head = '', body = ''] of xml.matchAll(/<(?:\w+:)?c((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
    const reference = attribute(head, 'r');
    row[reference ? columnOf(reference) : row.length] = cellText(head, body, book);
  }
  return Array.from(row, (text) => text ?? '');
};
/** A row that is empty may be left out of the sheet: each stands where its number says. */
const sheetOf = (xml: string, book: Book): string[][] => {
  const sheet: string[][] = [];
  for (const [, head = '', cells = ''] of xml.matchAll(/<(?:\w+:)?row((?:\s[^>]*)?)>([\s\S]*?)<\/(?:\w+:)?row>/g))
    sheet[(Number(attribute(head, 'r')) || sheet.length + 1) - 1] = rowOf(cells, book);
  return Array.from(sheet, (row) => row ?? []);
};

/** Cells of every sheet of a workbook (.xlsx), as they are shown. Without a library of a megabyte: only texts, numbers, dates and times are read. @throws on a damaged workbook */
export const readWorkbook = (bytes: Uint8Array): string[][][] => {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => WANTED.test(name) && originalSize < MOST_BYTES,
  });
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '');
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<(?:\w+:)?si(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?si>/g)];
  const book = { texts: texts.map(([, xml = '']) => textIn(xml)), formats: dateFormats(part('xl/styles.xml')) };
  return Object.keys(parts)
    .filter((name) => name.startsWith('xl/worksheets/'))
    .sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
    .map((name) => sheetOf(part(name), book));
};
