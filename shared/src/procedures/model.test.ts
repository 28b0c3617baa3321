import { Objection, Way, WayRecord } from './model';

const ID = '01JD0000000000000000000001';
const AT = '2026-11-26T02:00:00.000Z';
const reads = (shape: { safeParse: (value: unknown, how: { jitless: true }) => { success: boolean } }, value: object) =>
  shape.safeParse(value, { jitless: true }).success;

const gate = {
  ...{ gateId: 'publicity', kind: 'publicity', name: '公示', says: '发布公示内容', by: '社区工作者', state: 'open' },
  ...{ why: '还没有公示', number: 3, unit: 'working', may: ['worker'] },
};
const stage = { stageId: 'publicity', name: '公示', says: '公开', state: 'now', gates: [gate] };
const way = {
  ...{ procedureId: 'community-council-2026-1', name: '社区议事会', force: 'council', source: '议事规则' },
  ...{ sourceDate: '2026-01-01', verified: false, ruleIds: [], chosen: false, rulesVersion: 0, stages: [stage] },
  objections: { raised: 0, answered: 0 },
};

test('a way is read with and without what is not known yet', () => {
  expect(reads(Way, way)).toBe(true);
  expect(
    reads(Way, { ...way, kind: 'joint', nextStep: { stageId: 'publicity', gateId: 'publicity' }, voteId: ID }),
  ).toBe(true);
});
test.each([
  { force: 'party' },
  { kind: 'private' },
  { rulesVersion: 0.5 },
  { voteId: 'v' },
  { stages: [{ ...stage, state: 'soon' }] },
  { stages: [{ ...stage, gates: [{ ...gate, kind: 'magic' }] }] },
  { stages: [{ ...stage, gates: [gate, gate, gate, gate, gate] }] },
  { stages: Array.from({ length: 10 }, () => stage) },
  { objections: { raised: 1 } },
  { author: '王秀兰' },
])('a way with %j is none', (more) => expect(reads(Way, { ...way, ...more })).toBe(false));

describe('a line of the record', () => {
  const line = { recordId: ID, at: AT, kind: 'step', gateId: 'propose', facts: { entitled: 30, present: 20 } };
  test.each([
    [{}, true],
    [{ text: '同意', byName: '李静' }, true],
    [{ kind: 'correction', facts: { gates: 'propose,consult' } }, true],
    [{ kind: 'edit' }, false],
    [{ facts: { share: 0.5 } }, false],
    [{ facts: { who: { name: '王秀兰' } } }, false],
    [{ at: 'yesterday' }, false],
  ])('with %j: %s', (more, good) => expect(reads(WayRecord, { ...line, ...more })).toBe(good));
});

describe('an objection', () => {
  const objection = { objectionId: ID, at: AT, authorName: '王秀兰' };
  test.each([
    [{}, true],
    [{ waiting: true }, true],
    [{ text: '太窄', answer: '已量过', answeredAt: AT }, true],
    [{ authorId: ID }, false],
    [{ answeredAt: 'soon' }, false],
  ])('with %j: %s', (more, good) => expect(reads(Objection, { ...objection, ...more })).toBe(good));
});
