import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import { GRADES, TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { finished, oneLine, openPdf, type Doc } from '../kernel/chinese-pdf';
import { drawCode } from '../kernel/draw-code';
import { EDGE, SIZE, WIDTH, drawLines, drawRow, drawTitle } from '../kernel/form-pdf';

const CODE_SIDE = 96;

const dateOf = (instant: string): string => `${yearInChina(instant)}年${dateInWords(instant).replace(/（.*/, '')}`;
const dayOf = (day: string): string => dateOf(`${day}T04:00:00.000Z`);

const evidenceOf = ({ grades, honorary, imported }: Certificate): string[] => [
  ...grades.map(({ grade, minutes }) => `${GRADES[grade].label}：${minutes} 分钟`),
  ...(honorary > 0
    ? [`另有${TRACKS.honorary.label} ${honorary} 分钟（事后补记，由第二人批准，不计入上面的时长）`]
    : []),
  ...(imported > 0
    ? [`另有${TRACKS.imported.label} ${imported} 分钟（来自以前的表格，系统没有核对，不计入上面的时长）`]
    : []),
];
const contentOf = ({ lines, more }: Certificate): string[] => [
  ...lines.map(({ title, day, minutes }) => `${title}（${dayOf(day)}起，${minutes} 分钟）`),
  ...(more > 0 ? [`另有 ${more} 项活动，扫码可核对总时长`] : []),
];

/** The fields of 民政部令第67号. What we do not collect, the identity document's kind and number, is left to be written by hand. */
const drawForm = (doc: Doc, one: Certificate, top: number): number => {
  let y = drawRow(
    doc,
    [
      ['姓名', one.name],
      ['志愿者编号', one.volunteerNumber ?? ''],
    ],
    top,
  );
  y = drawRow(
    doc,
    [
      ['证件类型', ''],
      ['证件号码', ''],
    ],
    y,
  );
  y = drawRow(doc, [['服务起止日期', `${dayOf(one.fromDay)} 至 ${dayOf(one.toDay)}`]], y);
  y = drawRow(doc, [['服务时长', `${one.hours} 小时（记录时长 ${one.recorded} 分钟）`]], y);
  y = drawLines(doc, ['时长的证据', evidenceOf(one)], y);
  y = drawLines(doc, ['服务内容', contentOf(one)], y);
  y = drawRow(doc, [['出具单位', one.issuer]], y);
  y = drawRow(
    doc,
    [
      ['负责人', one.responsible],
      ['经办人', one.handler],
    ],
    y,
  );
  y = drawRow(
    doc,
    [
      ['联系方式', one.contact],
      ['出具日期', dateOf(one.issuedAt)],
    ],
    y,
  );
  y = drawRow(doc, [['证明编号', one.number]], y);
  return drawRow(doc, [['备注', one.note ?? '']], y);
};

const drawFoot = (doc: Doc, { number }: Certificate, verifyUrl: string, y: number): void => {
  drawCode(doc, `${verifyUrl}${encodeURIComponent(number)}`, { x: EDGE, y: y + 14, side: CODE_SIDE });
  doc.fillColor('black');
  const x = EDGE + CODE_SIDE + 8;
  const lines = [
    '扫左边的码，可以核对这张证明的真假、',
    '时长的证据，以及有没有撤销。',
    '证件类型和号码由志愿者本人手写。',
    '依据本社区自己的记录出具，没有接入',
    '全国志愿服务信息系统。',
  ];
  lines.forEach((line, i) => oneLine(doc, line, { x, y: y + 20 + i * 17, w: 180 }, 9.5));
  const right = EDGE + WIDTH - 190;
  const signed = ['负责人（签字）：', '经办人（签字）：', '出具单位（盖章）：'];
  signed.forEach((line, i) => oneLine(doc, line, { x: right, y: y + 24 + i * 30, w: 190 }, SIZE));
};

/** Certificates for printing, one to a page of A4. `verifyUrl`: the public page's address, to which the number is added. */
export const drawCertificates = async (certificates: readonly Certificate[], verifyUrl: string): Promise<Buffer> => {
  const doc = await openPdf('志愿服务记录证明');
  for (const one of certificates) {
    doc.addPage();
    drawTitle(doc, '志愿服务记录证明');
    drawFoot(doc, one, verifyUrl, drawForm(doc, one, 110));
  }
  return finished(doc);
};
