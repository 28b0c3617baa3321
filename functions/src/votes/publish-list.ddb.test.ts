import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import fc from 'fast-check';
import { isMarked } from '@gongzhi/shared/votes/list-rules';
import { resultOf } from '@gongzhi/shared/votes/result-rules';
import { RULES, type Rule } from '@gongzhi/shared/votes/rule-sets';
import { markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { listLines } from '@gongzhi/shared/votes/write-list';
import { listRoot, partRoot, partsOf } from '@gongzhi/shared/votes/list-rules';
import { signList } from './sign-list';
import { KEYS, download, newListKeys, publish, runRecount, runRecounts } from './test-lists';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
let people: { personId: string; householdId: string }[];
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageVotes(engine.endpoint);
  people = await stage.residents(9);
});
afterEach(() => void stage.close());

const CHOICES = ['for', 'for', 'for', 'against', 'abstain', 'for'];
const codeOf = (i: number) => newCode(Uint8Array.from({ length: 16 }, (_, n) => (i * 31 + n * 7 + i * n) % 256));
/** A decided vote in which these choices were cast by phone, each with a receipt. */
const decided = async (secret: boolean, choices: readonly string[] = CHOICES) => {
  const { voteId, closesAt } = await stage.openVote({ secret });
  for (const [i, choice] of choices.entries())
    await stage.call(
      secret ? 'castSecret' : 'castVote',
      { voteId, choice, mark: markOf(voteId, codeOf(i)) },
      { as: people[i]?.personId ?? '' },
    );
  await stage.settle(closesAt);
  return voteId;
};
const published = async (secret: boolean, choices?: readonly string[]) => {
  const voteId = await decided(secret, choices);
  expect(await publish(stage, voteId)).toBe(true);
  return voteId;
};

describe.each([true, false])('the list of a vote (secret: %s)', (secret) => {
  it('is accepted by the recount program, with every receipt on it, under the key it names', async () => {
    const voteId = await published(secret);
    const file = await download(stage, voteId);
    const { body } = await stage.call('readList', { voteId });
    const good = CHOICES.map((_, i) => [file, '--key', String(body['key']), '--code', codeOf(i)] as const);
    const said = runRecounts([...good, [file, '--code', codeOf(7)], [file, '--key', '0'.repeat(32)]]);
    const counted = { code: 0, said: expect.stringContaining('赞成 for: 4  反对 against: 1  弃权 abstain: 1') };
    expect(said.slice(0, -2)).toEqual(CHOICES.map(() => counted));
    expect(said.slice(-2).map(({ code }) => code)).toEqual([5, 3]);
    expect(runRecount(file, '--code', codeOf(0))).toEqual(counted);
  });

  it('names no household, person or choice of anybody', async () => {
    const file = await download(stage, await published(secret));
    for (const { personId, householdId } of people) {
      expect(file).not.toContain(personId);
      expect(file).not.toContain(householdId);
    }
    for (const line of file.split('\n').slice(1, 1 + CHOICES.length)) expect(line).toMatch(/^A [0-9a-f]{64}$/);
    for (const line of file.split('\n').slice(1 + CHOICES.length, -2)) expect(line).toMatch(/^B [0-9a-f]{32} \w+$/);
  });

  it('shows a receipt’s mark with a proof that the phone computes for itself, and no other', async () => {
    const voteId = await published(secret);
    for (const [i] of CHOICES.entries()) {
      const mark = markOf(voteId, codeOf(i));
      const { body } = await stage.call('proveMark', { voteId, mark });
      const { found, root, size } = body as { found: { index: number; proof: string[] }; root: string; size: number };
      expect(isMarked(mark, { ...found, size }, root)).toBe(true);
      expect(isMarked(markOf(voteId, codeOf(8)), { ...found, size }, root)).toBe(false);
    }
    const { body } = await stage.call('proveMark', { voteId, mark: markOf(voteId, codeOf(8)) });
    expect(body).not.toHaveProperty('found');
  });

  it('is written the same by whoever publishes again, byte for byte', async () => {
    const voteId = await published(secret);
    const first = await download(stage, voteId);
    await Promise.all([publish(stage, voteId), publish(stage, voteId)]);
    expect(await download(stage, voteId)).toBe(first);
  });

  it('is refused by the recount program with any byte of it changed', async () => {
    const file = Buffer.from(await download(stage, await published(secret)));
    // every place is tried in apps/recount; here a sample in a file of the real engine
    const places = Array.from({ length: Math.ceil(file.length / 97) }, (_, i) => i * 97);
    const changed = places.map((at) => {
      const other = Buffer.from(file);
      other[at] = (other[at] as number) ^ 1;
      return [other] as const;
    });
    expect(runRecounts(changed).map(({ code }, i) => [places[i], code])).toEqual(places.map((at) => [at, 1]));
  });
});

test('before the count there is no list, of an unknown vote none, and a part that is not there is not found', async () => {
  const { voteId } = await stage.openVote({ secret: true });
  expect((await stage.call('readList', { voteId })).body).toMatchObject({ refused: 'NOT_PUBLISHED' });
  expect((await stage.call('readList', { voteId: stage.id() })).body).toMatchObject({ refused: 'NOT_FOUND' });
  await expect(publish(stage, voteId)).rejects.toThrow('no result');
  const done = await published(true);
  expect((await stage.call('readList', { voteId: done, part: '1' })).body).toMatchObject({ refused: 'NOT_FOUND' });
});

test('papers and help are on the list like any other, and a paper without choice is invalid', async () => {
  const { voteId, closesAt } = await stage.openVote();
  const workers = [await stage.person({ roles: ['worker'] }), await stage.person({ roles: ['worker'] })];
  for (const [i, reading] of ['for', 'invalid'].entries())
    for (const as of workers)
      await stage.call(
        'enterPaper',
        { voteId, unitId: people[i]?.householdId, reading, mark: markOf(voteId, codeOf(i)) },
        { as },
      );
  await stage.call('castVote', { voteId, choice: 'against' }, { as: people[2]?.personId ?? '' });
  await stage.settle(closesAt);
  await publish(stage, voteId);
  const { code, said } = runRecount(await download(stage, voteId), '--code', codeOf(1));
  expect([code, said]).toEqual([
    0,
    expect.stringContaining('赞成 for: 1  反对 against: 1  弃权 abstain: 0  无效 invalid: 1'),
  ]);
});

test('a list costs the same to read and to prove from however long it is', async () => {
  const voteId = await published(true);
  const few = [
    await stage.call('readList', { voteId }),
    await stage.call('proveMark', { voteId, mark: 'a'.repeat(64) }),
  ];
  expect(few.map(({ units }) => units.read)).toEqual([2, 2]);
});

/** Every rule set, with counts at and around its thresholds and by chance: what the server says and what the program says. */
test('the recount program says what the server says of random votes under every rule', () => {
  const keys = newListKeys();
  const counts = fc.record({ for: fc.nat(6), against: fc.nat(6), abstain: fc.nat(3), invalid: fc.nat(2) });
  const shape = fc.record({
    rule: fc.constantFrom(...Object.values(RULES)) as fc.Arbitrary<Rule>,
    counts,
    idle: fc.nat(8),
    areas: fc.record({ for: fc.nat(900), against: fc.nat(900), abstain: fc.nat(300), rest: fc.nat(600) }),
  });
  type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;
  /** The list of a vote as it was decided, and the same with another outcome than its ballots give. */
  const listsOf = ({ rule, counts: { invalid, ...units }, idle, areas: { rest, ...area } }: Shape) => {
    const cast = units.for + units.against + units.abstain + invalid;
    const base = { units: cast + idle, area: area.for + area.against + area.abstain + rest };
    const channels = { app: cast, assisted: 0, paper: 0, proxy: 0 };
    const { outcome } = resultOf({ units, area, invalid, channels }, base, rule);
    const at = '2026-11-23T02:00:00.000Z';
    const facts = {
      ...{ communityId: '310104001001', proposalId: 'p', voteId: 'v', question: '问', resolution: '答' },
      ...{ ballot: 'named' as const, openedAt: at, closesAt: at, settledAt: at },
      ...{ roll: { ...base, hash: 'a'.repeat(64) }, rule, counts: { units, area, invalid }, channels },
    };
    const choices = Object.entries({ ...units, invalid }).flatMap(([choice, n]) => Array<string>(n).fill(choice));
    const hex = (i: number, length: number) => (i + 1).toString(16).padStart(length, '0');
    return [outcome, outcome === 'passed' ? ('rejected' as const) : ('passed' as const)].map((told) => {
      const lines = listLines(
        { ...facts, outcome: told },
        choices.map((_, i) => hex(i, 64)),
        choices.map((choice, i) => ({ id: hex(i, 32), choice: choice as 'for' })),
      );
      return [`${[...lines, signList(listRoot(partsOf(lines).map(partRoot)), keys)].join('\n')}\n`] as const;
    });
  };
  fc.assert(
    fc.property(fc.array(shape, { minLength: 20, maxLength: 20 }), (shapes) => {
      const right = { code: 0, said: expect.stringContaining('结果 result') };
      const wrong = { code: 4, said: expect.any(String) };
      expect(runRecounts(shapes.flatMap(listsOf))).toEqual(shapes.flatMap(() => [right, wrong]));
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

test('the same thing has the same id under one key and another under another', () => {
  expect(signList('ab', KEYS)).toBe(signList('ab', KEYS));
  expect(signList('ab', KEYS)).not.toBe(signList('ab', newListKeys()));
});
