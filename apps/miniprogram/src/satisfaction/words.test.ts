import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import {
  askedAloud,
  baseWords,
  byWords,
  channelWords,
  figureWords,
  flagWords,
  groupWords,
  percent,
  reasonOptions,
  reasonWords,
  shareWords,
} from './words';

it.each([
  [0, '0%'],
  [8_512, '85.1%'],
  [9_996, '100%'],
  [10_000, '100%'],
])('%i ten-thousandths are %s', (parts, words) => expect(percent(parts)).toBe(words));

it('never says a bare percentage', () => {
  expect(shareWords({ point: 8_000, low: 7_105, high: 8_666 })).toBe(
    '满意率大约 80%，按 95% 的把握在 71.1% 到 86.7% 之间',
  );
});

const levels = { verySatisfied: 8, satisfied: 3, fairlySatisfied: 1, dissatisfied: 2, veryDissatisfied: 1 };
it('says a figure with its base, or why it is not shown', () => {
  const rate = { point: 8_000, low: 5_480, high: 9_300 };
  expect(figureWords({ shown: true, answered: 15, satisfied: 12, levels, rate })).toMatch(/^15 份回答中 12 份满意/);
  expect(figureWords({ shown: false, why: 'few' })).toMatch(/少于 10 份/);
  expect(figureWords({ shown: false, why: 'together' })).toMatch(/推算出来/);
});

it('says who was asked and who did not answer', () => {
  const result = { population: 312, invited: 60, answered: 45 };
  const quarter = { ...result, about: { kind: 'quarter', quarter: '2026Q4' } } as Result;
  expect(baseWords(quarter)).toBe('全社区 312 户，随机抽出 60 户，答了 45 份，没有答的 15 份。');
  const { answered: _, ...few } = quarter;
  expect(baseWords({ ...few, about: { kind: 'event', service: 'wish' } })).toBe('邀请了 60 人次，答了的不足 10 份。');
});

it('offers reasons that fit the level', () => {
  expect(reasonOptions('satisfied').map(({ value }) => value)).toContain('prompt');
  expect(reasonOptions('dissatisfied').map(({ value }) => value)).toContain('unfair');
  expect([reasonWords('slow'), reasonWords('clear')]).toEqual(['办得慢', '说得清楚']);
});

it('says how answers came, and how the household’s own did', () => {
  expect(channelWords([{ channel: 'app', answered: 40 }, { channel: 'paper' }, { channel: 'assisted' }])).toEqual([
    '用小程序答的有 40 份',
    '用信上的答题码答的、由工作人员代填的，份数不单独公布，以免推算出少于 10 份的',
  ]);
  expect(channelWords([{ channel: 'assisted', answered: 12 }])).toEqual(['由工作人员代填的有 12 份']);
  expect([byWords('assisted'), byWords('paper')]).toEqual([
    expect.stringMatching(/工作人员.*代填/),
    expect.stringMatching(/信上的答题码/),
  ]);
  expect(flagWords({ kind: 'assistedBurst', count: 12 })).toMatch(/12 份.*代填/);
  expect(flagWords({ kind: 'disowned', count: 1 })).toMatch(/1 户/);
});

it('says flags, groups and what is read aloud', () => {
  expect(flagWords({ kind: 'pressure', count: 2 })).toBe('有 2 次反映“有人要求打满意”');
  expect([groupWords('75+'), groupWords('mixed'), groupWords('3号楼')]).toEqual(['75 岁以上', '其他（合并）', '3号楼']);
  expect(askedAloud('微心愿')).toMatch(/非常满意，满意，基本满意，不满意，非常不满意/);
});
