import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import { drawCertificates } from './draw-certificates';

const ID = '01KB0000000000000000000000';
const URL = 'https://gongzhi.example.cn/#/hours/verify/index?communityId=330102004051&number=';
const certificateOf = (part: Partial<Certificate> = {}): Certificate => ({
  ...{
    number: '2026-AB2CD3EF4G',
    state: 'valid',
    batchId: ID,
    volunteerId: ID,
    name: '王秀兰',
    volunteerNumber: '330102198001',
  },
  ...{ fromDay: '2026-01-01', toDay: '2026-11-23', recorded: 1_595, honorary: 60, imported: 120, hours: '26.5' },
  grades: [
    { grade: 'placed', minutes: 1_200 },
    { grade: 'scanned', minutes: 200 },
    { grade: 'confirmed', minutes: 120 },
    { grade: 'capped', minutes: 75 },
  ],
  lines: Array.from({ length: 8 }, (_, i) => ({
    title: `为独居老人送饭第${'一二三四五六七八'[i] ?? ''}组`,
    day: '2026-03-05',
    minutes: 200,
  })),
  ...{
    more: 3,
    issuer: '金秋花园社区居民委员会',
    responsible: '李静',
    handler: '何芳',
    contact: '0571-87654321',
    note: '用于学校社会实践',
  },
  ...{ issuedAt: '2026-11-23T02:00:00.000Z', publicUntil: '2026-11-30T16:00:00.000Z' },
  ...part,
});
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

/** The words of a PDF in the order they were written, where poppler's pdftotext is installed. */
const pdftotext = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'pdftotext'))
  .find(existsSync);
const wordsOf = (pdf: Buffer): string | undefined => {
  if (!pdftotext) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  writeFileSync(join(folder, 'one.pdf'), pdf);
  const words = execFileSync(pdftotext, ['-raw', join(folder, 'one.pdf'), '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return words;
};

test('one certificate is one page under 300 KB with its font in it and every field of the national form', async () => {
  const pdf = await drawCertificates([certificateOf()], URL);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect([pagesOf(pdf), pdf.length < 300_000]).toEqual([1, true]);
  expect(pdf.toString('latin1').match(/\/FontName \/[^\s]+/g)).toEqual([expect.stringMatching(/\+NotoSansSC-Regular/)]);
  const words = wordsOf(pdf);
  const wanted = [
    ...[
      '志愿服务记录证明',
      '姓名',
      '王秀兰',
      '证件类型',
      '证件号码',
      '志愿者编号',
      '330102198001',
      '26.5 小时',
      '1595 分钟',
    ],
    ...[
      '扫码并核对了地点：1200 分钟',
      '忘记签退：75 分钟',
      '荣誉时长 60 分钟',
      '导入时长 120 分钟',
      '送饭第八组',
      '另有 3 项活动',
    ],
    ...[
      '金秋花园社区居民委员会',
      '负责人',
      '李静',
      '经办人',
      '何芳',
      '0571-87654321',
      '2026-AB2CD3EF4G',
      '2026年11月23日',
    ],
    ...['备注', '用于学校社会实践', '盖章', '签字', '没有接入'],
  ];
  for (const some of words === undefined ? [] : wanted) expect(words).toContain(some);
});

test('a class is a page each; long names and many lines stay on their page', async () => {
  const long = '某某经济技术开发区某某街道办事处桂花苑第二社区居民委员会志愿服务工作站';
  const all = Array.from({ length: 50 }, (_, i) =>
    certificateOf({ number: `2026-AB2CD3EF${10 + i}`, issuer: long, name: long }),
  );
  const pdf = await drawCertificates(all, URL);
  expect(pagesOf(pdf)).toBe(50);
  expect(pdf.length).toBeLessThan(1_000_000);
});
