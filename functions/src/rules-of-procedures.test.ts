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
