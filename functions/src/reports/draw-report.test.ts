import { writeFileSync } from 'node:fs';
import { Grade } from '@gongzhi/shared/hours/model';
import type { Facts, Signed } from '@gongzhi/shared/reports/model';
import { sentJson } from '@gongzhi/shared/reports/signed-text';
import { drawReport } from './draw-report';

const URL = 'https://gongzhi.example.cn/#/reports/verify/index?communityId=330102004051';
const lineOf = (n: number, kind = 'elderly'): Facts['lines'][number] => ({
  ...{ n, day: '2026-08-01', kind, minutes: 60, confirmed: n % 3 === 0 },
  grade: Grade.options[n % Grade.options.length] ?? 'scanned',
});
const factsOf = (count: number): Facts => ({
  ...{ name: '王秀兰', memberKind: 'inService', branch: '小营巷社区第一党支部', unit: '市第一医院' },
  ...{ period: '2026-H2', fromDay: '2026-07-01', toDay: '2026-12-31', honorary: 60, confirmations: 4 },
  service: {
    count,
    minutes: 60 * count,
    grades: [
      { grade: 'placed', minutes: 30 * count },
      { grade: 'scanned', minutes: 30 * count },
    ],
  },
  central: { count: 2, minutes: 240, grades: [{ grade: 'confirmed', minutes: 240 }] },
  lines: Array.from({ length: count }, (_, i) => lineOf(i + 1)),
  centralLines: [lineOf(count + 1, 'central'), lineOf(count + 2, 'central')],
});
const signedOf = (count: number): Signed => {
  const json = sentJson({
    ...{ communityId: '330102004051', number: '2027-AB2CD3EF4G', sentAt: '2027-01-12T02:00:00.000Z' },
    facts: factsOf(count),
    words: ['谢谢您陪我去医院，一路上很耐心。'],
    objection: { lines: [1], words: '这一次不是送饭，是陪诊', answer: '活动类别是为老服务，时长没有变' },
  });
  const hash = '0123456789abcdef'.repeat(4);
  return {
    number: '2027-AB2CD3EF4G',
    json,
    hash,
    key: 'k',
    x: 'x',
    signature: 's',
    signedAt: '2027-01-12T02:00:00.000Z',
  };
};
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

test.each([
  [0, 1],
  [12, 2],
  [200, 9],
])('a report of %i services is a PDF under 300 KB of at most %i pages with its font in it', async (count, most) => {
  const pdf = await drawReport(signedOf(count), URL);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pagesOf(pdf)).toBeLessThanOrEqual(most);
  expect(pdf.length).toBeLessThan(300_000);
  expect(pdf.toString('latin1')).toMatch(/\+NotoSansSC-Regular/);
  const shots = process.env['SHOTS'];
  if (shots) writeFileSync(`${shots}/report-${count}.pdf`, pdf);
});
