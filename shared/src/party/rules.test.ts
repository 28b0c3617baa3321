import fc from 'fast-check';
import { REFUSALS, isRefusal } from '@gongzhi/shared/kernel/refusals';
import {
  confirmed,
  isLive,
  mayChange,
  mayConfirmCommunity,
  mayConfirmOrganisation,
  mayDecline,
  mayRenew,
  mayReport,
  maySetUnit,
  mayUse,
  renewed,
  stateAt,
  type Answering,
  type Standing,
} from './rules';

const NOW = new Date('2026-11-27T02:00:00.000Z');
const at = NOW.toISOString();
const CONFIRMED = { at, by: 'app' } as const;
const ASKED: Standing = { kind: 'inService', state: 'asked', branchId: 'B', unitId: 'U' };
const VALID: Standing = {
  ...{ ...ASKED, state: 'valid', since: at, validUntil: '2027-11-30T16:00:00.000Z' },
  ...{ organisation: CONFIRMED, community: CONFIRMED },
};
const OVER: Standing = { ...VALID, validUntil: at };
const RENEWING: Standing = { ...VALID, renewAskedAt: at };
const ENDED = (['declined', 'moved', 'left', 'withdrawn'] as const).map((state): Standing => ({ ...VALID, state }));
const codeOf = (verdict: unknown) => (isRefusal(verdict) ? verdict.refused : verdict);

test('it counts until the instant of its end and not at it; an end is never kept', () => {
  expect([stateAt(VALID, NOW), stateAt(OVER, NOW), stateAt(OVER, new Date(+NOW - 1))]).toEqual([
    'valid',
    'ended',
    'valid',
  ]);
  const { validUntil: _, ...endless } = VALID;
  expect(stateAt(endless, new Date('2099-01-01'))).toBe('valid');
  for (const one of ENDED) expect([stateAt(one, NOW), isLive(one)]).toEqual([one.state, false]);
  expect([isLive(ASKED), isLive(OVER), isLive(undefined)]).toEqual([true, true, false]);
});

test('one reports in once at a time, and anew when it is over; what is one’s own needs one that stands', () => {
  for (const one of [ASKED, VALID, RENEWING])
    expect([codeOf(mayReport(one, NOW)), mayChange(one, NOW)]).toEqual(['ALREADY_REPORTED', undefined]);
  for (const one of [undefined, OVER, ...ENDED])
    expect([mayReport(one, NOW), codeOf(mayChange(one, NOW))]).toEqual([undefined, 'NOT_REPORTED']);
  expect([mayUse(['privacy', 'party']), codeOf(mayUse(['privacy']))]).toEqual([undefined, 'PARTY_CONSENT']);
});

test.each<[string, Standing | undefined, string, string | undefined]>([
  ['nothing', undefined, at, 'NOT_REPORTED'],
  ['asked', ASKED, at, 'NOT_REPORTED'],
  ['a year before its end', VALID, at, 'RENEW_LATER'],
  ['the day before it may', VALID, '2027-10-01T15:59:59.999Z', 'RENEW_LATER'],
  ['the first instant of the day', VALID, '2027-10-01T16:00:00.000Z', undefined],
  ['a millisecond before its end', VALID, '2027-11-30T15:59:59.999Z', undefined],
  ['at its end', VALID, '2027-11-30T16:00:00.000Z', 'NOT_REPORTED'],
  ['asked already', RENEWING, '2027-11-01T00:00:00.000Z', 'ALREADY_DONE'],
])('renewing: %s', (_, one, now, code) => expect(codeOf(mayRenew(one, new Date(now)))).toBe(code));

const by = (more: Partial<Answering> = {}): Answering => ({ personId: 'A', memberId: 'M', worker: false, ...more });
const CONTACT = by({ unitId: 'U' });
const SECRETARY = by({ branchId: 'B' });
const WORKER = by({ worker: true });
const OWN: Standing = { kind: 'branch', state: 'asked', branchId: 'B' };
const WORDS: Standing = { kind: 'company', state: 'asked', branchId: 'B', unitName: '某公司' };

test.each<[string, Standing | undefined, Answering, 'app' | 'paper', string | undefined]>([
  ['the contact of the unit', ASKED, CONTACT, 'app', undefined],
  ['the contact of another', ASKED, by({ unitId: 'V' }), 'app', 'NOT_WAITING'],
  ['a contact of none where no unit is chosen', WORDS, by(), 'app', 'NOT_WAITING'],
  ['the secretary for a unit', ASKED, SECRETARY, 'app', 'NOT_WAITING'],
  ['the secretary for the branch’s own', OWN, SECRETARY, 'app', undefined],
  ['another secretary', OWN, by({ branchId: 'C' }), 'app', 'NOT_WAITING'],
  ['a worker in the app', ASKED, WORKER, 'app', 'NOT_WAITING'],
  ['a worker on paper', ASKED, WORKER, 'paper', undefined],
  ['a worker on paper for the branch’s own', OWN, WORKER, 'paper', undefined],
  ['a contact on paper', ASKED, CONTACT, 'paper', 'NOT_WAITING'],
  ['on paper for a unit in words', WORDS, WORKER, 'paper', 'UNIT_IN_WORDS'],
  ['oneself', ASKED, by({ unitId: 'U', personId: 'M' }), 'app', 'OWN_REPORT'],
  ['what is confirmed', { ...ASKED, organisation: CONFIRMED }, CONTACT, 'app', 'ALREADY_DONE'],
  ['what is over', OVER, CONTACT, 'app', 'NOT_WAITING'],
  ['nobody', undefined, CONTACT, 'app', 'NOT_WAITING'],
])('the organisation’s word: %s', (_, one, who, how, code) =>
  expect(codeOf(mayConfirmOrganisation(one, who, { how, now: NOW }))).toBe(code),
);

test.each<[string, Standing | undefined, string, string | undefined]>([
  ['asked', ASKED, 'A', undefined],
  ['asked and given', { ...ASKED, community: CONFIRMED }, 'A', 'ALREADY_DONE'],
  ['another term', RENEWING, 'A', undefined],
  ['counts, nothing asked', VALID, 'A', 'NOT_WAITING'],
  ['another term, too late', { ...OVER, renewAskedAt: at }, 'A', 'NOT_WAITING'],
  ['one’s own', ASKED, 'M', 'OWN_REPORT'],
  ['nobody', undefined, 'A', 'NOT_WAITING'],
])('the community’s word: %s', (_, one, personId, code) =>
  expect(codeOf(mayConfirmCommunity(one, { personId, memberId: 'M' }, NOW))).toBe(code),
);

test('a unit is put in place of its name once, by somebody else, while it is asked for', () => {
  const who = { personId: 'A', memberId: 'M' };
  const verdicts = [WORDS, ASKED, OWN, VALID, undefined].map((one) => codeOf(maySetUnit(one, who)));
  expect(verdicts).toEqual([undefined, 'ALREADY_DONE', 'NOT_WAITING', 'NOT_WAITING', 'NOT_WAITING']);
  expect(codeOf(maySetUnit(WORDS, { personId: 'M', memberId: 'M' }))).toBe('OWN_REPORT');
});

test.each<[string, Standing | undefined, Answering, string]>([
  ['a worker, asked', ASKED, WORKER, 'declined'],
  ['the contact, asked', ASKED, CONTACT, 'declined'],
  ['the secretary, the branch’s own', OWN, SECRETARY, 'declined'],
  ['the secretary, a unit’s', ASKED, SECRETARY, 'NOT_WAITING'],
  ['a worker, another term', RENEWING, WORKER, 'kept'],
  ['the secretary, another term', RENEWING, SECRETARY, 'NOT_WAITING'],
  ['a worker, counts', VALID, WORKER, 'NOT_WAITING'],
  ['the secretary, over by time', OVER, SECRETARY, 'left'],
  ['a worker, over by time', OVER, WORKER, 'NOT_WAITING'],
  ['oneself', ASKED, by({ personId: 'M', worker: true }), 'OWN_REPORT'],
  ['nobody', undefined, WORKER, 'NOT_WAITING'],
])('declining: %s', (_, one, who, code) => expect(codeOf(mayDecline(one, who, NOW))).toBe(code));

test('it counts from the instant at which both words are there, in whichever order', () => {
  const how = { months: 12, now: NOW };
  const one = confirmed(ASKED, { organisation: CONFIRMED }, how);
  const other = confirmed(ASKED, { community: CONFIRMED }, how);
  expect([one.state, other.state]).toEqual(['asked', 'asked']);
  const both = [confirmed(one, { community: CONFIRMED }, how), confirmed(other, { organisation: CONFIRMED }, how)];
  expect(both[0]).toEqual(both[1]);
  expect(both[0]).toMatchObject({ state: 'valid', since: at, validUntil: '2027-11-30T16:00:00.000Z' });
  expect(confirmed(VALID, { community: CONFIRMED }, how)).toEqual(VALID);
  expect(renewed(RENEWING, 6)).toEqual({ ...VALID, validUntil: '2028-05-31T16:00:00.000Z' });
});

test('whoever answers, whatever stands: nobody decides on their own, on one that ended, or twice', () => {
  const states = fc.constantFrom<Standing>(ASKED, VALID, OVER, RENEWING, OWN, WORDS, ...ENDED);
  const people = fc.record({
    personId: fc.constantFrom('A', 'M'),
    memberId: fc.constant('M'),
    unitId: fc.constantFrom('U', 'V', undefined),
    branchId: fc.constantFrom('B', 'C', undefined),
    worker: fc.boolean(),
  });
  fc.assert(
    fc.property(states, people, fc.constantFrom<'app' | 'paper'>('app', 'paper'), (one, who, how) => {
      const verdicts = [
        mayConfirmOrganisation(one, who, { how, now: NOW }),
        mayConfirmCommunity(one, who, NOW),
        maySetUnit(one, who),
        mayDecline(one, who, NOW),
      ];
      const refused = verdicts.map(isRefusal);
      if (who.personId === 'M') expect(refused).toEqual([true, true, true, true]);
      if (!isLive(one)) expect(refused).toEqual([true, true, true, true]);
      for (const verdict of verdicts) if (isRefusal(verdict)) expect(REFUSALS).toHaveProperty(verdict.refused);
    }),
  );
});
