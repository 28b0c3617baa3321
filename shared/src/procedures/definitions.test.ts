import type { Gate } from '@gongzhi/shared/kernel/ways/definition';
import { PROCEDURES, gatesOf, numbersOf, procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import { isElection } from '@gongzhi/shared/kernel/ways/elections';
import { judge } from '@gongzhi/shared/kernel/ways/gates';
import { AffairKind } from '@gongzhi/shared/kernel/ways/shapes';
import { beginning, complete } from '@gongzhi/shared/kernel/ways/test-way';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import { AFFAIRS } from './affairs';
import { procedures as routes } from './contract';
import { Way } from './model';
import { showWay } from './show-way';

test.each(PROCEDURES.map((procedure) => [procedure.name, procedure] as const))('%s is whole', (_, procedure) => {
  const { source, sourceDate, stages, ruleIds } = procedure;
  const gates = gatesOf(procedure);
  expect(source).not.toBe('');
  expect(sourceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(new Set(gates.map(({ gateId }) => gateId)).size).toBe(gates.length);
  expect(new Set(stages.map(({ stageId }) => stageId)).size).toBe(stages.length);
  expect(gates.filter(({ kind }) => kind === 'vote')).toHaveLength(ruleIds.length > 0 ? 1 : 0);
  for (const { kind, number, shares } of gates) {
    expect([kind, number !== undefined]).toEqual([kind, ['heard', 'notice', 'publicity', 'days'].includes(kind)]);
    expect([kind, shares !== undefined]).toEqual([kind, kind === 'recorded']);
    expect(number?.sourceDate ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test('who may act in each gate is data, and whoever it names comes through the door', () => {
  const door: Partial<Record<Gate['kind'], readonly string[]>> = {
    ...{ notice: routes.publishNotice.access, publicity: routes.publishNotice.access },
    ...{ objections: routes.answerObjection.access, recorded: routes.recordStep.access, vote: votes.openVote.access },
    heard: meetings.callMeeting.access,
  };
  for (const gate of PROCEDURES.flatMap(gatesOf)) {
    expect([gate.gateId, gate.may.length > 0]).toEqual([gate.gateId, door[gate.kind] !== undefined]);
    for (const role of gate.may)
      expect([gate.gateId, door[gate.kind]]).toEqual([gate.gateId, expect.arrayContaining([role])]);
  }
});
test('what the party’s own organisation decided is recorded by its secretary and by nobody else', () => {
  const gates = gatesOf(procedureOf('four-and-two-2026-1')!).filter(({ kind }) => kind === 'recorded');
  expect(gates.map(({ gateId, may }) => [gateId, may])).toEqual([
    ['propose', ['branchSecretary']],
    ['consult', ['branchSecretary', 'worker']],
    ['deliberate', ['branchSecretary']],
  ]);
});

test('what is shipped: the council, 四议两公开, residents, delegates, owners, the three meetings and the poll', () => {
  expect(PROCEDURES.map(({ name }) => name).sort()).toEqual(
    [
      '社区议事会',
      '四议两公开',
      '居民会议',
      '居民代表会议',
      '业主大会',
      '听证会',
      '协调会',
      '评议会',
      '意见征询',
    ].sort(),
  );
  expect(procedureOf('community-council-2026-1')?.stages.map(({ name }) => name)).toEqual([
    ...['征集', '协商', '公示', '表决', '结果公示', '执行', '评议'],
  ]);
  const four = procedureOf('four-and-two-2026-1')?.stages.map(({ name }) => name);
  expect(four).toEqual(['党组织提议', '两委会商议', '党员大会审议', '表决', '决议公开', '执行', '实施结果公开']);
});
test('owners hear of it fifteen days before, and no community may make it less', () => {
  expect(numbersOf(procedureOf('owners-2021-1')!, {})['notice']).toBe(15);
  expect(gatesOf(procedureOf('owners-2021-1')!).find(({ gateId }) => gateId === 'notice')?.number?.floor).toBe(15);
});
test('a community’s own numbers take the place of those of the procedure they are for, and of no other', () => {
  const own = { 'community-council-2026-1/publicity': 7 };
  expect(numbersOf(procedureOf('community-council-2026-1')!, own)).toEqual({ heard: 1, publicity: 7, result: 3 });
  expect(numbersOf(procedureOf('residents-meeting-2026-1')!, own)['publicity']).toBe(3);
});

test('each of the five kinds says what one may, what one must, who decides, and a procedure that exists', () => {
  expect(Object.keys(AFFAIRS)).toEqual(AffairKind.options);
  for (const { name, says, examples, rights, duties, decides, procedureIds } of Object.values(AFFAIRS)) {
    for (const words of [says, examples, rights, duties, decides])
      expect([name, words.length > 5]).toEqual([name, true]);
    for (const id of procedureIds) expect([id, procedureOf(id)?.procedureId]).toEqual([id, id]);
  }
});

test.each([
  ['社区居民委员会换届选举', true],
  ['关于 居委会 主任补选的表决', true],
  ['罢免居民委员会副主任', true],
  ['选举居民代表', true],
  ['推选居务监督委员会成员', true],
  ['选举居民小组长', true],
  ['业主委员会委员候选人张三', false],
  ['选聘物业服务企业', false],
  ['给 3 号楼装一部电梯', false],
  ['选一个地方放充电桩', false],
  ['居民委员会公布停车方案', false],
])('“%s” is an election of the residents’ committee: %s', (words, is) => expect(isElection(words)).toBe(is));

describe('what the page is shown', () => {
  test.each(PROCEDURES.map((procedure) => [procedure.name, procedure] as const))(
    '%s fits its shape, at the beginning and at the end',
    (_, procedure) => {
      for (const facts of [beginning(procedure), complete(procedure)]) {
        const shown = showWay(procedure, judge(procedure, facts, new Date('2026-12-20T00:00:00.000Z')), facts.numbers);
        const { procedureId, name, force, source, sourceDate, verified, ruleIds } = procedure;
        const way = {
          procedureId,
          name,
          force,
          source,
          sourceDate,
          verified,
          ruleIds,
          chosen: true,
          rulesVersion: 0,
          ...shown,
          objections: { raised: 0, answered: 0 },
        };
        expect(Way.safeParse(way, { jitless: true }).error).toBeUndefined();
      }
    },
  );
  test('one stage is now, those before it are done, those after it come later; at the end all are done and nothing is next', () => {
    const council = procedureOf('community-council-2026-1')!;
    const states = (facts: Parameters<typeof judge>[1]) =>
      showWay(council, judge(council, facts, new Date('2026-12-20')), facts.numbers);
    const begun = states({
      ...beginning(council),
      matter: { agendaAt: '2026-11-26T02:00:00.000Z', supports: 5, threshold: 5 },
    });
    expect(begun.stages.map(({ state }) => state)).toEqual([
      'done',
      'now',
      'later',
      'later',
      'later',
      'later',
      'later',
    ]);
    expect(begun.nextStep).toEqual({ stageId: 'discuss', gateId: 'heard' });
    const over = states(complete(council));
    expect(new Set(over.stages.map(({ state }) => state))).toEqual(new Set(['done']));
    expect(over.nextStep).toBeUndefined();
  });
});
