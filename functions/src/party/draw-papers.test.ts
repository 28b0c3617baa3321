import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Report } from '@gongzhi/shared/party/model';
import { drawPapers } from './draw-papers';

const at = '2026-11-27T02:00:00.000Z';
const REPORT: Report = {
  ...{ personId: '01KB0000000000000000000000', displayName: '王秀兰', kind: 'inService', state: 'valid', askedAt: at },
  ...{
    since: at,
    validUntil: '2027-11-30T16:00:00.000Z',
    organisation: { at, by: 'paper' },
    community: { at, by: 'app' },
  },
  ...{ renewing: false, endsSoon: false, building: '3号楼', skills: ['repair'], open: false },
  ...{ branch: { branchId: '01KB0000000000000000000000', name: '金秋花园第一党支部' }, unit: { name: '杨浦区水务局' } },
};
const PAPER = { report: REPORT, communityName: '金秋花园社区', skills: ['水电维修', '法律咨询'] };
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
const pdftotext = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'pdftotext'))
  .find(existsSync);
/** The words of a PDF, where poppler is installed. */
const wordsOf = (pdf: Buffer): string | undefined => {
  if (!pdftotext) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  writeFileSync(join(folder, 'one.pdf'), pdf);
  const words = execFileSync(pdftotext, ['-raw', join(folder, 'one.pdf'), '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return words;
};
const keep = (name: string, pdf: Buffer) => {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), pdf);
};

const WANTED = {
  slip: [
    '党员到社区报到单',
    '王秀兰',
    '在职党员',
    '杨浦区水务局',
    '金秋花园第一党支部',
    '2026年11月27日',
    '2027年11月底',
    '凭纸质证明',
  ],
  card: ['党员服务登记卡', '王秀兰', '在本平台确认', '水电维修、法律咨询', '服务内容', '证明人'],
};
test.each(['slip', 'card'] as const)(
  'the %s is one page under 300 KB with its font in it and what is known',
  async (which) => {
    const pdf = await drawPapers(which, PAPER);
    keep(`party-${which}`, pdf);
    expect([pagesOf(pdf), pdf.length < 300_000]).toEqual([1, true]);
    expect(pdf.toString('latin1').match(/\/FontName \/[^\s]+/g)).toEqual([
      expect.stringMatching(/\+NotoSansSC-Regular/),
    ]);
    const words = wordsOf(pdf);
    for (const some of words === undefined ? [] : WANTED[which]) expect(words).toContain(some);
  },
);

test('what nobody confirmed yet is blank, and long names stay on the page', async () => {
  const long = '某某经济技术开发区某某街道办事处桂花苑第二社区居民委员会综合党委';
  const { organisation: _o, community: _c, since: _s, validUntil: _v, ...asked } = REPORT;
  const pdf = await drawPapers('slip', {
    ...PAPER,
    communityName: long,
    report: { ...asked, state: 'asked', unit: { name: long }, branch: { ...REPORT.branch, name: long } },
  });
  expect(pagesOf(pdf)).toBe(1);
  const words = wordsOf(pdf);
  if (words !== undefined)
    expect([words.includes('确认以后开始'), words.includes('凭纸质证明')]).toEqual([true, false]);
});
