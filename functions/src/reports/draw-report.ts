import { GRADES } from '@gongzhi/shared/kernel/hour-grades';
import type { Grade } from '@gongzhi/shared/hours/model';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { KINDS as MEMBER_KINDS } from '@gongzhi/shared/party/model';
import type { Facts, Signed } from '@gongzhi/shared/reports/model';
import { periodWords } from '@gongzhi/shared/reports/periods';
import { A4, finished, oneLine, openPdf, type Doc } from '../kernel/chinese-pdf';
import { drawCode } from '../kernel/draw-code';

const EDGE = 56;
const WIDTH = A4.w - 2 * EDGE;
const TOP = 116;
const FOOT = A4.h - 150;
const SIZE = 10.5;
const ROW = 19;
const CODE_SIDE = 88;
/** Characters of the hash printed as the check code. */
const CODE = 16;

interface Sent extends Omit<Facts, 'lines' | 'centralLines'> {
  lines: Facts['lines'];
  centralLines: Facts['lines'];
  sentAt: string;
  words: string[];
  objection?: { lines: number[]; words: string; answer?: string };
}
const dayOf = (day: string): string => {
  const instant = `${day}T04:00:00.000Z`;
  return `${yearInChina(instant)}年${dateInWords(instant).replace(/（.*/, '')}`;
};
const kindOf = (kind: string): string => KINDS[kind as keyof typeof KINDS] ?? '其他';
const gradeOf = (grade: Grade): string => GRADES[grade].label;

/** Lines of words one under another, a new page where they end. */
const writer = (doc: Doc, head: () => void) => {
  let y = 0;
  const open = () => {
    doc.addPage();
    head();
    y = TOP;
  };
  open();
  const room = (h: number) => {
    if (y + h > FOOT) open();
  };
  const heightOf = (words: string) => doc.fontSize(SIZE).heightOfString(words, { width: WIDTH });
  return {
    /** What follows stands on one page: a title and the paragraphs under it. */
    keep: (paragraphs: readonly string[]) => {
      const h = paragraphs.reduce((sum, words) => sum + heightOf(words) + 4, ROW);
      if (h < FOOT - TOP) room(h);
    },
    say: (words: string, size = SIZE, x = EDGE) => {
      room(ROW);
      oneLine(doc.fillColor('black'), words, { x, y, w: WIDTH - (x - EDGE) }, size);
      y += ROW;
    },
    /** Words that may need several lines. */
    tell: (words: string) => {
      const h = heightOf(words);
      room(h);
      doc.fillColor('black').text(words, EDGE, y, { width: WIDTH });
      y += h + 4;
    },
    row: (cells: readonly string[], widths: readonly number[]) => {
      room(ROW);
      let x = EDGE;
      cells.forEach((words, i) => {
        const w = (widths[i] ?? 0) * WIDTH;
        doc.rect(x, y, w, ROW).lineWidth(0.5).stroke('black');
        if (words) oneLine(doc.fillColor('black'), words, { x: x + 4, y: y + 3, w: w - 8 }, 9.5);
        x += w;
      });
      y += ROW;
    },
    gap: () => void (y += 8),
  };
};
type Pen = ReturnType<typeof writer>;

const sumWords = ({ count, minutes, grades }: Facts['service']): string => {
  const parts = grades.map(({ grade, minutes: of }) => `${gradeOf(grade)} ${of} 分钟`);
  return `${count} 次，共 ${minutes} 分钟${parts.length > 0 ? `（${parts.join('；')}）` : ''}`;
};
const WIDTHS = [0.08, 0.24, 0.2, 0.16, 0.2, 0.12];
const drawLines = (pen: Pen, title: string, lines: Facts['lines']): void => {
  pen.say(title, 12);
  if (lines.length === 0) return pen.say('这一期没有');
  pen.row(['序号', '日期', '类别', '时长', '证据', '服务对象'], WIDTHS);
  for (const { n, day, kind, minutes, grade, confirmed } of lines)
    pen.row([`${n}`, dayOf(day), kindOf(kind), `${minutes} 分钟`, gradeOf(grade), confirmed ? '已确认' : ''], WIDTHS);
};

const drawBody = (pen: Pen, sent: Sent): void => {
  pen.tell(`姓名：${sent.name}　　类别：${MEMBER_KINDS[sent.memberKind]}　　报到党支部：${sent.branch}`);
  pen.tell(`所在单位：${sent.unit ?? ''}　　期间：${dayOf(sent.fromDay)} 至 ${dayOf(sent.toDay)}`);
  pen.gap();
  pen.tell(`服务：${sumWords(sent.service)}`);
  pen.tell(`中心工作：${sumWords(sent.central)}`);
  if (sent.honorary > 0) pen.tell(`另有荣誉时长 ${sent.honorary} 分钟（事后补记，由第二人批准，不计入上面的时长）`);
  pen.tell(`服务对象确认：${sent.confirmations} 次`);
  pen.gap();
  drawLines(pen, '服务明细', sent.lines);
  pen.gap();
  drawLines(pen, '中心工作明细', sent.centralLines);
  if (sent.words.length > 0) {
    pen.gap();
    pen.say('服务对象的话（由本人选出）', 12);
    for (const words of sent.words) pen.tell(`“${words}”`);
  }
  if (sent.objection) {
    const { lines, words, answer = '' } = sent.objection;
    const paragraphs = [`第 ${lines.join('、')} 条：${words}`, `答复：${answer}`];
    pen.gap();
    pen.keep(paragraphs);
    pen.say('本人的异议和支部的答复', 12);
    paragraphs.forEach(pen.tell);
  }
};

const drawFoot = (doc: Doc, { number, hash }: Signed, verifyUrl: string): void => {
  const code = hash.slice(0, CODE);
  const y = FOOT + 14;
  drawCode(doc, `${verifyUrl}&number=${encodeURIComponent(number)}&code=${code}`, { x: EDGE, y, side: CODE_SIDE });
  const lines = [
    `报告编号 ${number}　　校验码 ${code}`,
    '扫左边的码可以核对真假。报告只写事实，本人看过并可以提异议，不打分、不排名。',
    '电子数据附有 Ed25519 签名，由联系人在本程序里下载。',
  ];
  doc.fillColor('black');
  lines.forEach((line, i) => oneLine(doc, line, { x: EDGE + CODE_SIDE + 8, y: y + 10 + i * 19, w: 380 }, 9.5));
  oneLine(doc, '党支部（盖章）：', { x: EDGE + WIDTH - 200, y: y + 74, w: 200 }, SIZE);
};

/** A sent report for printing: as many pages of A4 as it takes, each with the code to verify it. */
export const drawReport = async (signed: Signed, verifyUrl: string): Promise<Buffer> => {
  const sent = JSON.parse(signed.json) as Sent;
  const doc = await openPdf('党员服务情况报告');
  let pages = 0;
  const head = () => {
    pages += 1;
    drawFoot(doc, signed, verifyUrl);
    doc.fontSize(18).text('党员服务情况报告', EDGE, 56, { width: WIDTH, align: 'center', lineBreak: false });
    const words = `${periodWords(sent.period)}　发出日期 ${dayOf(dayInChina(sent.sentAt))}　第 ${pages} 页`;
    doc.fontSize(SIZE).text(words, EDGE, 86, { width: WIDTH, align: 'center', lineBreak: false });
  };
  drawBody(writer(doc, head), sent);
  return finished(doc);
};
