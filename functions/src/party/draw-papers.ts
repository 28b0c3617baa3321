import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { KINDS, type Report } from '@gongzhi/shared/party/model';
import { lastMonthOf } from '@gongzhi/shared/party/terms';
import { finished, oneLine, openPdf, type Doc } from '../kernel/chinese-pdf';
import { EDGE, SIZE, WIDTH, drawLines, drawRow, drawTable, drawTitle } from '../kernel/form-pdf';

/** What a paper is filled from: the report-in, and what its ids are called. */
export interface Paper {
  report: Report;
  communityName: string;
  /** Skills as they are said. */
  skills: readonly string[];
}
const dateOf = (instant: string | undefined): string =>
  instant ? `${yearInChina(instant)}年${dateInWords(instant).replace(/（.*/, '')}` : '';
const monthOf = (validUntil: string): string => lastMonthOf(validUntil).replace('-', '年').concat('月底');

/** Who confirmed, how and when; blank while nobody did. */
const confirmedWords = (one: Report['organisation']): string =>
  one ? `${dateOf(one.at)}${one.by === 'paper' ? '，凭纸质证明登记' : '，在本平台确认'}` : '';
const termWords = ({ since, validUntil }: Report): string =>
  since && validUntil ? `${dateOf(since)} 起，到 ${monthOf(validUntil)}` : '确认以后开始';
const organisationOf = ({ kind, branch, unit }: Report): string =>
  kind === 'branch' ? branch.name : (unit?.name ?? '');

const drawMember = (doc: Doc, { report, communityName, skills }: Paper): number => {
  const { displayName, kind, branch, building } = report;
  let y = drawRow(
    doc,
    [
      ['姓名', ''],
      ['称呼', displayName],
    ],
    110,
  );
  y = drawRow(
    doc,
    [
      ['党员类别', KINDS[kind]],
      ['居住楼栋', building ?? ''],
    ],
    y,
  );
  y = drawRow(doc, [['组织关系所在', organisationOf(report)]], y);
  y = drawRow(
    doc,
    [
      ['报到社区', communityName],
      ['报到支部', branch.name],
    ],
    y,
  );
  return drawRow(doc, [['服务特长', skills.join('、')]], y);
};

const SIGNED = ['', '', '', '负责人（签字）：                         （盖章）                 年      月      日'];
const drawSlip = (doc: Doc, paper: Paper): void => {
  const { report } = paper;
  drawTitle(doc, '党员到社区报到单');
  let y = drawMember(doc, paper);
  y = drawRow(doc, [['报到日期', dateOf(report.askedAt)]], y);
  y = drawRow(doc, [['有效期', termWords(report)]], y);
  y = drawRow(doc, [['所在组织确认', confirmedWords(report.organisation)]], y);
  y = drawLines(doc, ['所在组织意见', SIGNED], y, 96);
  y = drawRow(doc, [['社区确认', confirmedWords(report.community)]], y);
  y = drawLines(doc, ['社区意见', SIGNED], y, 96);
  const notes = ['姓名由本人手写。本单一式两份，社区和所在组织各留一份。', '只记录报到和确认，不评分、不排名。'];
  notes.forEach((line, i) => oneLine(doc, line, { x: EDGE, y: y + 12 + i * 17, w: WIDTH }, 9.5));
};

/** Lines to be filled by hand; the record of service in the app is printed by the slice that keeps it. */
const BLANK_LINES = 16;
const drawCard = (doc: Doc, paper: Paper): void => {
  drawTitle(doc, '党员服务登记卡');
  let y = drawMember(doc, paper);
  const { organisation, community } = paper.report;
  y = drawRow(doc, [['所在组织确认', confirmedWords(organisation)]], y);
  y = drawRow(doc, [['社区确认', confirmedWords(community)]], y);
  y = drawRow(doc, [['有效期', termWords(paper.report)]], y);
  const rows = [['日期', '服务内容', '时长', '证明人'], ...Array.from({ length: BLANK_LINES }, () => [])];
  y = drawTable(doc, { widths: [3, 7, 2, 3], rows }, y + 12);
  oneLine(doc, '姓名和服务内容由本人手写，由在场的人证明。', { x: EDGE, y: y + 12, w: WIDTH }, 9.5);
};

/** One paper on one page of A4: the report slip (报到单) or the service card (登记卡). */
export const drawPapers = async (which: 'slip' | 'card', paper: Paper): Promise<Buffer> => {
  const doc = await openPdf(which === 'slip' ? '党员到社区报到单' : '党员服务登记卡');
  doc.addPage().fontSize(SIZE);
  (which === 'slip' ? drawSlip : drawCard)(doc, paper);
  return finished(doc);
};
