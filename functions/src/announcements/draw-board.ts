import { KINDS } from '@gongzhi/shared/kernel/announcement-kinds';
import type { Posted } from '@gongzhi/shared/announcements/model';
import { filesLine } from '@gongzhi/shared/announcements/files';
import { spanOf } from '@gongzhi/shared/announcements/span-of';
import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { A4, finished, oneLine, openPdf, type Doc } from '../kernel/chinese-pdf';
import { drawCode } from '../kernel/draw-code';
import { EDGE, WIDTH } from '../kernel/form-pdf';

export interface Sheet {
  name: string;
  /** Where the board stands on the web. */
  url: string;
  items: readonly Posted[];
  /** A picture of an announcement, by its id. */
  pictures: ReadonlyMap<string, Buffer>;
  now: Date;
}
const [CODE, TOP, FOOT, GAP] = [84, 64, 60, 14];
/** The longest side of a picture, in points. */
const PICTURE = 96;

const heading = (doc: Doc, { name, url, now }: Sheet): void => {
  oneLine(doc, `${name}　公告`, { x: EDGE, y: TOP, w: WIDTH - CODE - GAP }, 24);
  const printed = `${yearInChina(now)}年${dateInWords(now)}打印`;
  oneLine(doc, printed, { x: EDGE, y: TOP + 38, w: WIDTH - CODE - GAP }, 11);
  oneLine(doc, '扫右边的码看最新公告和全文，不用登录。', { x: EDGE, y: TOP + 56, w: WIDTH - CODE - GAP }, 11);
  drawCode(doc, url, { x: EDGE + WIDTH - CODE, y: TOP - 10, side: CODE });
};

const whereWords = ({ when, until, place }: Posted): string =>
  [when ? `时间：${spanOf({ when, until })}` : '', place ? `地点：${place}` : ''].filter(Boolean).join('　');

/** A picture at the right of the text; one that cannot be drawn is named all the same. */
const drawPicture = (doc: Doc, picture: Buffer, y: number, room: number): boolean => {
  try {
    const side = Math.min(PICTURE, room);
    doc.image(picture, EDGE + WIDTH - side, y, { fit: [side, side], align: 'right' });
    return true;
  } catch {
    return false;
  }
};

/** The text with its picture beside it, when there is one and room for it. @returns where both end */
const bodyAt = (
  doc: Doc,
  { text, picture }: { text: string; picture: Buffer | undefined },
  at: number,
  height: number,
) => {
  const beside = picture && height > PICTURE / 2 && drawPicture(doc, picture, at, height);
  const width = beside ? WIDTH - PICTURE - GAP : WIDTH;
  doc.fontSize(11.5).text(text, EDGE, at, { width, height, ellipsis: '…', lineGap: 3 });
  return beside ? Math.max(doc.y, at + Math.min(PICTURE, height)) : doc.y;
};

/** One announcement within `room` points; a text that is too long ends in an ellipsis. @returns where the next begins */
const entry = (
  doc: Doc,
  { posted, picture }: { posted: Posted; picture: Buffer | undefined },
  y: number,
  room: number,
) => {
  const title = `【${KINDS[posted.kind]}】${posted.title}${posted.corrected ? '（有更正）' : ''}`;
  oneLine(doc, title, { x: EDGE, y, w: WIDTH }, 15);
  const where = whereWords(posted);
  let at = y + 22;
  if (where) oneLine(doc, where, { x: EDGE, y: at, w: WIDTH }, 11.5);
  at += where ? 18 : 0;
  const named = filesLine(posted.files ?? []);
  if (named) oneLine(doc, `附：${named}。原件请扫码看。`, { x: EDGE, y: at, w: WIDTH }, 10.5);
  at += named ? 17 : 0;
  const height = Math.max(16, room - (at - y) - GAP);
  const bottom = bodyAt(doc, { text: posted.body, picture }, at, height);
  const end = Math.min(bottom, y + room - GAP) + GAP / 2;
  doc
    .moveTo(EDGE, end)
    .lineTo(EDGE + WIDTH, end)
    .lineWidth(0.5)
    .stroke('gray');
  doc.fillColor('black');
  return end + GAP / 2;
};

/** The board as one page of A4, each announcement with as much room as is left for it. */
export const drawBoard = async (sheet: Sheet): Promise<Buffer> => {
  const doc = await openPdf(`${sheet.name} 公告`);
  doc.addPage();
  heading(doc, sheet);
  let y = TOP + CODE + GAP;
  sheet.items.forEach((posted, i) => {
    const room = (A4.h - FOOT - y) / (sheet.items.length - i);
    y = entry(doc, { posted, picture: sheet.pictures.get(posted.announcementId) }, y, room);
  });
  if (sheet.items.length === 0) oneLine(doc, '现在没有公告。', { x: EDGE, y, w: WIDTH }, 14);
  return finished(doc);
};
