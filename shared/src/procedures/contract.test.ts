import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { procedures } from './contract';
import { PROCEDURE_IDS } from '@gongzhi/shared/kernel/ways/definitions';

const at = { communityId: '310105000001', proposalId: '01JD0000000000000000000001' };
const says = (route: Route, input: object): string[] =>
  (route.input.safeParse({ ...at, ...input }, { jitless: true }).error?.issues ?? []).map(({ message }) => message);
const step = { gateId: 'propose', heldOn: '2026-11-20', place: '党群服务中心', entitled: 30, present: 20, agreed: 15 };

test('a step on the spot is read when its figures can be true', () => {
  expect(says(procedures.recordStep, step)).toEqual([]);
  expect(says(procedures.recordStep, { ...step, present: 31 })).toEqual(['到会人数不能多于应到人数']);
  expect(says(procedures.recordStep, { ...step, agreed: 21 })).toEqual(['同意人数不能多于到会人数']);
});
test.each([
  { heldOn: '2026-11-31' },
  { heldOn: '昨天' },
  { entitled: -1 },
  { present: 1.5 },
  { place: '' },
  { gateId: 'Not A Gate' },
])('a step with %j is not read', (more) => expect(says(procedures.recordStep, { ...step, ...more })).not.toEqual([]));
test('every procedure there is can be chosen, and an election is read to be refused with its reason', () => {
  for (const procedureId of [...PROCEDURE_IDS, 'election'])
    expect([procedureId, says(procedures.chooseProcedure, { kind: 'joint', procedureId })]).toEqual([procedureId, []]);
  expect(says(procedures.chooseProcedure, { kind: 'other', procedureId: 'election' })).toHaveLength(1);
  expect(procedures.chooseProcedure.refusals).toContain('ELECTION_NOT_HERE');
});
test('a notice, an objection, an answer and a correction have words', () => {
  const objectionId = at.proposalId;
  expect(says(procedures.publishNotice, { gateId: 'publicity', text: ' ' })).toEqual(['请填写公示内容']);
  expect(says(procedures.raiseObjection, { text: '' })).toEqual(['请填写异议']);
  expect(says(procedures.answerObjection, { objectionId, answer: '好'.repeat(301) })).toEqual([
    '答复不能超过 300 个字',
  ]);
  expect(says(procedures.correctStep, { gateId: 'propose', reason: '\n' })).toEqual(['请填写更正的理由']);
});
test('whoever a gate may name publishes, records and corrects, who leads chooses, the chair sets numbers, everybody here objects, and all may read', () => {
  const { access: _ } = procedures.readWay;
  const access = Object.fromEntries(
    Object.entries(procedures as Record<string, Route>).map(([name, route]) => [name, route.access]),
  );
  const ACTS = ['worker', 'chair', 'branchSecretary'];
  expect(access).toMatchObject({
    ...{ readWay: 'public', listRecords: 'public', readRules: 'public', listRules: 'public' },
    ...{ publishNotice: ACTS, correctStep: ACTS, recordStep: ACTS, answerObjection: ACTS },
    ...{ chooseProcedure: ['worker', 'chair'], adoptRules: ['chair'] },
  });
  expect(access['raiseObjection']).toContain('resident');
});
test('what a command costs at most is said', () => {
  for (const [name, route] of Object.entries(procedures as Record<string, Route>))
    if (isCommand(route)) expect([name, (route.units ?? 8) <= 14]).toEqual([name, true]);
});
