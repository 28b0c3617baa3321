import type { Section } from './print-table';
import type { Crowd } from './measure-crowd';
import type { Pages } from './measure-pages';
import { rowComputed, rowCrowd, rowPages } from './row-crowd';

const cast = { for: 5_000, against: 2_500, abstain: 2_500 };
const crowd: Crowd = {
  households: 10_000,
  settledSeconds: 60,
  voting: { count: 10_000, errors: 0, seconds: 12, perSecond: 833, p50: 10, p99: 30, cpuUs: 0 },
  cast,
  counted: cast,
};
const pages: Pages = { ballots: [10, 100_000], running: [6, 6], decided: [5, 5], cast, counted: cast };
const pastOf = ({ rows }: Section) => rows.filter(({ ok }) => ok === false).map(({ what }) => what);
const past = (change: Partial<Crowd>) => pastOf(rowCrowd({ ...crowd, ...change }));

test('a community that voted exactly as it was counted is inside its budgets', () => {
  expect(past({})).toEqual([]);
});

test.each<[string, Partial<Crowd>, string]>([
  ['ten minutes passed', { voting: { ...crowd.voting, seconds: 601 } }, 'all vote, 16 connections'],
  ['somebody did not get to vote', { voting: { ...crowd.voting, count: 9_999 } }, 'all vote, 16 connections'],
  ['a request failed', { voting: { ...crowd.voting, errors: 1 } }, 'errors'],
  ['a ballot was counted elsewhere', { counted: { ...cast, for: 4_999, against: 2_501 } }, 'result'],
  ['a ballot was lost', { counted: { ...cast, abstain: 2_499 } }, 'result'],
])('the table says so when %s', (_, change, what) => {
  expect(past(change)).toEqual([what]);
});

test.each<[string, Partial<Pages>, string[]]>([
  ['both cost the same', {}, []],
  ['the open page costs more with many', { running: [6, 7] }, ['open, at 10 and 100,000 ballots']],
  ['the result costs more with many', { decided: [5, 5.5] }, ['decided, at 10 and 100,000 ballots']],
  ['nobody heard what the result costs', { decided: [NaN, NaN] }, ['decided, at 10 and 100,000 ballots']],
  ['a ballot was lost', { counted: { ...cast, abstain: 2_499 } }, ['result']],
])('of a page the table says when %s', (_, change, what) => {
  expect(pastOf(rowPages({ ...pages, ...change }))).toEqual(what);
});

test('a recount that disagrees, takes a changed list or is slow, and a picture that loses people, are past their budgets', () => {
  const size = { people: 2_000, statements: 60 };
  const oks = (recount: object, picture: object) =>
    rowComputed(
      { ballots: 100_000, seconds: 3, code: 0, changed: 1, ...recount },
      { seconds: 2, groups: 3, placed: 2_000, ...picture },
      size,
    ).rows.map(({ ok }) => ok);
  expect(oks({}, {})).toEqual([true, true, true]);
  expect(oks({ code: 4 }, {})).toEqual([false, true, true]);
  expect(oks({ seconds: 11 }, {})).toEqual([false, true, true]);
  expect(oks({ changed: 0 }, { placed: 1_999 })).toEqual([true, false, false]);
});
