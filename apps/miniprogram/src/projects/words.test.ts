import { NeedState } from '@gongzhi/shared/projects/model';
import { NominationState } from '@gongzhi/shared/projects/post';
import { ProjectState } from '@gongzhi/shared/projects/project';
import {
  NEED_OPTIONS,
  NEED_STATES,
  NOMINATIONS,
  PROJECT_STATES,
  RESOURCE_OPTIONS,
  needWords,
  othersWords,
  postWords,
} from './words';

test('every state has words of its own', () => {
  for (const [states, words] of [
    [NeedState.options, NEED_STATES],
    [ProjectState.options, PROJECT_STATES],
    [NominationState.options, NOMINATIONS],
  ] as const) {
    expect(Object.keys(words)).toEqual([...states]);
    const said = Object.values(words).map(([word]) => word);
    expect(new Set(said).size).toBe(said.length);
  }
});

test('a need is told by what is needed, how much, by whom and when, and not by a name', () => {
  const at = '2026-11-27T02:00:00.000Z';
  expect(needWords({ kind: 'place', amount: '1 间', by: 'resident', at })).toBe(
    '场地 · 1 间 · 居民提出 · 11月27日（周五）',
  );
  expect(needWords({ kind: 'people', by: 'community', at })).toBe('人手 · 社区提出 · 11月27日（周五）');
});

test.each([
  [2, 1, 'open', '还差 1 人'],
  [2, 2, 'open', '已经满了'],
  [2, 0, 'closed', '不再认领'],
] as const)('a post of %i with %i taken, %s: %s', (slots, taken, state, room) => {
  expect(postWords({ className: '治安巡逻', slots, taken, state })).toBe(`治安巡逻 · ${slots} 人的岗位，${room}`);
});

test('those who are not named are counted', () => {
  expect([othersWords(3, 1), othersWords(2, 2), othersWords(0, 0)]).toEqual([
    ...['另有 2 位党员没有选择公开姓名。', undefined, undefined],
  ]);
});

test('money is neither asked for nor offered', () => {
  expect(NEED_OPTIONS.map(({ label }) => label)).toEqual(['场地', '物品', '技能服务', '人手']);
  expect(RESOURCE_OPTIONS.map(({ label }) => label)).toEqual(['场地', '物品', '技能服务']);
});
