import { randomBytes } from 'node:crypto';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { TABLES, stageVotes, type Answered, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
let people: { personId: string; householdId: string }[];
let workers: [string, string, string];
beforeEach(async () => {
  engine = await startTables(TABLES);
  stage = stageVotes(engine.endpoint);
  people = await stage.residents(8);
  const worker = () => stage.person({ roles: ['worker'] });
  workers = [await worker(), await worker(), await worker()];
});
afterEach(async () => {
  stage.close();
  await engine.stop();
});

const one = (i: number) => people[i] ?? { personId: '', householdId: '' };
const freshMark = (voteId: string) => markOf(voteId, newCode(randomBytes(16)));
const phone = (voteId: string, i: number, choice = 'for', secret = false) =>
  stage.call(
    secret ? 'castSecret' : 'castVote',
    { voteId, choice, ...(secret ? { mark: freshMark(voteId) } : {}) },
    { as: one(i).personId },
  );
const paper = (voteId: string, i: number, worker: number, reading: string) =>
  stage.call(
    'enterPaper',
    { voteId, unitId: one(i).householdId, reading, mark: freshMark(voteId) },
    { as: workers[worker] as string },
  );
const ask = (voteId: string, i: number, code?: string) =>
  stage.call('askHelp', { voteId, unitId: one(i).householdId, ...(code ? { code } : {}) }, { as: workers[0] });
const confirm = (voteId: string, i: number) => stage.call('confirmHelp', { voteId }, { as: one(i).personId });
const assist = (voteId: string, i: number, choice = 'for', mark = freshMark(voteId)) =>
  stage.call('castAssisted', { voteId, unitId: one(i).householdId, choice, mark }, { as: workers[0] });
const counted = async (voteId: string, closesAt: Date) => {
  await stage.settle(closesAt);
  return (await stage.call('readVote', { voteId })).body['result'];
};
const refusal = ({ body }: Answered) => body['refused'];

describe('paper', () => {
  it('counts when two workers read the same, however often one enters it', async () => {
    const { voteId, closesAt } = await stage.openVote();
    expect((await paper(voteId, 0, 0, 'against')).body).toMatchObject({ state: 'waiting' });
    expect((await paper(voteId, 0, 0, 'against')).body).toMatchObject({ state: 'waiting' });
    const second = await paper(voteId, 0, 1, 'against');
    expect(second.body).toMatchObject({ state: 'agreed' });
    expect(second.units.write).toBeLessThanOrEqual(8);
    expect(await counted(voteId, closesAt)).toMatchObject({
      counts: { for: 0, against: 1, abstain: 0 },
      channels: { app: 0, assisted: 0, paper: 1, proxy: 0 },
    });
  });

  it('that is read differently waits for a third look, and both see both readings only then', async () => {
    const { voteId } = await stage.openVote();
    const shown = async (worker: number) =>
      ((await stage.call('listEntries', { voteId }, { as: workers[worker] as string })).body['items'] as object[])[0];
    await paper(voteId, 0, 0, 'for');
    expect(await shown(1)).toMatchObject({ state: 'waiting', readings: [] });
    expect(await shown(0)).toMatchObject({ state: 'waiting', readings: [{ by: workers[0], reading: 'for' }] });
    expect((await paper(voteId, 0, 1, 'abstain')).body).toMatchObject({ state: 'differs' });
    expect(await shown(0)).toMatchObject({ state: 'differs', readings: [{}, {}] });
    expect(await shown(1)).toMatchObject({ state: 'differs', readings: [{}, {}] });
    expect((await paper(voteId, 0, 0, 'abstain')).body).toMatchObject({ state: 'agreed' });
  });

  it('may be settled by a third worker, and one that says nothing counts as invalid', async () => {
    const { voteId, closesAt } = await stage.openVote();
    await paper(voteId, 0, 0, 'for');
    await paper(voteId, 0, 1, 'invalid');
    expect((await paper(voteId, 0, 2, 'invalid')).body).toMatchObject({ state: 'agreed' });
    expect(await counted(voteId, closesAt)).toMatchObject({ counts: { for: 0 }, invalid: 1, taken: 0 });
  });

  it('entered by two at the same moment is one ballot', async () => {
    const { voteId, closesAt } = await stage.openVote();
    const both = await Promise.all([paper(voteId, 0, 0, 'for'), paper(voteId, 0, 1, 'for')]);
    for (const { status, body } of both)
      expect([200, 409]).toContain(status === 409 ? (body['refused'] === 'STALE' ? 409 : 0) : status);
    if (both.some(({ status }) => status === 409)) await paper(voteId, 0, both[0]?.status === 409 ? 0 : 1, 'for');
    expect(await counted(voteId, closesAt)).toMatchObject({ counts: { for: 1, against: 0, abstain: 0 } });
  });

  it('of a secret vote is not read: it goes into the box, which two count after the end, and the count waits for them', async () => {
    const { voteId, closesAt } = await stage.openVote({ secret: true });
    expect(refusal(await paper(voteId, 0, 0, 'for'))).toBe('READING_UNFIT');
    for (const i of [0, 1]) for (const worker of [0, 1]) await paper(voteId, i, worker, 'box');
    for (const i of [2, 3, 4]) await phone(voteId, i, 'for', true);
    const box = (worker: number, counts: object) =>
      stage.call(
        'enterBox',
        { voteId, for: 0, against: 0, abstain: 0, invalid: 0, ...counts },
        { as: workers[worker] as string },
      );
    expect(refusal(await box(0, { against: 2 }))).toBe('NOT_CLOSED');
    expect(await counted(voteId, closesAt)).toBeUndefined();
    expect(refusal(await box(0, { against: 3 }))).toBe('BOX_TOO_FULL');
    expect((await box(0, { against: 2 })).body).toMatchObject({ state: 'waiting' });
    expect((await box(1, { against: 1, invalid: 1 })).body).toMatchObject({ state: 'differs' });
    expect(await counted(voteId, closesAt)).toBeUndefined();
    expect((await box(0, { against: 1, invalid: 1 })).body).toMatchObject({ state: 'agreed' });
    expect(refusal(await box(1, { against: 2 }))).toBe('ALREADY_DONE');
    expect(await counted(voteId, closesAt)).toMatchObject({
      counts: { for: 3, against: 1, abstain: 0 },
      invalid: 1,
      channels: { app: 3, assisted: 0, paper: 2, proxy: 0 },
    });
  });
});

describe('help', () => {
  it.each([false, true])(
    'is cast only when the household agreed, by phone or by its code (secret: %s)',
    async (secret) => {
      const { voteId } = await stage.openVote({ secret });
      expect(refusal(await assist(voteId, 0))).toBe('CONFIRM_FIRST');
      expect(refusal(await confirm(voteId, 0))).toBe('NOBODY_ASKED');
      expect((await ask(voteId, 0)).body).toMatchObject({ state: 'asked' });
      expect(refusal(await assist(voteId, 0))).toBe('CONFIRM_FIRST');
      expect((await confirm(voteId, 0)).body).toMatchObject({ state: 'confirmed' });
      const cast = await assist(voteId, 0);
      expect(cast.status).toBe(200);
      expect(cast.units.write).toBeLessThanOrEqual(secret ? 4 : 2);
      const { body } = await stage.call('readHelp', { voteId }, { as: one(1).personId });
      expect(refusal(await ask(voteId, 1, 'AAAA-AAAA'))).toBe('HELP_CODE_WRONG');
      const said = String(body['code'])
        .toLowerCase()
        .replace(/(.{4})/, '$1-');
      expect((await ask(voteId, 1, said)).body).toMatchObject({ state: 'confirmed' });
      expect((await assist(voteId, 1)).status).toBe(200);
    },
  );

  it('that was asked for by one worker is not used by another, and a repeat is answered the same', async () => {
    const { voteId } = await stage.openVote({ secret: true });
    await ask(voteId, 0);
    await confirm(voteId, 0);
    const mark = freshMark(voteId);
    const input = { voteId, unitId: one(0).householdId, choice: 'for', mark };
    expect(refusal(await stage.call('castAssisted', input, { as: workers[1] }))).toBe('CONFIRM_FIRST');
    const first = await assist(voteId, 0, 'for', mark);
    expect((await assist(voteId, 0, 'against', mark)).body).toEqual(first.body);
    expect(refusal(await assist(voteId, 0, 'against'))).toBe('VOTED_ASSISTED');
  });

  it('keeps no choice beside the household while it waits, and its events hold none', async () => {
    const { voteId } = await stage.openVote({ secret: true });
    await ask(voteId, 0);
    await confirm(voteId, 0);
    await assist(voteId, 0, 'against');
    expect(JSON.stringify(await stage.repo.entries.help(stage.communityId, voteId, one(0).householdId))).not.toContain(
      'against',
    );
    const events = await stage.events(voteId);
    expect(events.map(({ type }) => type).sort()).toEqual(['votes.help-agreed', 'votes.help-asked']);
    expect(JSON.stringify(events)).not.toContain('against');
  });

  it('has its codes handed out by a chair who enters no ballots', async () => {
    const { voteId } = await stage.openVote();
    const codes = (as: string) => stage.call('listHelpCodes', { voteId }, { as });
    const mine = (await stage.call('readHelp', { voteId }, { as: one(0).personId })).body;
    const { body } = await codes(await stage.person({ roles: ['chair'] }));
    expect(body).toMatchObject({
      buckets: 1,
      items: expect.arrayContaining([{ unitId: one(0).householdId, code: mine['code'] }]),
    });
    expect(new Set((body['items'] as { code: string }[]).map(({ code }) => code)).size).toBe(8);
    expect(refusal(await codes(await stage.person({ roles: ['chair', 'worker'] })))).toBe('HELPS_HERE');
  });
});

const WAYS = ['phone', 'help', 'paper'] as const;
type Way = (typeof WAYS)[number];
/** Tries to bring a household's ballot in by one way, whole. @returns what the last step answered */
const bring = async (way: Way, voteId: string, i: number, secret: boolean): Promise<Answered> => {
  if (way === 'phone') return phone(voteId, i, 'for', secret);
  if (way === 'paper') {
    const first = await paper(voteId, i, 0, secret ? 'box' : 'for');
    return first.status === 200 ? paper(voteId, i, 1, secret ? 'box' : 'for') : first;
  }
  const asked = await ask(voteId, i);
  if (asked.status !== 200) return asked;
  await confirm(voteId, i);
  return assist(voteId, i);
};
const ORDERS = WAYS.flatMap((first) => WAYS.filter((way) => way !== first).map((second) => [first, second] as const));
const SAYS = { phone: 'HOUSEHOLD_VOTED', help: 'VOTED_ASSISTED', paper: 'VOTED_ON_PAPER' };

describe.each([false, true])('one household, one ballot (secret: %s)', (secret) => {
  it.each(ORDERS)('first by %s, then by %s: the first stands and the second is told how', async (first, second) => {
    const { voteId } = await stage.openVote({ secret });
    expect((await bring(first, voteId, 0, secret)).status).toBe(200);
    expect(refusal(await bring(second, voteId, 0, secret))).toBe(SAYS[first]);
    const third = WAYS.find((way) => way !== first && way !== second) as Way;
    expect(refusal(await bring(third, voteId, 0, secret))).toBe(SAYS[first]);
    const { body } = await stage.call('readVote', { voteId }, { as: one(0).personId });
    const channel = { phone: undefined, help: 'assisted', paper: 'paper' }[first];
    expect((body['mine'] as Record<string, unknown>)['voted']).toBe(true);
    expect((body['mine'] as Record<string, unknown>)['channel']).toBe(channel);
    // the household sees what was entered for it; in a secret vote nobody does
    expect((body['mine'] as Record<string, unknown>)['choice']).toBe(secret ? undefined : 'for');
  });

  it('begun by every way at once and ended in any order, it is one', async () => {
    const { voteId, closesAt } = await stage.openVote({ secret });
    for (const i of [0, 1, 2, 3]) {
      await paper(voteId, i, 0, secret ? 'box' : 'for');
      await ask(voteId, i);
      await confirm(voteId, i);
    }
    const ends = [0, 1, 2, 3].flatMap((i) => [
      () => phone(voteId, i, 'for', secret),
      () => paper(voteId, i, 1, secret ? 'box' : 'for'),
      () => assist(voteId, i),
    ]);
    const heard = await Promise.all(ends.map((end) => end()));
    for (const i of [0, 1, 2, 3])
      expect(heard.slice(i * 3, i * 3 + 3).filter(({ status }) => status === 200)).toHaveLength(1);
    stage.world.now = closesAt;
    if (secret) {
      const papers = (await stage.repo.secret.marks(stage.communityId, voteId)).filter(
        (m) => m.channel === 'paper',
      ).length;
      for (const as of workers.slice(0, 2))
        await stage.call('enterBox', { voteId, for: papers, against: 0, abstain: 0, invalid: 0 }, { as });
    }
    expect(await counted(voteId, closesAt)).toMatchObject({ counts: { for: 4, against: 0, abstain: 0 } });
  });
});

test('a vote on phones alone takes no paper and no help', async () => {
  const { voteId } = await stage.openVote({ channels: 'app' });
  expect(refusal(await paper(voteId, 0, 0, 'for'))).toBe('PHONES_ONLY');
  expect(refusal(await ask(voteId, 0))).toBe('PHONES_ONLY');
});

test('nothing is entered after the end, nor for a household that is not on the roll', async () => {
  const { voteId, closesAt } = await stage.openVote();
  const stranger = { voteId, unitId: stage.id(), reading: 'for', mark: freshMark(voteId) };
  expect(refusal(await stage.call('enterPaper', stranger, { as: workers[0] }))).toBe('NOT_ON_ROLL');
  await ask(voteId, 1);
  await confirm(voteId, 1);
  stage.world.now = closesAt;
  expect(refusal(await paper(voteId, 0, 0, 'for'))).toBe('CLOSED');
  expect(refusal(await assist(voteId, 1))).toBe('CLOSED');
});

describe('what was entered', () => {
  const entriesOf = async (voteId: string, i?: number) =>
    (
      await stage.call(
        'listEntries',
        { voteId, ...(i === undefined ? {} : { unitId: one(i).householdId }) },
        { as: workers[0] },
      )
    ).body['items'] as { unitId: string; kind: string; state: string; building: string }[];

  it('is told of one unit by its name, with the building it lies in', async () => {
    const { voteId } = await stage.openVote();
    await paper(voteId, 0, 0, 'for');
    await ask(voteId, 1);
    expect(await entriesOf(voteId, 0)).toEqual([
      {
        unitId: one(0).householdId,
        kind: 'paper',
        state: 'waiting',
        building: '1',
        readings: [{ by: workers[0], reading: 'for' }],
      },
    ]);
    expect(await entriesOf(voteId, 2)).toEqual([]);
    expect((await entriesOf(voteId)).map(({ kind, unitId }) => [kind, unitId]).sort()).toEqual([
      ['help', one(1).householdId],
      ['paper', one(0).householdId],
    ]);
  });

  it.each([false, true])('a ballot that was helped is cast once it stands (secret: %s)', async (secret) => {
    const { voteId } = await stage.openVote(secret ? { secret } : {});
    const stateOf = async () => (await entriesOf(voteId, 1))[0]?.state;
    await ask(voteId, 1);
    expect(await stateOf()).toBe('asked');
    await confirm(voteId, 1);
    expect(await stateOf()).toBe('confirmed');
    expect((await assist(voteId, 1)).status).toBe(200);
    expect(await stateOf()).toBe('cast');
  });
});
