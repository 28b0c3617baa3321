import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inviteSheet, type Sheet } from './invite-sheet';

const invitesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    label: `1号楼${(i % 3) + 1}单元${i + 101}室`,
    code: `K7M2${'ABCDEFGHJK'[i % 10]}${String(90_000 + i)}`,
  }));
const sheetOf = (part: Partial<Sheet>): Sheet => ({
  communityName: '金秋花园社区居委会',
  building: '1号楼',
  expiresAt: '2027-01-22T08:00:00.000Z',
  joinUrl: 'https://gongzhi.example.cn/#/directory/join/index?communityId=330102004051',
  invites: invitesOf(12),
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
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
  writeFileSync(join(folder, 'sheet.pdf'), pdf);
  const words = execFileSync(pdftotext, ['-raw', join(folder, 'sheet.pdf'), '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return words;
};

test.each([
  [1, 1],
  [12, 1],
  [13, 2],
  [120, 10],
])(
  '%i invites stand on %i pages',
  async (count, pages) => {
    const pdf = await inviteSheet(sheetOf({ invites: invitesOf(count) }));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.subarray(-6).toString()).toBe('%%EOF\n');
    expect(pagesOf(pdf)).toBe(pages);
  },
  30_000,
);

test('a building where nobody is left gives one page without slips', async () => {
  expect(pagesOf(await inviteSheet(sheetOf({ invites: [] })))).toBe(1);
});

test('the sheet of 120 households stays under 1 MB and carries one font with the characters it uses', async () => {
  const pdf = await inviteSheet(sheetOf({ invites: invitesOf(120) }));
  expect(pdf.length).toBeLessThan(1_000_000);
  const fonts = pdf.toString('latin1').match(/\/FontName \/[^\s]+/g) ?? [];
  expect(fonts).toEqual([expect.stringMatching(/\/FontName \/[A-Z]{6}\+NotoSansSC-Regular/)]);
}, 30_000);

test('a slip says where it belongs, its code in two groups, how to join, that it works once and until when', async () => {
  const words = wordsOf(await inviteSheet(sheetOf({ invites: [{ label: '1号楼2单元301室', code: 'K7M2A90000' }] })));
  const wanted = [
    '金秋花园社区居委会',
    '1号楼2单元301室',
    'K7M2A',
    '90000',
    '微信扫左边的码',
    '“加入社区”',
    '一个码只能用一次',
    '2027年1月22日（周五）前有效',
    '请剪开后分发，不要张贴',
    '第 1 页，共 1 页',
  ];
  for (const some of words === undefined ? [] : wanted) expect(words).toContain(some);
});

test('a code written with a hyphen is printed in the same two groups', async () => {
  const words = wordsOf(await inviteSheet(sheetOf({ invites: [{ label: '1号楼', code: 'K7M2A-90000' }] })));
  expect(words ?? 'K7M2A 90000').toMatch(/K7M2A\s+90000/);
});

test('long names shrink and keep to their slip', async () => {
  const long = {
    communityName: '某某经济技术开发区某某街道办事处桂花苑第二社区居民委员会',
    building: '桂花苑二期高层住宅区西区第十二号楼',
    invites: [{ label: '桂花苑二期高层住宅区西区第十二号楼第二单元一千二百零一室', code: 'K7M2A90000' }],
  };
  const pdf = await inviteSheet(sheetOf(long));
  expect(pagesOf(pdf)).toBe(1);
  expect(wordsOf(pdf) ?? long.invites[0]?.label).toContain(long.invites[0]?.label);
});
