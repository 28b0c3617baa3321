import { PROCEDURES } from '@gongzhi/shared/kernel/ways/definitions';
import { RULES } from '@gongzhi/shared/votes/rule-sets';

test.each(PROCEDURES.map((procedure) => [procedure.name, procedure] as const))(
  '%s votes by rule sets that there are, of its own force: an advisory poll never decides, a law is never only advice',
  (_, { ruleIds, force }) => {
    expect(ruleIds.map((id) => RULES[id]?.force)).toEqual(ruleIds.map(() => force));
  },
);
test('every rule set belongs to a procedure: no vote goes round its steps', () => {
  const reached = new Set(PROCEDURES.flatMap(({ ruleIds }) => ruleIds));
  expect(Object.keys(RULES).filter((id) => !reached.has(id))).toEqual([]);
});

test('whom a law entitles to decide is whom its notice is told to: the same as whom its votes have on their rolls', () => {
  const cast = { household: 'resident', person: 'resident', delegate: 'councilMember', owner: 'owner' } as const;
  for (const { entitled, ruleIds } of PROCEDURES)
    for (const ruleId of entitled ? ruleIds : []) expect(cast[RULES[ruleId]!.unit]).toBe(entitled);
  expect(PROCEDURES.filter(({ entitled }) => entitled).map(({ name }) => name)).toEqual([
    ...['居民会议', '居民代表会议', '业主大会'],
  ]);
});
