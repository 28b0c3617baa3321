import type { Receipt } from '../receipts';
import { RECEIPT_WORDS, maySecretly, refusedWords, secretWords } from './secret-words';

const RECEIPT: Receipt = {
  owner: 'A',
  communityId: '310110009001',
  voteId: 'V1',
  question: '种不种树',
  code: '7K2M-9QXD-0HWT-4BRA',
  at: '2026-11-24T01:00:00.000Z',
  state: 'recorded',
};
const open = 'open' as const;
const mine = { onRoll: true, voted: false };
const voted = { onRoll: true, voted: true };

test.each([
  ['one who may vote hears nothing beforehand', { phase: open, mine }, undefined, undefined],
  ['a visitor is told how to join', { phase: open }, undefined, /加入本社区/],
  ['one not on the roll is told why', { phase: open, mine: { onRoll: false, voted: false } }, undefined, /名册/],
  ['one whose try was never answered', { phase: open, mine }, { ...RECEIPT, state: 'sent' as const }, /不会变成两票/],
  ['the phone that cast', { phase: open, mine: voted }, RECEIPT, /已经收到，算一票，不能再改/],
  ['another phone of the household', { phase: open, mine: voted }, undefined, /回执在投票的那部手机上/],
  [
    'a household that voted on paper',
    { phase: open, mine: { ...voted, channel: 'paper' as const } },
    undefined,
    /票箱/,
  ],
  ['one that was helped', { phase: open, mine: { ...voted, channel: 'assisted' as const } }, undefined, /代录/],
  ['after the end who did not vote', { phase: 'counting' as const, mine }, undefined, undefined],
  ['after the end who voted', { phase: 'decided' as const, mine: voted }, RECEIPT, /已经收到/],
])('%s', (_, vote, receipt, words) => {
  const said = secretWords(vote, receipt);
  if (words) expect(said).toMatch(words);
  else expect(said).toBeUndefined();
  expect(said ?? '').not.toMatch(/赞成|反对|弃权/);
});

test('a ballot is cast once, while the vote is open, by who is on the roll', () => {
  expect(maySecretly({ phase: open, mine })).toBe(true);
  for (const vote of [{ phase: open }, { phase: open, mine: voted }, { phase: 'counting' as const, mine }])
    expect(maySecretly(vote)).toBe(false);
});

test('who comes second in a household is not told that a secret ballot can be changed', () => {
  expect(refusedWords('HOUSEHOLD_VOTED', '可以改')).toMatch(/不能改/);
  expect(refusedWords('CLOSED', '已截止')).toBe('已截止');
  expect(refusedWords(undefined, '坏了')).toBe('坏了');
});

test('the receipt says what it is for and what it does not show', () =>
  expect(RECEIPT_WORDS.secret.join('')).toMatch(/查到您的票.*看不出您投了什么/));
