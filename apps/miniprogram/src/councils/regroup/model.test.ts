import type { ProposalHead } from '@gongzhi/shared/councils/model';
import { takesOf, targetsOf, whyNot } from './model';

const titles = { first: '加装电梯', second: '修好楼道' };
test.each([
  [['first'] as const, titles, '只有一条建议，不能再拆。'],
  [['first', 'first'] as const, titles, '两件都至少要分到一条建议。'],
  [['first', 'second'] as const, { ...titles, second: ' ' }, '请给两件都写上标题。'],
  [['second', 'first'] as const, titles, undefined],
])('splitting %j', (sides, named, why) => expect(whyNot(sides, named)).toBe(why));

test('each side takes its recommendations in their order', () => {
  expect(takesOf(['second', 'first', 'second'], 'second')).toEqual([0, 2]);
});
test('merged into are others that are not voted on yet, never itself', () => {
  const found = (['gathering', 'agenda', 'voting', 'decided', 'merged'] as const).map(
    (stage, i) => ({ proposalId: String(i), stage }) as ProposalHead,
  );
  expect(targetsOf(found, '0').map(({ proposalId }) => proposalId)).toEqual(['1']);
});
