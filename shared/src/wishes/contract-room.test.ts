import type { Route } from '@gongzhi/shared/kernel/contract';
import { mayMiss, slipsIn, takesWords } from '@gongzhi/shared/kernel/test-edits';
import { wishes } from './contract';

/** What room there is in what is told of a wish: to everybody, and to those who have to do with it. */
const id = (n: number) => `01JD000000000000000000000${n}`;
const at = '2026-11-27T10:00:00.000Z';
const card = {
  ...{ wishId: id(1), title: '修水龙头', what: 'help', budget: 0, level: 'named', state: 'claimed' },
  who: { callName: '王阿姨', building: '3号楼' },
};
const shown = { ...card, about: '厨房滴水' };
const service = { from: at, to: at, minutes: 60, grade: 'placed', version: 1 };
const visit = {
  ...{ shiftId: id(2), startsAt: at, endsAt: at, claimerId: id(3), inAt: at, outAt: at, late: true, service },
};
const inside = {
  ...{ ...shown, as: 'wisher', now: at, at, behalf: false, callName: '王阿姨', building: '3号楼', door: '2-501' },
  ...{ hasDoor: true, reason: '重复', handedBack: '没空', sentBack: '还滴水', claimerId: id(3), claimerName: '李叔' },
  ...{ claimedUntil: at, visit, served: { at, by: 'worker', word: '谢谢' }, reads: [{ at, by: '张社工' }] },
};
const outOf = (name: keyof typeof wishes) => (wishes[name] as Route).output;
const NEVER = ['phone', 'householdId', 'wisherId', 'authorId', 'lat', 'points', 'score', 'rank', 'pk'];
const WHO = ['who', 'who.callName', 'who.building'];

test('a card in a list', () => {
  const page = { items: [card], next: 'c' };
  for (const name of ['listOpen', 'listMine', 'listClaimed', 'listWaiting'] as const) {
    expect(slipsIn(outOf(name), page, [...NEVER, 'door', 'claimerId', 'behalf', 'about'])).toEqual([]);
    expect(mayMiss(outOf(name), page).sort()).toEqual([...WHO.map((field) => `items.0.${field}`), 'next'].sort());
    expect(takesWords(outOf(name), page).sort()).toEqual([
      ...['items.0.title', 'items.0.who.building', 'items.0.who.callName', 'next'],
    ]);
  }
});
test('a wish as everybody reads it', () => {
  expect(slipsIn(outOf('readWish'), shown, [...NEVER, 'door', 'claimerId', 'claimerName', 'at', 'reads'])).toEqual([]);
  expect(mayMiss(outOf('readWish'), shown).sort()).toEqual([...WHO].sort());
  expect(takesWords(outOf('readWish'), shown).sort()).toEqual(['about', 'title', 'who.building', 'who.callName']);
});
test('a wish as those see it who have to do with it', () => {
  expect(slipsIn(outOf('readInside'), inside, NEVER)).toEqual([]);
  expect(mayMiss(outOf('readInside'), inside).sort()).toEqual(
    [
      ...[...WHO, 'building', 'door', 'reason', 'handedBack', 'sentBack', 'claimerId', 'claimerName', 'claimedUntil'],
      ...['visit', 'visit.inAt', 'visit.outAt', 'visit.late', 'visit.service', 'served', 'served.word', 'reads'],
    ].sort(),
  );
  expect(takesWords(outOf('readInside'), inside).sort()).toEqual(
    [
      ...['title', 'about', 'who.callName', 'who.building', 'callName', 'building', 'door', 'claimerName'],
      ...['reason', 'handedBack', 'sentBack', 'served.word', 'reads.0.by'],
    ].sort(),
  );
});
