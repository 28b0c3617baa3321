import { PERSONAL } from './personal';
import { TOLD, isTold, keptOf, toldPersonally } from './rules';

const A = '01ARYZ6S410000000000000001';
const B = '01ARYZ6S410000000000000002';
const of = A;

test.each([
  ['the volunteer of an answer', 'hours.case-answered', { volunteerId: A, accepted: true }, '', [A]],
  [
    'each of a class whose certificates were issued',
    'hours.certificates-issued',
    { volunteerIds: `${A},${B}` },
    '',
    [A, B],
  ],
  ['each of them once', 'hours.certificates-issued', { volunteerIds: `${A},${A}` }, '', [A]],
  ['nobody of a batch from before its people were named', 'hours.certificates-issued', { issued: 2 }, '', []],
  ['whose certificate was revoked', 'hours.certificate-revoked', { number: '2026-X', volunteerId: A }, '', [A]],
  ['the buyer of what was handed over', 'exchange.order-handed', { personId: A }, `points/${B}`, [A]],
  ['the buyer of what was cancelled', 'exchange.order-cancelled', { personId: A }, `points/${B}`, [A]],
  ['whoever is thanked', 'exchange.thanks-given', { waiting: false }, `thanks/${of}`, [A]],
  ['nobody while the words wait', 'exchange.thanks-given', { waiting: true }, `thanks/${of}`, []],
  [
    'whoever is thanked, once they are let through',
    'exchange.thanks-decided',
    { publish: true, authorId: B },
    `thanks/${of}`,
    [A],
  ],
  ['their author, when they are not', 'exchange.thanks-decided', { publish: false, authorId: B }, `thanks/${of}`, [B]],
  ['nobody, when nobody is named', 'exchange.thanks-decided', { publish: false }, `thanks/${of}`, []],
] as const)('told is %s', (_, type, data, subject, people) => {
  expect(toldPersonally(type, data, subject)?.people).toEqual(people);
  expect(isTold(type, data)).toBe(true);
});

test('what concerns a matter or an activity is told of as such; that something was taken is told to nobody', () => {
  expect(toldPersonally('votes.vote-opened', { ownerId: A }, A)).toBeUndefined();
  expect(toldPersonally('volunteering.moved-up', { volunteerId: A }, A)).toBeUndefined();
  expect(isTold('exchange.offer-taken', { personId: A })).toBe(false);
});

test('each has its title in words, and is listened to', () => {
  for (const [type, { title }] of Object.entries(PERSONAL)) {
    expect(title).toMatch(/^\p{Script=Han}{2,8}$/u);
    expect(TOLD as readonly string[]).toContain(type);
  }
});

test('a notice tells neither who else was told nor who wrote what', () =>
  expect(keptOf({ volunteerIds: A, volunteerId: A, personId: A, authorId: B, caseId: 'x', accepted: true })).toEqual({
    ...{ caseId: 'x', accepted: true },
  }));
