import fc from 'fast-check';
import type { Answers, TaskHead } from './model';
import { FOLLOW_UP_DEFAULTS as RULE, SHOWN_FROM, type FollowUp } from './rule-sets';
import { MOST_TASKS, isOverdue } from '@gongzhi/shared/kernel/task';
import * as rules from './rules';

const at = (instant: string) => new Date(instant);
const DUE = '2026-11-30T16:00:00.000Z';
const BEFORE = at('2026-11-30T15:59:59.999Z');
const said = (more: Partial<Answers> = {}): Answers => ({ ...rules.NO_ANSWERS, ...more });

describe('overdue', () => {
  test.each<[string, TaskHead['state'], Date, boolean]>([
    ['the last moment of its last day', 'doing', BEFORE, false],
    ['the very instant that day ends', 'doing', at(DUE), true],
    ['not begun', 'notStarted', at(DUE), true],
    ['blocked', 'blocked', at(DUE), true],
    ['sent back', 'sentBack', at(DUE), true],
    ['done and waiting to be accepted', 'done', at(DUE), false],
    ['accepted', 'accepted', at('2030-01-01T00:00:00.000Z'), false],
  ])('%s', (_, state, now, late) => expect(isOverdue({ state, dueAt: DUE }, now)).toBe(late));

  test('what was finished late says so for good, at the very instant too', () => {
    const done = (doneAt: string) => rules.wasLate({ state: 'accepted', dueAt: DUE, doneAt });
    expect([done(BEFORE.toISOString()), done(DUE)]).toEqual([false, true]);
    expect(rules.wasLate({ state: 'doing', dueAt: DUE })).toBe(false);
  });
});

describe('adding and moving tasks', () => {
  test.each([
    ['no resolution', undefined, 'NOT_FOUND'],
    ['complete', { tasks: 1, completedAt: DUE }, 'RESOLUTION_DONE'],
    ['full', { tasks: MOST_TASKS }, 'TOO_MANY_TASKS'],
    ['one place left', { tasks: MOST_TASKS - 1 }, undefined],
  ])('another task: %s', (_, resolution, refused) => expect(rules.mayAddTask(resolution)?.refused).toBe(refused));

  test.each([
    ['its owner', 'me', ['buildingHead'], 'doing', undefined],
    ['a worker', 'other', ['worker'], 'blocked', undefined],
    ['the chair', 'other', ['chair'], 'sentBack', undefined],
    ['a neighbour', 'other', ['resident'], 'doing', 'NOT_TASK_OWNER'],
    ['the street', 'other', ['supervisor'], 'doing', 'NOT_TASK_OWNER'],
    ['its owner while it is answered', 'me', ['resident'], 'done', 'AWAITING_ANSWER'],
    ['a worker after it was accepted', 'other', ['worker'], 'accepted', 'ALREADY_DONE'],
  ] as const)('%s', (_, personId, roles, state, refused) => {
    expect(rules.mayWorkOn({ state, owner: { personId: 'me' } }, { personId, roles })?.refused).toBe(refused);
  });

  test('a task of somebody outside has no owner who could be mistaken for one', () => {
    expect(rules.mayWorkOn({ state: 'doing', owner: {} }, { personId: 'me', roles: ['resident'] })?.refused).toBe(
      'NOT_TASK_OWNER',
    );
  });

  test.each([
    ['the same day', DUE, 'DUE_EARLIER'],
    ['an earlier one', '2026-11-29T16:00:00.000Z', 'DUE_EARLIER'],
    ['one that is over', '2026-11-20T16:00:00.000Z', 'DUE_PAST'],
    ['the next day', '2026-12-01T16:00:00.000Z', undefined],
  ])('more time until %s', (_, dueAt, refused) => {
    expect(rules.mayExtend({ dueAt: DUE }, dueAt, at('2026-11-23T02:00:00.000Z'))?.refused).toBe(refused);
  });
});

describe('sending back', () => {
  const rule = (more: Partial<FollowUp>): FollowUp => ({ ...RULE, ...more });
  test.each<[string, Partial<Answers>, Partial<FollowUp>, boolean]>([
    ['nobody', {}, {}, false],
    ['the author alone', { no: 1, authorNo: true }, {}, true],
    ['the author, where that is not enough', { no: 1, authorNo: true }, { authorAlone: false }, false],
    ['two who supported', { no: 2 }, {}, false],
    ['three who supported', { no: 3 }, {}, true],
    ['two, and two neighbours', { no: 2, seconds: 2 }, {}, false],
    ['two, and three neighbours', { no: 2, seconds: 3 }, {}, true],
    ['one, and five neighbours', { no: 1, seconds: 5 }, {}, false],
    ['one, and six neighbours', { no: 1, seconds: 6 }, {}, true],
    ['neighbours alone, however many', { seconds: 100 }, {}, false],
    ['neighbours where seconding is only shown', { no: 2, seconds: 100 }, { secondsPerSupporter: 0 }, false],
    ['three where seconding is only shown', { no: 3 }, { secondsPerSupporter: 0 }, true],
    ['many who accept do not keep the others from it', { yes: 50, no: 3 }, {}, true],
  ])('%s: %p', (_, answers, more, back) => expect(rules.isSentBack(said(answers), rule(more))).toBe(back));

  test('against whole supporters counted by hand: groups of seconds, never parts of them', () => {
    const figures = fc.record({
      no: fc.nat(6),
      seconds: fc.nat(30),
      needed: fc.integer({ min: 1, max: 6 }),
      per: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(figures, ({ no, seconds, needed, per }) => {
        const byHand = no > 0 && no + Math.floor(seconds / per) >= needed;
        expect(
          rules.isSentBack(said({ no, seconds }), rule({ sendBackSupporters: needed, secondsPerSupporter: per })),
        ).toBe(byHand);
      }),
    );
  });
});

describe('what a round comes to', () => {
  const until = DUE;
  const settled = (answers: Partial<Answers>, now: Date) =>
    rules.settledBy({ answers: said(answers), answersUntil: until }, RULE, now);
  test.each<[string, Partial<Answers>, rules.Settled, rules.Settled]>([
    ['nobody says anything', {}, 'open', 'accepted'],
    ['the author accepts', { yes: 1, authorYes: true }, 'accepted', 'accepted'],
    ['the author accepts and one sends back', { yes: 1, no: 1, authorYes: true }, 'open', 'reopened'],
    ['the author and one more against one', { yes: 2, no: 1, authorYes: true }, 'open', 'accepted'],
    ['one accepts', { yes: 1 }, 'open', 'accepted'],
    ['one sends back', { no: 1 }, 'open', 'reopened'],
    ['a tie', { yes: 2, no: 2 }, 'open', 'reopened'],
    ['one more for', { yes: 3, no: 2 }, 'open', 'accepted'],
    ['one more against', { yes: 1, no: 2 }, 'open', 'reopened'],
    ['enough send back', { yes: 9, no: 3 }, 'reopened', 'reopened'],
  ])('%s: before the end %p, at the end %p', (_, answers, before, end) => {
    expect([settled(answers, BEFORE), settled(answers, at(until))]).toEqual([before, end]);
  });

  test('at the end nothing stays open, and before it one more who accepts never sends back', () => {
    const answers = fc.record({
      yes: fc.nat(9),
      no: fc.nat(9),
      seconds: fc.nat(9),
      authorYes: fc.boolean(),
      authorNo: fc.boolean(),
    });
    fc.assert(
      fc.property(answers, (some) => {
        expect(settled(some, at(until))).not.toBe('open');
        const more = rules.withAnswer(some, 'accept', 'supporter');
        if (settled(some, BEFORE) !== 'reopened') expect(settled(more, BEFORE)).not.toBe('reopened');
      }),
    );
  });

  test('an answer is counted where it belongs', () => {
    const then = (a: Answers, [verdict, part]: readonly ['accept' | 'sendBack' | 'second', rules.Part]) =>
      rules.withAnswer(a, verdict, part);
    const steps = [
      ['accept', 'supporter'],
      ['sendBack', 'author'],
      ['second', 'none'],
      ['accept', 'author'],
    ] as const;
    expect(steps.reduce<Answers>(then, rules.NO_ANSWERS)).toEqual({
      yes: 2,
      no: 1,
      seconds: 1,
      authorYes: true,
      authorNo: true,
    });
    expect([rules.isSilent(said()), rules.isSilent(said({ seconds: 3 })), rules.isSilent(said({ no: 1 }))]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('who may answer', () => {
  const asking = { state: 'done', answersUntil: DUE, answers: said({ no: 1 }) } as const;
  test.each<[string, rules.Part, object, Date, string | undefined]>([
    ['the author', 'author', {}, BEFORE, undefined],
    ['who supported', 'supporter', {}, BEFORE, undefined],
    ['at the end', 'author', {}, at(DUE), 'NOT_ASKING'],
    ['a neighbour', 'none', {}, BEFORE, 'NOT_FOLLOWING'],
    ['of what is not done', 'author', { state: 'doing' }, BEFORE, 'NOT_ASKING'],
  ])('%s', (_, part, more, now, refused) =>
    expect(rules.mayAnswer({ ...asking, ...more }, part, now)?.refused).toBe(refused),
  );

  test.each<[string, rules.Part, object, Date, string | undefined]>([
    ['a neighbour', 'none', {}, BEFORE, undefined],
    ['who has a voice of their own', 'supporter', {}, BEFORE, 'ANSWER_YOURSELF'],
    ['where nobody sent back', 'none', { answers: said({ yes: 1 }) }, BEFORE, 'NOTHING_TO_SECOND'],
    ['at the end', 'none', {}, at(DUE), 'NOT_ASKING'],
  ])('seconding: %s', (_, part, more, now, refused) =>
    expect(rules.maySecond({ ...asking, ...more }, part, now)?.refused).toBe(refused),
  );
});

describe('the review', () => {
  const terms = rules.reviewTerms(
    { ...RULE, reviewAfterMinutes: 60, reviewMinutes: 30 },
    at('2026-11-23T00:00:00.000Z'),
  );
  test('opens and ends as long after the end as the community has set', () => {
    expect(terms).toEqual({ opensAt: '2026-11-23T01:00:00.000Z', closesAt: '2026-11-23T01:30:00.000Z' });
  });
  test.each([
    ['2026-11-23T00:59:59.999Z', 'before'],
    ['2026-11-23T01:00:00.000Z', 'open'],
    ['2026-11-23T01:29:59.999Z', 'open'],
    ['2026-11-23T01:30:00.000Z', 'ended'],
  ])('at %s it is %s', (now, phase) => expect(rules.reviewPhase(terms, at(now))).toBe(phase));

  const open = at('2026-11-23T01:00:00.000Z');
  test.each<[string, FollowUp['reviewers'], rules.Part, string | undefined]>([
    ['who supported', 'followers', 'supporter', undefined],
    ['a neighbour', 'followers', 'none', 'NOT_FOLLOWING'],
    ['a neighbour, where all residents are asked', 'residents', 'none', undefined],
  ])('asks %s', (_, reviewers, part, refused) =>
    expect(rules.mayReview({ ...terms, reviewers }, part, open)?.refused).toBe(refused),
  );
  test('asks nobody before there is one, nor after its end', () => {
    expect(rules.mayReview(undefined, 'author', open)?.refused).toBe('NOT_REVIEWING');
    expect(rules.mayReview({ ...terms, reviewers: 'residents' }, 'none', at(terms.closesAt))?.refused).toBe(
      'NOT_REVIEWING',
    );
  });

  test('shows no figure of fewer than five answers', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.nat(8), (helped, partly, not) => {
        const { n, figures } = rules.figuresShown({ helped, partly, not });
        expect(n).toBe(helped + partly + not);
        expect(figures).toEqual(n < SHOWN_FROM ? undefined : { helped, partly, not });
      }),
    );
  });
});
