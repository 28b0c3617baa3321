/**
 * Conditional puts of ballots straight into the engine, through the document client as the product configures it: what
 * `npm run bench` holds the whole stack against. Run by it with `{ endpoint, table }`; each message `{ count, inFlight }` is
 * answered with the latencies in milliseconds, the seconds and the processor time it took.
 */
import { randomBytes } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { createDocumentClient } from './src/kernel/ddb.ts';

const { endpoint, table: TableName } = JSON.parse(process.argv[2]);
const client = createDocumentClient(endpoint);
const CHOICES = ['for', 'against', 'abstain'];
/** As long as a ULID. */
const id = () => randomBytes(13).toString('hex').toUpperCase();

const ballotOf = (vote, i) => ({
  pk: `330102004051#v#${vote}#b`,
  sk: id(),
  choice: CHOICES[i % 3],
  by: id(),
  at: new Date().toISOString(),
});

const put = (Item) =>
  client.send(
    new PutCommand({
      TableName,
      Item,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
  );

const run = async ({ count, inFlight }) => {
  const vote = id();
  const latencies = [];
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < count; i = next++) {
      const from = performance.now();
      await put(ballotOf(vote, i));
      latencies.push(performance.now() - from);
    }
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { latencies, seconds, cpuUs: user + system };
};

process.on('message', async (wanted) => process.send(await run(wanted)));
process.on('disconnect', () => process.exit(0));
process.send('ready');
