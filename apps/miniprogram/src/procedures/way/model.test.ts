import { DEFAULT_ID, procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import { judge, type WayFacts } from '@gongzhi/shared/kernel/ways/gates';
import { beginning, complete, evidence } from '@gongzhi/shared/kernel/ways/test-way';
import type { Way, WayRecord } from '@gongzhi/shared/procedures/model';
import { showWay } from '@gongzhi/shared/procedures/show-way';
import {
  actionOf,
  correctable,
  gateWords,
  mayAnswer,
  mayChoose,
  mayObjectHere,
  nextGate,
  nextWords,
  passedWords,
  recordMoments,
} from './model';

const NOW = new Date('2026-12-20T02:00:00.000Z');
const agendaAt = '2026-11-26T02:00:00.000Z';
const wayOf = (procedureId: string, facts: Partial<WayFacts> = {}, more: Partial<Way> = {}): Way => {
  const procedure = procedureOf(procedureId)!;
  const whole = { ...beginning(procedure), matter: { agendaAt, supports: 5, threshold: 5 }, ...facts };
  const { name, force, source, sourceDate, verified, ruleIds } = procedure;
  return {
    ...{ procedureId, name, force, source, sourceDate, verified, ruleIds: [...ruleIds], chosen: true, rulesVersion: 0 },
    ...showWay(procedure, judge(procedure, whole, NOW), whole.numbers),
    objections: whole.objections,
    ...more,
  };
};
const heard = { heard: evidence({ facts: { kind: 'council', present: 9, quorate: true } }) };

test.each([
  ['附议', { matter: { supports: 3, threshold: 5 } }, '附议（居民）。还差 2 人附议。'],
  ['协商', {}, '协商会议（召集人或社区工作者召集）。还没有在会议上审议。'],
  ['公示', { evidence: heard }, '公示（社区工作者或召集人）。还没有公示。'],
  [
    '异议',
    { evidence: { ...heard, publicity: evidence({ endsAt: agendaAt }) }, objections: { raised: 2, answered: 1 } },
    '答复异议（社区工作者或召集人）。还有 1 条异议没有答复。',
  ],
] as const)('the next step is said with who does it and what is missing: %s', (_, facts, words) => {
  expect(nextWords(wayOf(DEFAULT_ID, facts as Partial<WayFacts>))).toBe(words);
});
test('at the end of the way there is no next step', () => {
  const council = procedureOf(DEFAULT_ID)!;
  expect(nextWords(wayOf(DEFAULT_ID, complete(council)))).toBe('每一步都走完了。');
});

test('after a vote that decided nothing the page says that the way begins anew, and lets those who lead do it', () => {
  const missed = wayOf(
    'owners-2021-1',
    { ended: 'noQuorum', evidence: { notice: evidence() } },
    { voteId: 'v', mayBeginAnew: true },
  );
  expect(nextWords(missed)).toBe(
    '表决（召集人发起，名册上的人投票）。参与不足，没有形成决议。召集人或社区工作者可以重新选定程序，通知和公示都从头走。',
  );
  const poll = procedureOf('poll-2026-1')!;
  expect(nextWords(wayOf('poll-2026-1', complete(poll), { voteId: 'v', mayBeginAnew: true }))).toBe(
    '意见征询已结束，没有决议效力。召集人或社区工作者可以重新选定程序，通知和公示都从头走。',
  );
  expect([mayChoose(missed, ['worker']), mayChoose(missed, ['resident'])]).toEqual([true, false]);
});

test('of a poll nothing says that it is a vote: its step, its button, its figures, its record', () => {
  const poll = procedureOf('poll-2026-1')!;
  const facts = { taken: 9, base: 60, for: 5, outcome: 'advisory' };
  const way = wayOf('poll-2026-1', { evidence: { vote: evidence({ facts }) } }, { mayBeginAnew: true });
  const open = wayOf('poll-2026-1');
  const opened = { type: 'votes.vote-opened', force: 'advisory' };
  const records = [opened, { type: 'votes.vote-decided', ...facts }].map((of, i) => ({
    ...{ recordId: `${i}`, at: agendaAt, kind: 'event' as const, facts: of },
  }));
  const said = [
    ...[nextWords(way), nextWords(open), actionOf(open, ['chair'])?.label],
    ...way.stages.flatMap(({ name, says, gates }) => [
      name,
      says,
      ...gates.map(gateWords),
      ...gates.map((g) => g.name),
    ]),
    ...recordMoments(records, way).map(({ words }) => words),
  ];
  expect(said).toEqual(expect.arrayContaining(['发起意见征询', '60 份中收到 9 份，赞成 5 份', '公布意见征询结果']));
  expect(said.filter((words) => words?.includes('表决') || words?.includes('票'))).toEqual([]);
  expect(poll.stages.flatMap(({ gates }) => gates.map(({ by, says }) => by + says)).join()).not.toMatch(/表决|投票/);
});

test('by what a gate was passed is said in numbers, and what the community does without is said too', () => {
  const { stages } = wayOf(DEFAULT_ID, { evidence: heard, numbers: { heard: 1, publicity: 0, result: 3 } });
  const gates = new Map(stages.flatMap((stage) => stage.gates).map((gate) => [gate.gateId, gate]));
  expect(passedWords(gates.get('supporters')!)).toBe('5 人附议，要 5 人');
  expect(passedWords(gates.get('heard')!)).toBe('会议审议，到会 9 人，人数够数');
  expect(passedWords(gates.get('publicity')!)).toBe('社区规则不要求这一步');
  expect(passedWords(gates.get('objections')!)).toBe('没有人提异议');
  expect(passedWords(gates.get('vote')!)).toBeUndefined();
  expect(gateWords(gates.get('result')!)).toBe('结果公开后满期。（3 个工作日）');
});

describe('what the reader may do next', () => {
  const published = { evidence: { ...heard, publicity: evidence({ endsAt: '2026-12-31T16:00:00.000Z' }) } };
  test.each([
    ['a worker publishes', wayOf(DEFAULT_ID, { evidence: heard }), ['worker'], 'publish'],
    ['the chair publishes', wayOf(DEFAULT_ID, { evidence: heard }), ['chair'], 'publish'],
    ['a resident does not', wayOf(DEFAULT_ID, { evidence: heard }), ['resident'], undefined],
    ['the secretary records what the party decided', wayOf('four-and-two-2026-1'), ['branchSecretary'], 'record'],
    ['a worker does not', wayOf('four-and-two-2026-1'), ['worker', 'chair'], undefined],
    ['the chair opens the vote', wayOf('poll-2026-1'), ['chair'], 'open-vote'],
    ['once', wayOf('poll-2026-1', {}, { voteId: 'v' }), ['chair'], undefined],
    ['while days run nobody does anything', wayOf(DEFAULT_ID, published), ['worker', 'chair'], undefined],
  ] as const)('%s', (_, way, roles, kind) => expect(actionOf(way, roles)?.kind).toBe(kind));
  test('while days run whoever lives here may object; a visitor may not', () => {
    const way = wayOf(DEFAULT_ID, published);
    expect(nextGate(way)?.earliest).toBe('2026-12-31T16:00:00.000Z');
    expect([mayObjectHere(way, ['resident']), mayObjectHere(way, [])]).toEqual([true, false]);
    expect(mayObjectHere(wayOf(DEFAULT_ID, { evidence: heard }), ['resident'])).toBe(false);
  });
  test('those who lead choose and correct what was entered, until a vote stands on it', () => {
    const way = wayOf(DEFAULT_ID, published);
    expect(correctable(way, ['worker']).map(({ gateId }) => gateId)).toEqual(['publicity']);
    expect([correctable(way, ['resident']), correctable({ ...way, voteId: 'v' }, ['worker'])]).toEqual([[], []]);
    expect([mayAnswer(way, ['chair']), mayAnswer(way, ['resident'])]).toEqual([true, false]);
    expect([
      mayChoose(way, ['chair']),
      mayChoose({ ...way, voteId: 'v' }, ['chair']),
      mayChoose(way, ['resident']),
    ]).toEqual([...[true, false, false]]);
  });
  test('what was published after the vote is corrected although a vote stands, by whoever published it', () => {
    const four = procedureOf('four-and-two-2026-1')!;
    const way = wayOf('four-and-two-2026-1', complete(four), { voteId: 'v' });
    expect(correctable(way, ['worker']).map(({ gateId }) => gateId)).toEqual(['publicity']);
    expect(correctable(way, ['branchSecretary'])).toEqual([]);
  });
});

test('a correction strikes what stood before it, and not what was done anew', () => {
  const way = wayOf('four-and-two-2026-1');
  const record = (recordId: string, more: Partial<WayRecord>): WayRecord => ({
    recordId,
    at: agendaAt,
    kind: 'step',
    facts: {},
    ...more,
  });
  const moments = recordMoments(
    [
      record('4', { gateId: 'consult' }),
      record('3', {
        kind: 'correction',
        gateId: 'consult',
        text: '人数记错了',
        facts: { gates: 'consult' },
        byName: '李静',
      }),
      record('2', { gateId: 'consult' }),
      record('1', { gateId: 'propose' }),
      record('0', { kind: 'chosen', facts: { procedureId: 'four-and-two-2026-1', kind: 'public' } }),
    ],
    way,
  );
  expect(moments.map(({ words }) => words)).toEqual([
    '记录“两委会商议”',
    '更正“两委会商议”：之前的不再算数',
    '（已更正，不算数）记录“两委会商议”',
    '记录“党组织提议”',
    '选定程序：四议两公开（公共事务）',
  ]);
  expect(moments[1]?.note).toBe('人数记错了　记录人：李静');
});
