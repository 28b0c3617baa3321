import type { RollRow, RowOutcome } from '@gongzhi/shared/directory/model';
import { offline, refusal, type Outcome } from '../../kernel/answer-of';
import type { Tally } from './model';
import { compareRows, householdsOf, importedOf, runJob, startJob, type Job } from './run-import';

const rows: RollRow[] = Array.from({ length: 100 }, (_, i) => ({
  building: '1号楼',
  unit: '1单元',
  room: String(i + 1),
  adults: [],
}));
const keys = () => {
  let n = 0;
  return () => `key-${(n += 1)}`;
};
const allNew = (chunk: readonly RollRow[]): Outcome<Tally> => ({
  ok: true,
  value: { added: chunk.length, changed: 0, same: 0 },
});

/** A server that fails where told, and remembers each request's key and rows. */
const server = (fails: (request: number) => Outcome<Tally> | undefined) => {
  const seen: { key: string; rooms: string[] }[] = [];
  const send = async (chunk: readonly RollRow[], key: string) => {
    seen.push({ key, rooms: chunk.map(({ room }) => room) });
    return fails(seen.length) ?? allNew(chunk);
  };
  return { seen, send };
};

test('every household is sent once, in order, and the sum is told', async () => {
  const { seen, send } = server(() => undefined);
  const said: number[] = [];
  const job = await runJob(startJob(rows, keys()), { send, told: (now) => said.push(importedOf(now)) > 0 });
  expect(seen.flatMap(({ rooms }) => rooms)).toEqual(rows.map(({ room }) => room));
  expect(job.tally).toEqual({ added: 100, changed: 0, same: 0 });
  expect(said.at(-1)).toBe(householdsOf(job));
  expect(said).toEqual([...said].sort((a, b) => a - b));
  expect(new Set(seen.map(({ key }) => key)).size).toBe(seen.length);
});

test('when the network goes, it stops with a sentence; going on repeats the lost request under the same key and nothing before it', async () => {
  const { seen, send } = server((n) => (n === 2 ? offline() : undefined));
  const stopped = await runJob(startJob(rows, keys()), { send, told: () => true });
  expect(stopped.failure).toMatch(/网络/);
  expect(importedOf(stopped)).toBe(seen[0]?.rooms.length);
  const { failure: _, ...job } = stopped;
  const done = await runJob(job, { send, told: () => true });
  expect(done).not.toHaveProperty('failure');
  expect(seen[2]).toEqual(seen[1]);
  expect(seen.filter(({ key }) => key === seen[0]?.key)).toHaveLength(1);
  expect(done.tally.added).toBe(100);
});

test('a change by somebody else at this moment is tried again, but not for ever', async () => {
  const once = server((n) => (n === 1 ? refusal('STALE') : undefined));
  expect(await runJob(startJob(rows.slice(0, 5), keys()), { ...once, told: () => true })).toMatchObject({
    answered: 1,
  });
  expect(once.seen.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
  const always = server(() => refusal('STALE'));
  expect(await runJob(startJob(rows.slice(0, 5), keys()), { ...always, told: () => true })).toMatchObject({
    answered: 0,
    failure: expect.stringMatching(/刷新/),
  });
  expect(always.seen).toHaveLength(3);
});

test('when the page is left, no further request is sent', async () => {
  const { seen, send } = server(() => undefined);
  await runJob(startJob(rows, keys()), { send, told: (_: Job) => false });
  expect(seen).toHaveLength(1);
});

const ask =
  (fails: (room: string) => boolean, asked: string[] = []) =>
  async (chunk: readonly RollRow[]): Promise<Outcome<{ outcomes: RowOutcome[] }>> => {
    asked.push(...chunk.map(({ room }) => room));
    return chunk.some(({ room }) => fails(room))
      ? offline()
      : { ok: true, value: { outcomes: chunk.map(({ room }) => (Number(room) % 2 ? 'new' : 'same')) } };
  };
const expected = rows.map(({ room }) => (Number(room) % 2 ? 'new' : 'same'));

test('outcomes come in the order of the rows', async () => {
  expect(await compareRows(rows, [], { ask: ask(() => false), told: () => true })).toEqual({ outcomes: expected });
});

test('comparing goes on where it stopped', async () => {
  const { outcomes, failure } = await compareRows(rows, [], { ask: ask((room) => room === '70'), told: () => true });
  expect(failure).toMatch(/网络/);
  expect(outcomes.length).toBeGreaterThan(0);
  const asked: string[] = [];
  expect(await compareRows(rows, outcomes, { ask: ask(() => false, asked), told: () => true })).toEqual({
    outcomes: expected,
  });
  expect(asked).toEqual(rows.slice(outcomes.length).map(({ room }) => room));
});
