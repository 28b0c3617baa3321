import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { TABLES, stageProcedures, type Stage } from './test-procedures';

let engine: TestTables;
let stage: Stage;
let worker: string;
let chair: string;
let secretary: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageProcedures(engine.endpoint);
  worker = await stage.person(['worker'], '李静');
  chair = await stage.person(['chair'], '陈召集');
  secretary = await stage.person(['branchSecretary'], '周书记');
});
afterEach(() => stage.close());

const publish = (proposalId: string, gateId: string, as = worker) =>
  stage.call('publishNotice', { proposalId, gateId, text: '三号楼加装扶手，方案见楼下公告栏。' }, { as });
const choose = (proposalId: string, procedureId: string, kind = 'joint') =>
  stage.call('chooseProcedure', { proposalId, procedureId, kind }, { as: chair });
const held = { heldOn: '2026-11-20', place: '党群服务中心', entitled: 30, present: 20, agreed: 15 };
const record = (proposalId: string, gateId: string, more = {}, as = secretary) =>
  stage.call('recordStep', { proposalId, gateId, ...held, ...more }, { as });

describe('a matter nobody chose a procedure for', () => {
  it('goes by the community council, step after step, each with what it was passed by', async () => {
    const proposalId = await stage.matter();
    expect(await stage.way(proposalId)).toMatchObject({
      ...{ procedureId: 'community-council-2026-1', chosen: false, rulesVersion: 0 },
      nextStep: { stageId: 'discuss', gateId: 'heard' },
    });
    expect((await publish(proposalId, 'publicity')).body).toMatchObject({
      ...{ refused: 'STEP_BLOCKED', facts: { step: '公示', why: '要先完成“协商会议”' } },
    });
    await stage.hear('meetings.matter-heard', proposalId, {
      meetingId: stage.id(),
      kind: 'council',
      quorate: true,
      present: 9,
    });
    expect(await stage.gate(proposalId, 'heard')).toMatchObject({
      ...{ state: 'passed', evidence: { facts: { kind: 'council', quorate: true, present: 9 } } },
    });
    const published = await publish(proposalId, 'publicity');
    // three working days after a Monday: the end of Thursday
    expect(published.body).toMatchObject({ endsAt: '2026-11-26T16:00:00.000Z', estimated: false });
    expect(published.units.write).toBeLessThanOrEqual(12);
    expect(await stage.gate(proposalId, 'publicity')).toMatchObject({
      state: 'closed',
      earliest: '2026-11-26T16:00:00.000Z',
    });
    stage.wait(4);
    expect(await stage.way(proposalId)).toMatchObject({ nextStep: { stageId: 'vote', gateId: 'vote' } });
  });

  it('that was talked about without a quorum was not heard', async () => {
    const proposalId = await stage.matter();
    await stage.hear('meetings.matter-heard', proposalId, { meetingId: stage.id(), quorate: false, present: 2 });
    expect(await stage.gate(proposalId, 'heard')).toMatchObject({ state: 'open' });
    const { items } = (await stage.call('listRecords', { proposalId })).body as { items: object[] };
    expect(items).toMatchObject([{ kind: 'event', facts: { quorate: false } }]);
  });

  it('that a meeting of another kind dealt with, or one where nobody was, was not heard; the next right one counts', async () => {
    const proposalId = await stage.matter();
    const hear = (kind: string, present: number) =>
      stage.hear('meetings.matter-heard', proposalId, { kind, quorate: true, present });
    await hear('review', 9);
    expect(await stage.gate(proposalId, 'heard')).toMatchObject({ state: 'open', why: '还没有开过这种会议' });
    await hear('council', 0);
    expect(await stage.gate(proposalId, 'heard')).toMatchObject({ state: 'open', why: '会上没有人到场' });
    await hear('council', 9);
    await hear('coordination', 3);
    expect(await stage.gate(proposalId, 'heard')).toMatchObject({
      state: 'passed',
      evidence: { facts: { present: 9 } },
    });
  });

  it('is not found when there is no such matter', async () => {
    const proposalId = stage.id();
    expect((await stage.call('readWay', { proposalId })).body).toEqual({ refused: 'NOT_FOUND' });
    expect((await publish(proposalId, 'publicity')).body).toEqual({ refused: 'NOT_FOUND' });
    await stage.hear('meetings.matter-heard', proposalId, { quorate: true });
  });

  it('costs the same to read however much happened on it', async () => {
    const proposalId = await stage.matter();
    const { units: before } = await stage.call('readWay', { proposalId });
    for (let i = 0; i < 12; i += 1)
      await stage.hear('meetings.matter-heard', proposalId, { kind: 'council', quorate: true, present: i + 1 });
    const { units: after } = await stage.call('readWay', { proposalId });
    expect(after.read - before.read).toBeLessThanOrEqual(1);
  });
});

describe('choosing', () => {
  it('says the kind and the procedure, with one event and one record, and can be repeated safely', async () => {
    const proposalId = await stage.matter();
    const input = { proposalId, procedureId: 'owners-2021-1', kind: 'selfHelp' };
    const first = await stage.call('chooseProcedure', input, { as: chair, key: 'once-and-again' });
    const again = await stage.call('chooseProcedure', input, { as: chair, key: 'once-and-again' });
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect(first.units.write).toBeLessThanOrEqual(14);
    expect(await stage.way(proposalId)).toMatchObject({
      ...{ procedureId: 'owners-2021-1', kind: 'selfHelp' },
      chosen: true,
      nextStep: { gateId: 'notice' },
    });
    expect((await stage.events(proposalId)).map(({ type, data }) => [type, data])).toEqual([
      ['procedures.procedure-chosen', { procedureId: 'owners-2021-1', kind: 'selfHelp', rulesVersion: 0 }],
    ]);
  });

  it('is refused for an election, with the reason, whichever way it is asked for', async () => {
    const proposalId = await stage.matter();
    expect((await choose(proposalId, 'election')).body).toEqual({ refused: 'ELECTION_NOT_HERE' });
    const hidden = await stage.matter({ title: '居民委员会换届选举' });
    expect((await choose(hidden, 'residents-meeting-2026-1')).body).toEqual({ refused: 'ELECTION_NOT_HERE' });
    // to talk about how it is prepared is nobody's loss
    expect((await choose(hidden, 'hearing-2026-1')).status).toBe(200);
  });

  it('is over when a vote was opened, also when it is opened at the same moment', async () => {
    const proposalId = await stage.matter({ voteId: stage.id() });
    expect((await choose(proposalId, 'owners-2021-1')).body).toEqual({ refused: 'VOTE_EXISTS' });
  });

  it('another begins anew, so that days that ran for one are not used for another; a meeting that was held stays held', async () => {
    const proposalId = await stage.matter();
    await choose(proposalId, 'residents-meeting-2026-1', 'selfGoverned');
    await publish(proposalId, 'notice');
    await stage.hear('meetings.matter-heard', proposalId, { kind: 'council', quorate: true, present: 9 });
    stage.wait(10);
    expect(await stage.gate(proposalId, 'notice')).toMatchObject({ state: 'passed' });
    await choose(proposalId, 'owners-2021-1');
    expect(await stage.gate(proposalId, 'notice')).toMatchObject({ state: 'open', number: 15, unit: 'calendar' });
    await choose(proposalId, 'community-council-2026-1');
    expect(await stage.way(proposalId)).toMatchObject({ kind: 'joint', nextStep: { gateId: 'publicity' } });
  });

  it('the same again changes only the kind: what was done stays done', async () => {
    const proposalId = await stage.matter();
    await choose(proposalId, 'owners-2021-1', 'selfHelp');
    await publish(proposalId, 'notice');
    await choose(proposalId, 'owners-2021-1', 'joint');
    expect(await stage.way(proposalId)).toMatchObject({ kind: 'joint', nextStep: { gateId: 'notice' } });
    expect(await stage.gate(proposalId, 'notice')).toMatchObject({ state: 'closed', earliest: expect.any(String) });
  });

  it('is for those who lead', async () => {
    const proposalId = await stage.matter();
    const resident = await stage.person();
    const input = { proposalId, procedureId: 'owners-2021-1', kind: 'joint' };
    expect((await stage.call('chooseProcedure', input, { as: resident })).status).toBe(403);
  });
});

describe('a vote that decided nothing', () => {
  const counted = async (proposalId: string, outcome: string, voteId = stage.id()) => {
    await stage.set(proposalId, 'voteId', voteId);
    await stage.set(proposalId, 'closesAt', stage.world.now.toISOString());
    await stage.set(proposalId, 'settledAt', stage.world.now.toISOString());
    await stage.hear('votes.vote-decided', proposalId, { voteId, outcome });
    return voteId;
  };
  it('is kept, and the matter goes its way anew: notice and publicity are asked for again', async () => {
    const proposalId = await stage.matter();
    await choose(proposalId, 'residents-meeting-2026-1');
    await publish(proposalId, 'notice');
    const voteId = await counted(proposalId, 'noQuorum');
    expect(await stage.way(proposalId)).toMatchObject({ voteId, mayBeginAnew: true });
    expect((await choose(proposalId, 'residents-meeting-2026-1')).status).toBe(200);
    const way = await stage.way(proposalId);
    expect(way).toMatchObject({ pastVotes: [voteId], nextStep: { gateId: 'notice' } });
    expect([way.voteId, way.mayBeginAnew]).toEqual([undefined, undefined]);
    // what the old round left does not come into the new one, however often it is told
    await stage.hear('votes.vote-decided', proposalId, { voteId, outcome: 'advisory' });
    expect((await stage.gate(proposalId, 'vote'))?.evidence).toBeUndefined();
    const again = await counted(proposalId, 'noQuorum');
    expect((await choose(proposalId, 'owners-2021-1')).status).toBe(200);
    expect((await stage.way(proposalId)).pastVotes).toEqual([voteId, again]);
  });
  it('by a poll leads to a vote, and is kept once when two choose at the same time', async () => {
    const proposalId = await stage.matter();
    await choose(proposalId, 'poll-2026-1');
    await counted(proposalId, 'advisory');
    const both = await Promise.all([
      choose(proposalId, 'community-council-2026-1'),
      choose(proposalId, 'residents-meeting-2026-1'),
    ]);
    // one after the other is lawful too: until a vote is opened a procedure may be chosen again
    expect(both.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect((await stage.way(proposalId)).pastVotes).toHaveLength(1);
  });
  it.each(['passed', 'rejected'])('is not one that %s', async (outcome) => {
    const proposalId = await stage.matter();
    await choose(proposalId, 'residents-meeting-2026-1');
    const voteId = await counted(proposalId, outcome);
    expect((await choose(proposalId, 'residents-meeting-2026-1')).body).toEqual({ refused: 'VOTE_EXISTS' });
    expect(await stage.way(proposalId)).toMatchObject({ voteId });
  });
});

describe('steps on the spot', () => {
  it('are recorded in their order with their figures, and count only when these carry', async () => {
    const proposalId = await stage.matter();
    await choose(proposalId, 'four-and-two-2026-1', 'public');
    expect((await record(proposalId, 'consult')).body).toMatchObject({ refused: 'STEP_BLOCKED' });
    const byOthers = await Promise.all([worker, chair].map((as) => record(proposalId, 'propose', {}, as)));
    expect(byOthers.map(({ status, body }) => [status, (body as { refused: string }).refused])).toEqual([
      [403, 'NOT_YOUR_STEP'],
      [403, 'NOT_YOUR_STEP'],
    ]);
    expect((await record(proposalId, 'propose', { present: 15 })).body).toEqual({ refused: 'STEP_NOT_CARRIED' });
    expect((await record(proposalId, 'propose', { agreed: 10 })).body).toEqual({ refused: 'STEP_NOT_CARRIED' });
    expect((await record(proposalId, 'propose', { heldOn: '2026-11-24' })).body).toEqual({ refused: 'NOT_YET' });
    expect((await record(proposalId, 'propose')).status).toBe(200);
    // the two committees met together: either may write it down
    expect((await record(proposalId, 'consult', {}, worker)).status).toBe(200);
    expect((await record(proposalId, 'deliberate')).status).toBe(200);
    expect((await record(proposalId, 'propose')).body).toEqual({ refused: 'ALREADY_DONE' });
    expect(await stage.way(proposalId)).toMatchObject({ nextStep: { stageId: 'vote', gateId: 'vote' } });
    expect((await stage.events(proposalId)).find(({ data }) => data['gateId'] === 'deliberate')).toMatchObject({
      ...{
        type: 'procedures.step-recorded',
        via: 'staff',
        data: { gateId: 'deliberate', entitled: 30, present: 20, agreed: 15 },
      },
    });
  });

  it('that were recorded wrongly are taken back with a reason: what came after them goes too, and all stays to be read', async () => {
    const proposalId = await stage.matter();
    await choose(proposalId, 'four-and-two-2026-1', 'public');
    for (const gateId of ['propose', 'consult', 'deliberate']) await record(proposalId, gateId);
    const correct = (gateId: string, as = worker) =>
      stage.call('correctStep', { proposalId, gateId, reason: '人数记错了' }, { as });
    expect((await correct('propose')).body).toMatchObject({ refused: 'NOT_YOUR_STEP' });
    expect((await correct('vote')).body).toEqual({ refused: 'NOT_FOUND' });
    expect((await correct('consult')).status).toBe(200);
    expect(await stage.way(proposalId)).toMatchObject({ nextStep: { gateId: 'consult' } });
    const { items } = (await stage.call('listRecords', { proposalId })).body as {
      items: { kind: string; gateId?: string }[];
    };
    expect(items.map(({ kind, gateId }) => [kind, gateId]).sort()).toEqual(
      [
        ['correction', 'consult'],
        ['step', 'deliberate'],
        ['step', 'consult'],
        ['step', 'propose'],
        ['chosen', undefined],
      ].sort(),
    );
    expect(items.find(({ kind }) => kind === 'correction')).toMatchObject({
      ...{ text: '人数记错了', facts: { gates: 'consult,deliberate' }, byName: '李静' },
    });
    await stage.set(proposalId, 'voteId', stage.id());
    expect((await correct('propose', secretary)).body).toEqual({ refused: 'VOTE_EXISTS' });
  });

  it('that two enter at once are entered once, and words that are risky are not', async () => {
    const proposalId = await stage.matter();
    await choose(proposalId, 'four-and-two-2026-1', 'public');
    const both = await Promise.all([record(proposalId, 'propose'), record(proposalId, 'propose')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    stage.world.check = { suggest: 'risky', label: 20_006 };
    expect((await record(proposalId, 'consult', { note: '打' })).body).toMatchObject({ refused: 'TEXT_RISKY' });
    // who decides on doubtful texts of others is not held up by a doubt
    stage.world.check = 'unavailable';
    expect((await record(proposalId, 'consult', { note: '同意' })).status).toBe(200);
  });
});
