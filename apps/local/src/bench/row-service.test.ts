import type { Service } from './measure-service';
import { rowService } from './row-service';

const sample = { count: 500, errors: 0, seconds: 2, perSecond: 250, p50: 20, p99: 60, cpuUs: 0 };
const step = (write: number) => ({ ...sample, calls: 500, read: 500 * 5, write: 500 * write });
const service: Service = {
  ...{ people: 500, signUp: step(9), checkIn: step(4), checkOut: step(4) },
  ...{ served: 5_000, entered: 5_000, enteredSeconds: 4, firstCertificate: 1_700, certificate: 300 },
};
const UNITS = { signUp: 10, check: 4 };
const past = (change: Partial<Service>) =>
  rowService({ ...service, ...change }, UNITS)
    .rows.filter(({ ok }) => ok === false)
    .map(({ what }) => what);

test('five hundred who came and went, and whose hours stand, are inside their budgets', () => {
  expect(past({})).toEqual([]);
});

test.each<[string, Partial<Service>, string]>([
  ['coming took two minutes', { checkIn: { ...step(4), seconds: 120 } }, 'all check in'],
  ['somebody did not come in', { checkIn: { ...step(4), count: 499 } }, 'all check in'],
  ['signing up took longer', { signUp: { ...step(9), seconds: 200 } }, 'all sign up, 16 connections'],
  ['somebody did not get out', { checkOut: { ...step(4), count: 499 } }, 'all check out'],
  ['a request failed', { checkOut: { ...step(4), errors: 1 } }, 'errors'],
  ['a check writes a unit more', { checkIn: step(5) }, 'checking in'],
  ['a place writes a unit more', { signUp: step(11) }, 'signing up'],
  ['a check reads too much', { checkOut: { ...step(4), read: 4_500 } }, 'checking out'],
  ['nobody heard what it cost', { checkIn: { ...step(4), calls: 0, read: 0, write: 0 } }, 'checking in'],
  ['a minute was lost', { entered: 4_999 }, 'hours entered after the last left'],
  ['an hour counts twice', { entered: 5_010 }, 'hours entered after the last left'],
  ['a certificate takes a second', { certificate: 1_000 }, 'a certificate issued and drawn, slowest of four'],
])('the table says so when %s', (_, change, what) => {
  expect(past(change)).toEqual([what]);
});

test('what the first certificate takes, with its font, is told and no budget', () => {
  const { rows } = rowService({ ...service, firstCertificate: 9_000 }, UNITS);
  expect(rows.at(-1)).toMatchObject({ measured: '300 ms (the first, with its font, 9000)', ok: true });
});
