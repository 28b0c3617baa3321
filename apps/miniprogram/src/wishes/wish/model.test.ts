import type { Inside } from '@gongzhi/shared/wishes/model';
import {
  ACT_WORDS,
  actsOf,
  noteOf,
  showsCode,
  visitScan,
  visitWords,
  type Reader,
  type Seen,
  type SeenVisit,
} from './model';

const NOW = new Date('2026-11-27T02:00:00.000Z');
const at = (clock: string) => `2026-11-27T${clock}:00.000Z`;
const visit = (from: string, to: string, more: object = {}): SeenVisit => ({
  ...{ shiftId: 's', claimerId: 'c', startsAt: at(from), endsAt: at(to) },
  ...more,
});
const shown = (state: string) => ({ wishId: 'w', title: '修水龙头', state }) as Seen['shown'];
const seen = (state: string, inside?: object): Seen => ({
  shown: shown(state),
  ...(inside ? { inside: { ...shown(state), hasDoor: true, behalf: false, ...inside } as unknown as Inside } : {}),
});
const member: Reader = { signedIn: true, member: true, worker: false };
const worker: Reader = { ...member, worker: true };
const acts = (given: Seen, reader = member) => {
  const { primary, others } = actsOf(given, reader, NOW);
  return [primary, ...others];
};
const claimer = (more: object = {}) => seen('claimed', { as: 'claimer', ...more });
const wisher = (state: string, more: object = {}) => seen(state, { as: 'wisher', ...more });
const [ahead, on, over] = [visit('09:00', '10:00'), visit('01:30', '03:00'), visit('00:00', '00:30')];

test.each<[string, Reader, (string | undefined)[]]>([
  ['somebody not signed in', { signedIn: false, member: false, worker: false }, ['sign-in']],
  ['somebody of no community', { ...member, member: false }, ['join']],
  ['a member', member, ['claim']],
  ['a worker', worker, ['claim', 'whose']],
])('an open wish: %s', (_, reader, expected) => expect(acts(seen('open'), reader)).toEqual(expected));

test.each<[string, Seen, Reader, (string | undefined)[]]>([
  ['claimed by another', seen('claimed'), member, [undefined]],
  ['claimed, no visit', claimer(), member, ['arrange', 'done', 'back']],
  ['claimed, nowhere to come to', claimer({ hasDoor: false }), member, ['done', 'back']],
  ['a visit ahead', claimer({ visit: ahead }), member, [undefined, 'move', 'done', 'back']],
  ['a visit on', claimer({ visit: on }), member, ['in', 'own-code', 'move', 'back']],
  ['in a visit', claimer({ visit: { ...on, inAt: at('01:40') } }), member, ['out', 'own-code']],
  [
    'after a visit',
    claimer({ visit: { ...on, inAt: at('01:40'), outAt: at('01:50') } }),
    member,
    ['done', 'arrange', 'back'],
  ],
  ['a visit nobody came to', claimer({ visit: over }), member, ['arrange', 'done', 'back']],
  ['a visit nobody left', claimer({ visit: { ...over, inAt: at('00:00') } }), member, ['done']],
  ['done', seen('done', { as: 'claimer' }), member, [undefined]],
  ['run out', seen('open', { as: 'claimer' }), member, ['claim']],
])('the claimer’s wish: %s', (_, given, reader, expected) => expect(acts(given, reader)).toEqual(expected));

test.each<[string, Seen, (string | undefined)[]]>([
  ['waiting', wisher('waiting'), [undefined, 'withdraw']],
  ['open', wisher('open'), [undefined, 'withdraw']],
  ['claimed', wisher('claimed'), [undefined, 'confirm', 'withdraw']],
  ['claimed, a visit on', wisher('claimed', { visit: on }), [undefined, 'scan', 'confirm', 'withdraw']],
  ['claimed, a visit over', wisher('claimed', { visit: over }), [undefined, 'word', 'confirm', 'withdraw']],
  ['done', wisher('done'), ['confirm', 'send-back']],
  ['served, a visit that counts', wisher('served', { visit: { ...over, service: { minutes: 30 } } }), [undefined]],
  ['served, a visit that does not', wisher('served', { visit: over }), [undefined, 'word']],
  ['declined', wisher('declined'), [undefined]],
])('the wisher’s wish: %s', (_, given, expected) => expect(acts(given)).toEqual(expected));

test.each<[string, Seen, (string | undefined)[]]>([
  ['waiting', seen('waiting'), ['publish', 'decline', 'whose']],
  ['done, not asked whose', seen('done'), [undefined, 'whose']],
  ['done, of somebody with a phone', seen('done', { as: 'worker' }), [undefined]],
  ['done, of somebody without', seen('done', { as: 'worker', behalf: true }), ['confirm', 'send-back']],
])('a worker’s: %s', (_, given, expected) => expect(acts(given, worker)).toEqual(expected));

test('the code is shown by the wisher’s side, while one may come or leave', () => {
  expect(showsCode(wisher('claimed', { visit: on }), NOW)).toBe(true);
  expect(showsCode(claimer({ visit: on }), NOW)).toBe(false);
  expect(showsCode(wisher('claimed', { visit: ahead }), NOW)).toBe(false);
  expect(showsCode(wisher('claimed', { visit: { ...on, inAt: at('01:40'), outAt: at('01:50') } }), NOW)).toBe(false);
  expect([visitScan(undefined, NOW), visitScan(on, NOW), visitScan(ahead, NOW)]).toEqual([undefined, 'in', undefined]);
});

test.each<[SeenVisit, RegExp]>([
  [ahead, /请扫对方/],
  [over, /没有签到/],
  [{ ...on, inAt: at('01:40') }, /^上午9点40分签到/],
  [{ ...on, inAt: at('01:40'), outAt: at('01:50'), late: true }, /补传/],
  [{ ...on, inAt: at('01:40'), outAt: at('01:50') }, /^已签退/],
  [visit('01:30', '03:00', { service: { minutes: 75 } }), /1小时15分/],
  [{ ...on, unsent: ['in'] }, /联网后自动发送/],
])('how a visit stands is said: %#', (given, words) => expect(visitWords(given, NOW)).toMatch(words));

test('what the other side wrote is said to whom it concerns', () => {
  expect(noteOf(seen('open'))).toBeUndefined();
  expect(noteOf(wisher('declined', { reason: '写了电话' }))?.words).toBe('写了电话');
  expect(noteOf(claimer({ sentBack: '还滴水' }))?.words).toBe('还滴水');
  expect(noteOf(wisher('open', { handedBack: '出差' }))?.words).toBe('出差');
  expect(noteOf(wisher('waiting'))?.title).toBe('等社区看过');
  expect([noteOf(wisher('done'))?.title, noteOf(seen('done', { as: 'claimer' }))?.title]).toEqual([
    ...['请您确认', '等对方确认'],
  ]);
  expect(noteOf(wisher('served'))).toBeUndefined();
});

test('every act has its words', () => expect(Object.values(ACT_WORDS).every((words) => words.length >= 2)).toBe(true));
