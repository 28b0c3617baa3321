import { procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import { judge } from '@gongzhi/shared/kernel/ways/gates';
import { beginning, evidence } from '@gongzhi/shared/kernel/ways/test-way';
import { showWay } from './show-way';

const owners = procedureOf('owners-2021-1')!;
const now = new Date('2026-12-01T02:00:00.000Z');
const facts = beginning(owners, { matter: { agendaAt: '2026-11-26T02:00:00.000Z', supports: 5, threshold: 5 } });

test('a gate shows the number the matter goes by, not the one the procedure has today', () => {
  const numbers = { ...facts.numbers, notice: 20 };
  const { stages } = showWay(owners, judge(owners, { ...facts, numbers }, now), numbers);
  expect(stages[1]?.gates[0]).toMatchObject({ gateId: 'notice', number: 20, unit: 'calendar', state: 'open' });
});
test('a gate whose days run shows its evidence and when it can be passed', () => {
  const notice = evidence({ endsAt: '2026-12-11T16:00:00.000Z' });
  const { stages, nextStep } = showWay(owners, judge(owners, { ...facts, evidence: { notice } }, now), facts.numbers);
  expect(stages[1]?.gates[0]).toMatchObject({ state: 'closed', earliest: notice.endsAt, evidence: notice });
  expect(nextStep).toEqual({ stageId: 'notice', gateId: 'notice' });
});
