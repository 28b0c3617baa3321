import { groupCode, bareCode } from '@gongzhi/shared/kernel/spoken-codes';
import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { FEWEST } from '@gongzhi/shared/satisfaction/rule-sets';
import { A4, finished, oneLine, openPdf, type Doc } from '../kernel/chinese-pdf';
import { drawCode } from '../kernel/draw-code';
import { EDGE, WIDTH } from '../kernel/form-pdf';

/** A household’s letter: where it goes and its code, in two groups; no name. */
export interface Letter {
  label: string;
  code: string;
}
/** What all letters of a round say. */
export interface Asked {
  communityName: string;
  about: string;
  questions: readonly string[];
  expiresAt: string;
  /** Address of the page on which a code is answered, with the community in it; `&code=…` is added. */
  answerUrl: string;
  /** Where the street is called. */
  phone?: string;
}

/** The sheet is folded in three: the address lies outside, what is asked and the code inside. */
const PANEL = A4.h / 3;
const SIZE = 13;
const LEADING = 25;
/** What is asked has so much of its panel, however many questions there are. */
const ROOM = PANEL - 84;
const CODE_SIDE = 132;

const line = (doc: Doc, words: string, y: number, size: number = SIZE): void =>
  oneLine(doc, words, { x: EDGE, y, w: WIDTH }, size);
const lines = (doc: Doc, all: readonly string[], top: number): void =>
  all.forEach((words, i) => line(doc, words, top + i * Math.min(LEADING, ROOM / all.length)));

const drawFolds = (doc: Doc): void => {
  for (const y of [PANEL, 2 * PANEL]) doc.moveTo(0, y).lineTo(A4.w, y);
  doc.lineWidth(0.5).dash(4, { space: 4 }).stroke('gray').undash().fillColor('black');
};

const drawOutside = (doc: Doc, { label }: Letter, { communityName }: Asked): void => {
  line(doc, `${communityName}　居民满意度调查`, 56, 13);
  line(doc, `${label}　住户收`, 112, 24);
  lines(doc, ['请交住户本人拆开。里面的答题码只给这一户，请不要代拆，也不要代答。'], 172);
  line(doc, '沿虚线折三折：这一面朝外，码在里面，折好封口。', PANEL - 34, 9);
};

const askedLines = ({ about, questions }: Asked): string[] => [
  `街道随机抽到您家，请您说说对${about}满不满意。`,
  `一共 ${questions.length + 1} 题：总的感受${questions.length > 0 ? '，还有' : '。'}`,
  ...questions.map((title) => `　· ${title}`),
  '答不答、怎么答，都由您自己定。没有人可以要求您打满意。',
  `您的回答单独存放，不和门牌放在一起。社区看不到抽到了谁、谁答了。`,
  `少于 ${FEWEST} 份回答不公布。寄信的街道知道寄给了哪些户，不知道谁答了、答了什么。`,
];

const drawInside = (doc: Doc, { code }: Letter, asked: Asked): void => {
  const until = `${yearInChina(asked.expiresAt)}年${dateInWords(asked.expiresAt)}前有效，只能答一次。`;
  line(doc, '请您说说', PANEL + 26, 19);
  lines(doc, askedLines(asked), PANEL + 62);
  const top = 2 * PANEL + 30;
  drawCode(doc, `${asked.answerUrl}&code=${bareCode(code)}`, { x: EDGE - 10, y: top, side: CODE_SIDE });
  doc.fillColor('black');
  const at = { x: EDGE + CODE_SIDE + 10, w: WIDTH - CODE_SIDE - 10 };
  oneLine(doc, '您家的答题码', { ...at, y: top + 6 }, SIZE);
  oneLine(doc, groupCode(bareCode(code)), { ...at, y: top + 26 }, 26);
  const ways = [
    until,
    '用手机：扫左边的码，不用登录，20 秒答完。',
    '不用手机：把码念给来访或打电话的社区工作人员，',
    '请他填好念给您听，您说对了他才能交。',
    ...(asked.phone ? [`有疑问，或有人让您打满意，请打街道电话 ${asked.phone}。`] : []),
  ];
  ways.forEach((words, i) => oneLine(doc, words, { ...at, y: top + 64 + i * 23 }, SIZE));
};

/** Letters for printing, one to a sheet of A4, in the order given. */
export const drawLetters = async (letters: readonly Letter[], asked: Asked): Promise<Buffer> => {
  const doc = await openPdf(`${asked.communityName} 居民满意度调查`);
  for (const letter of letters) {
    doc.addPage();
    drawFolds(doc);
    drawOutside(doc, letter, asked);
    drawInside(doc, letter, asked);
  }
  return finished(doc);
};
