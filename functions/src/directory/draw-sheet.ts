import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { create as encode } from 'qrcode';

export interface Slip {
  /** 3号楼2单元502室 */
  label: string;
  /** ABCDE-FGHJK */
  code: string;
  /** What the QR code holds. */
  link: string;
}
export interface Sheet {
  /** 小营街道 金秋花园社区 · 3号楼 */
  title: string;
  /** 2027年1月22日（周五） */
  until: string;
  slips: readonly Slip[];
}
type Pdf = PDFKit.PDFDocument;

const MM = 72 / 25.4;
/** A4, three slips beside and eight below one another. */
const PAGE = { width: 210 * MM, height: 297 * MM, columns: 3, rows: 8, top: 14 * MM, side: 6 * MM, bottom: 9 * MM } as const;
const SLIPS_ON_PAGE = PAGE.columns * PAGE.rows;
const SLIP = { width: (PAGE.width - 2 * PAGE.side) / PAGE.columns, height: (PAGE.height - PAGE.top - PAGE.bottom) / PAGE.rows };
const QR = 24 * MM;
const INK = '#1f2723';
const QUIET = '#46514b';
const CUT = '#9aa39d';

/** Dark modules as rows of rectangles in one path: small, sharp at any size, readable by any printer. */
const drawCode = (pdf: Pdf, text: string, left: number, top: number): void => {
  const { size, data } = encode(text, { errorCorrectionLevel: 'M' }).modules;
  const unit = QR / size;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = x;
      while (x < size && data[y * size + x]) x += 1;
      if (x > from) pdf.rect(left + from * unit, top + y * unit, (x - from) * unit, unit);
    }
  }
  pdf.fill('#000000');
};

/** The largest size at which the words fit on their line. */
const fit = (pdf: Pdf, text: string, width: number, [largest, smallest]: readonly [number, number]): number => {
  for (let size = largest; size > smallest; size -= 0.5) if (pdf.fontSize(size).widthOfString(text) <= width) return size;
  return smallest;
};

const HOW = '微信扫码，或在“共治”里填这个邀请码，加入您家。';

const drawSlip = (pdf: Pdf, { label, code, link }: Slip, until: string, { left, top }: { left: number; top: number }): void => {
  drawCode(pdf, link, left + 3 * MM, top + (SLIP.height - QR) / 2);
  const x = left + QR + 5.5 * MM;
  const width = SLIP.width - QR - 7 * MM;
  const line = (text: string, from: number, size: number, colour: string) =>
    pdf.fillColor(colour).fontSize(size).text(text, x, top + from * MM, { width, lineGap: -0.6 });
  const size = fit(pdf, label, width, [11, 7]);
  line(label, size === 7 ? 2 : 2.8, size, INK);
  line(code, 8.6, fit(pdf, code, width, [14, 9]), INK);
  line(HOW, 16, 7.8, QUIET);
  line(`限用一次，${until}前有效。`, 24.4, 7.8, QUIET);
};

const drawCuts = (pdf: Pdf): void => {
  pdf.lineWidth(0.5).strokeColor(CUT).dash(3, { space: 3 });
  for (let row = 0; row <= PAGE.rows; row += 1) pdf.moveTo(PAGE.side, PAGE.top + row * SLIP.height).lineTo(PAGE.width - PAGE.side, PAGE.top + row * SLIP.height).stroke();
  for (let column = 0; column <= PAGE.columns; column += 1) {
    const x = PAGE.side + column * SLIP.width;
    pdf.moveTo(x, PAGE.top).lineTo(x, PAGE.height - PAGE.bottom).stroke();
  }
  pdf.undash();
};

const drawPage = (pdf: Pdf, sheet: Sheet, number: number): void => {
  const pages = Math.max(1, Math.ceil(sheet.slips.length / SLIPS_ON_PAGE));
  pdf.addPage();
  pdf.fillColor(QUIET).fontSize(9).text(`${sheet.title} · 邀请码（请沿虚线剪开，一户一户当面交到住户手里）`, PAGE.side, 6 * MM, { lineBreak: false });
  pdf.text(`第 ${number + 1} 页，共 ${pages} 页`, PAGE.side, 6 * MM, { width: PAGE.width - 2 * PAGE.side, align: 'right', lineBreak: false });
  drawCuts(pdf);
  sheet.slips.slice(number * SLIPS_ON_PAGE, (number + 1) * SLIPS_ON_PAGE).forEach((slip, i) =>
    drawSlip(pdf, slip, sheet.until, { left: PAGE.side + (i % PAGE.columns) * SLIP.width, top: PAGE.top + Math.floor(i / PAGE.columns) * SLIP.height }));
};

/** The sheet of invites as a PDF, A4, 24 slips a page with cut lines. Only the characters used are embedded. */
export const drawSheet = async (sheet: Sheet): Promise<Buffer> => {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: '', info: { Title: sheet.title, Creator: '共治' } });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks))).on('error', reject);
  });
  pdf.registerFont('sans', join(__dirname, 'assets', 'noto-sans-sc.ttf')).font('sans');
  for (let number = 0; number === 0 || number * SLIPS_ON_PAGE < sheet.slips.length; number += 1) drawPage(pdf, sheet, number);
  pdf.end();
  return whole;
};
