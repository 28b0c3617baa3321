import { drawLetters, type Asked } from './draw-letters';

const asked = (part: Partial<Asked> = {}): Asked => ({
  ...{ communityName: '金秋花园社区居委会', about: '2026年第四季度社区工作', questions: ['环境卫生'] },
  ...{ expiresAt: '2026-12-11T02:00:00.000Z' },
  answerUrl: 'https://gongzhi.example.cn/#/satisfaction/paper/index?communityId=330102004051',
  ...part,
});
const lettersOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ label: `3号楼2单元${501 + i}室`, code: 'K7M2A-90000' }));
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

it('draws a sheet a household, a file of fifty far below what a function may answer with', async () => {
  const pdf = await drawLetters(lettersOf(50), asked());
  expect([pdf.subarray(0, 5).toString(), pagesOf(pdf)]).toEqual(['%PDF-', 50]);
  expect(pdf.length).toBeLessThan(1_000_000);
}, 30_000);

it('keeps the longest names and the most questions on one sheet', async () => {
  const long = asked({
    communityName: '某某经济技术开发区某某街道办事处桂花苑第二社区居民委员会',
    questions: Array.from({ length: 5 }, (_, i) => `${i + 1}`.padEnd(40, '问')),
    phone: '0571-87654321 转 8001',
  });
  const label = '桂花苑二期高层住宅区西区第十二号楼第二单元一千二百零一室';
  expect(pagesOf(await drawLetters([{ label, code: 'K7M2A-90000' }], long))).toBe(1);
});
