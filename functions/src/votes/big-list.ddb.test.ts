import { createHash, randomBytes } from 'node:crypto';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { isMarked } from '@gongzhi/shared/votes/list-rules';
import { download, publish, runRecount } from './test-lists';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageVotes(engine.endpoint);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

/** Ballots beyond one part of a list. */
const MANY = 2_500;
const hash = (i: number) => createHash('sha256').update(String(i)).digest('hex');

test('a list of several parts is one file, each receipt is proved from one part, and reading costs what it costs with ten', async () => {
  await stage.residents(MANY, 0);
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  const at = `${stage.communityId}#v#${voteId}`;
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName: 'ballots', Item } });
  await stage.fill(
    Array.from({ length: MANY }, (_, i) => i).flatMap((i) => [
      put({ pk: `${at}#marks`, sk: stage.id(), mark: hash(i), channel: 'app' }),
      put({ pk: `${at}#cast`, sk: randomBytes(16).toString('hex'), c: i % 3 ? 'F' : 'A' }),
    ]),
  );
  await stage.settle(closesAt);
  await publish(stage, voteId);
  const file = await download(stage, voteId);
  expect(runRecount(file)).toMatchObject({
    code: 0,
    said: expect.stringContaining('赞成 for: 1666  反对 against: 834'),
  });
  for (const i of [0, 1, 700, 1_400, 2_499]) {
    const { body, units } = await stage.call('proveMark', { voteId, mark: hash(i) });
    const { found, root, size } = body as { found: { index: number; proof: string[] }; root: string; size: number };
    expect(isMarked(hash(i), { ...found, size }, root)).toBe(true);
    expect(units.read).toBeLessThanOrEqual(20);
  }
  const { units } = await stage.call('readVote', { voteId });
  expect(units.read).toBeLessThanOrEqual(3);
});
