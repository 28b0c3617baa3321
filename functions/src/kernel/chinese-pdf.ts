import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** A page of A4 upright, in points. */
export const A4 = { w: 595.28, h: 841.89 } as const;
export type Doc = InstanceType<typeof PDFDocument>;

/** A document for printing in Chinese, without pages yet. The font is embedded with the characters that are used. */
export const openPdf = async (title: string): Promise<Doc> => {
  const font = await readFile(join(__dirname, 'assets', 'noto-sans-sc.ttf'));
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: font as never,
    lang: 'zh-CN',
    info: { Title: title },
  });
};

/** One line, smaller when it would not fit: a long name must not push the rest away. */
export const oneLine = (
  doc: Doc,
  words: string,
  { x, y, w }: { x: number; y: number; w: number },
  size: number,
): void => {
  const width = doc.fontSize(size).widthOfString(words);
  doc.fontSize(Math.min(size, (size * w) / width)).text(words, x, y, { lineBreak: false });
};

/** The bytes of the document, which takes no more. */
export const finished = (doc: Doc): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
    doc.end();
  });
