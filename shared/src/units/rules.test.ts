import fc from 'fast-check';
import { ROLES } from '@gongzhi/shared/kernel/contract';
import { AgreementPlan, UNIT_KINDS, UnitKind } from './model';
import { holdsOn, mayStand, mayWrite, mayTakePart } from './rules';

test('a worker writes of every unit, a contact of their own alone, nobody else of any', () => {
  for (const role of ROLES)
    for (const unitId of ['A', 'B', undefined]) {
      const may = role === 'worker' || (role === 'unitContact' && unitId === 'A');
      expect([role, unitId, mayWrite({ roles: [role], unitId }, 'A')?.refused]).toEqual([
        ...[role, unitId, may ? undefined : 'NOT_UNIT_CONTACT'],
      ]);
    }
});

test('only a worker’s words stand when the check is unsure; sure ones stand of everybody', () => {
  for (const role of ROLES) {
    expect(mayStand({ roles: [role] }, false)).toBeUndefined();
    expect(mayStand({ roles: [role] }, true)?.refused).toBe(role === 'worker' ? undefined : 'WORDS_UNSURE');
  }
});

const day = fc.integer({ min: 0, max: 800 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
test('an agreement holds from its first day to its last, and is never written the other way round', () => {
  fc.assert(
    fc.property(day, day, day, (from, until, at) => {
      const fits = AgreementPlan.safeParse({ about: '共用场地', from, until }).success;
      expect(fits).toBe(until >= from);
      if (!fits) return;
      expect([holdsOn({ from, until }, from), holdsOn({ from, until }, until)]).toEqual([true, true]);
      expect(holdsOn({ from, until }, at)).toBe(at >= from && at <= until);
    }),
  );
});

test('a withdrawn agreement holds on no day, and nothing is written of a closed unit', () => {
  const withdrawn = { at: '2026-11-27T02:00:00.000Z', reason: '双方商定终止' };
  expect(holdsOn({ from: '2026-01-01', until: '2026-12-31', withdrawn }, '2026-06-01')).toBe(false);
  expect([mayTakePart({}), mayTakePart({ closed: withdrawn })]).toEqual([undefined, { refused: 'UNIT_CLOSED' }]);
});

test('kinds have words of their own', () => {
  expect(UnitKind.options).toEqual(Object.keys(UNIT_KINDS));
  expect(new Set(Object.values(UNIT_KINDS)).size).toBe(UnitKind.options.length);
});
