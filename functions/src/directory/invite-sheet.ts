import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { A4, finished, oneLine, openPdf, type Doc } from '../kernel/chinese-pdf';
import { drawCode } from '../kernel/draw-code';

export interface Sheet {
  communityName: string;
  building: string;
  expiresAt: string;
  /** Address of the join page with the community in it; `&code=…` is added. */
  joinUrl: string;
  invites: readonly { label: string; code: string }[];
}
interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A4 upright, in points. Printers leave about 5 mm of the edge white. */
const PAGE = { ...A4, edge: 20, head: 46 } as const;
const COLUMNS = 2;
const ROWS = 6;
const PER_PAGE = COLUMNS * ROWS;
const CELL = { w: (PAGE.w - 2 * PAGE.edge) / COLUMNS, h: (PAGE.h - 2 * PAGE.edge - PAGE.head) / ROWS };
const CODE_SIDE = 108;

const boxOf = (place: number): Box => ({
  x: PAGE.edge + (place % COLUMNS) * CELL.w,
  y: PAGE.edge + PAGE.head + Math.floor(place / COLUMNS) * CELL.h,
  ...CELL,
});

/** ABCDE12345 as it is read aloud and typed: two groups of five. */
const inGroups = (code: string): string => {
  const bare = code.replace(/[^0-9A-Z]/gi, '');
  return `${bare.slice(0, 5)}  ${bare.slice(5)}`;
};

const cutLines = (doc: Doc): void => {
  const top = PAGE.edge + PAGE.head;
  const [right, bottom] = [PAGE.w - PAGE.edge, PAGE.h - PAGE.edge];
  for (let row = 0; row <= ROWS; row += 1) doc.moveTo(PAGE.edge, top + row * CELL.h).lineTo(right, top + row * CELL.h);
  for (let column = 0; column <= COLUMNS; column += 1)
    doc.moveTo(PAGE.edge + column * CELL.w, top).lineTo(PAGE.edge + column * CELL.w, bottom);
  doc.lineWidth(0.7).dash(4, { space: 3 }).stroke('gray').undash();
};

const heading = (doc: Doc, { communityName, building }: Sheet, pages: string): void => {
  oneLine(
    doc,
    `${communityName}　${building}　邀请码`,
    { x: PAGE.edge, y: PAGE.edge, w: PAGE.w - 2 * PAGE.edge - 110 },
    15,
  );
  doc
    .fontSize(10)
    .text(pages, PAGE.edge, PAGE.edge + 4, { width: PAGE.w - 2 * PAGE.edge, align: 'right', lineBreak: false });
  doc
    .fontSize(11)
    .text('请剪开后分发，不要张贴。每户的码只交给这一户的成年人。', PAGE.edge, PAGE.edge + 22, { lineBreak: false });
};

/** What a slip says beside its code: top, size, words. */
const linesOf = (
  sheet: Sheet,
  { label, code }: Sheet['invites'][number],
): readonly (readonly [y: number, size: number, words: string])[] => [
  [5, 10.5, sheet.communityName],
  [19, 15.5, label],
  [39.5, 21, inGroups(code)],
  [69, 10.5, '微信扫左边的码，就能加入您家，'],
  [82, 10.5, '或在“加入社区”里填上面的码。'],
  [95, 10.5, '一个码只能用一次。'],
  [108, 10.5, `${yearInChina(sheet.expiresAt)}年${dateInWords(sheet.expiresAt)}前有效。`],
];

const slip = (doc: Doc, sheet: Sheet, invite: Sheet['invites'][number], box: Box): void => {
  drawCode(doc, `${sheet.joinUrl}&code=${encodeURIComponent(invite.code)}`, {
    x: box.x + 2,
    y: box.y + (CELL.h - CODE_SIDE) / 2,
    side: CODE_SIDE,
  });
  for (const [y, size, words] of linesOf(sheet, invite))
    oneLine(doc, words, { x: box.x + CODE_SIDE + 4, y: box.y + y, w: CELL.w - CODE_SIDE - 12 }, size);
};

const inPages = (invites: Sheet['invites']): Sheet['invites'][] =>
  Array.from({ length: Math.max(1, Math.ceil(invites.length / PER_PAGE)) }, (_, i) =>
    invites.slice(i * PER_PAGE, (i + 1) * PER_PAGE),
  );

/** The slips of a building as a PDF for printing, twelve to a page, in the order given. */
export const inviteSheet = async (sheet: Sheet): Promise<Buffer> => {
  const doc = await openPdf(`${sheet.communityName} ${sheet.building} 邀请码`);
  const pages = inPages(sheet.invites);
  for (const [i, invites] of pages.entries()) {
    doc.addPage();
    heading(doc, sheet, `第 ${i + 1} 页，共 ${pages.length} 页`);
    cutLines(doc);
    invites.forEach((invite, place) => slip(doc, sheet, invite, boxOf(place)));
  }
  return finished(doc);
};
