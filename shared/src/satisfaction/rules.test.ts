import { says } from '@gongzhi/shared/kernel/refusals';
import { LEVELS, type Level } from '@gongzhi/shared/kernel/satisfaction-result';
import {
  aboutInWords,
  digitsOf,
  isLow,
  levelsOf,
  mayAnswer,
  mayAnswerFollowUp,
  mayCallBack,
  mayDisown,
  mayRead,
  mayTake,
  nextFollowUps,
  quarterOf,
  quartersAskedIn,
  reminderOf,
  stateOf,
} from './rules';

const at = (china: string) => new Date(`2026-11-${china}:00.000+08:00`);

it.each([
  ['27T08:59', '27T09:00'],
  ['27T09:00', '28T09:00'],
  ['27T23:00', '28T09:00'],
])('low answers of %s become follow-ups at %s', (when, next) => {
  expect(nextFollowUps(at(when))).toEqual(at(next));
});

it('reminds after a week, and never in a round that is over by then', () => {
  expect(reminderOf(at('01T10:00'), 14)).toEqual(at('08T10:00'));
  expect(reminderOf(at('01T10:00'), 7)).toBeUndefined();
});

describe('an invitation', () => {
  const expiresAt = '2026-11-28T00:00:00.000Z';
  const before = new Date('2026-11-27T23:59:59.999Z');
  it.each([
    ['open until its last instant', { expiresAt }, before, 'open'],
    ['expired from then on', { expiresAt }, new Date(expiresAt), 'expired'],
    ['answered whatever the time', { expiresAt, answered: 'x' }, new Date(expiresAt), 'answered'],
  ])('is %s', (_, standing, now, state) => expect(stateOf(standing, now)).toBe(state));

  it.each([
    ['nobody invited', undefined, 1, 'NOT_FOUND'],
    ['answered', { expiresAt, answered: 'x' }, 1, 'SURVEY_ANSWERED'],
    ['expired', { expiresAt: '2026-11-01T00:00:00.000Z' }, 1, 'SURVEY_OVER'],
    ['a question left out', { expiresAt }, 1, 'SURVEY_UNEVEN'],
    ['one too many', { expiresAt }, 3, 'SURVEY_UNEVEN'],
    ['as it should be', { expiresAt }, 2, undefined],
  ])('%s', (_, standing, levels, refused) => {
    expect(mayAnswer(standing, { levels, questions: 1 }, before)?.refused).toBe(refused);
  });

  it('says how many questions there are', () => {
    const refused = mayAnswer({ expiresAt }, { levels: 1, questions: 2 }, before);
    expect(refused && says(refused)).toBe('一共有 3 题，请每一题都选一项。');
  });
});

describe('levels', () => {
  it('are kept as digits and read back', () => {
    expect(digitsOf(LEVELS)).toBe('12345');
    expect(levelsOf('54321')).toEqual([...LEVELS].reverse());
  });
  it.each(['0', '6', 'a', '1x'])('stop the count when %s stands for nothing', (digits) => {
    expect(() => levelsOf(digits)).toThrow('stands for nothing');
  });
  it.each<[Level[], boolean]>([
    [['verySatisfied'], false],
    [['fairlySatisfied', 'satisfied'], false],
    [['dissatisfied'], true],
    [['verySatisfied', 'veryDissatisfied'], true],
  ])('%j is low: %s', (levels, low) => expect(isLow(levels)).toBe(low));
});

it.each([
  ['2026-12-31T15:59:59.999Z', '2026Q4'],
  ['2026-12-31T16:00:00.000Z', '2027Q1'],
  ['2026-03-31T16:00:00.000Z', '2026Q2'],
])('%s lies in %s of China', (instant, quarter) => expect(quarterOf(new Date(instant))).toBe(quarter));

it.each([
  ['2026-11-27T02:00:00.000Z', ['2026Q4', '2026Q3']],
  ['2026-12-31T16:00:00.000Z', ['2027Q1', '2026Q4']],
])('at %s a code may be of %j', (now, quarters) => expect(quartersAskedIn(new Date(now))).toEqual(quarters));

it.each([
  [undefined, 'NOT_FOUND'],
  [{}, 'ANSWER_OWN'],
  [{ sealed: 'x', channel: 'app' }, 'ANSWER_OWN'],
  [{ sealed: 'x', channel: 'paper' }, undefined],
  [{ sealed: 'x', channel: 'assisted' }, undefined],
  [{ sealed: 'x', channel: 'assisted', disowned: true }, 'PRESSURE_TOLD'],
] as const)('an answer %j is disowned: %s', (mark, refused) => expect(mayDisown(mark)?.refused).toBe(refused));

it('says what a round is about', () => {
  expect(aboutInWords({ kind: 'quarter', quarter: '2026Q4' })).toBe('2026年第四季度社区工作');
  expect(aboutInWords({ kind: 'event', service: 'wish' })).toBe('微心愿');
});

describe('a follow-up', () => {
  const me = { personId: 'me' };
  const it_ = (state: 'open' | 'answered' | 'accepted', responsibleId?: string) => ({ state, responsibleId });
  it.each([
    [undefined, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'TICKET_WRONG'],
    [it_('open'), 'FOLLOW_UP_UNTAKEN', undefined, 'FOLLOW_UP_UNTAKEN', 'FOLLOW_UP_UNANSWERED'],
    [it_('open', 'me'), undefined, 'ALREADY_DONE', undefined, 'FOLLOW_UP_UNANSWERED'],
    [it_('open', 'other'), 'FOLLOW_UP_TAKEN', undefined, 'FOLLOW_UP_TAKEN', 'FOLLOW_UP_UNANSWERED'],
    [it_('answered', 'me'), undefined, 'FOLLOW_UP_SHUT', 'FOLLOW_UP_SHUT', undefined],
    [it_('answered', 'other'), 'FOLLOW_UP_TAKEN', 'FOLLOW_UP_SHUT', 'FOLLOW_UP_TAKEN', undefined],
    [it_('accepted', 'me'), undefined, 'FOLLOW_UP_SHUT', 'FOLLOW_UP_SHUT', 'FOLLOW_UP_UNANSWERED'],
  ])('%j', (followUp, read, take, answer, back) => {
    expect(mayRead(followUp, me)?.refused).toBe(read);
    expect(mayTake(followUp, me)?.refused).toBe(take);
    expect(mayAnswerFollowUp(followUp, me)?.refused).toBe(answer);
    expect(mayCallBack(followUp)?.refused).toBe(back);
  });
});
