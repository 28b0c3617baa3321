/**
 * Fills a vote with ballots as the product writes them, many at a time, for what `npm run bench` reads at 100,000 of them,
 * and writes the live figures as the stream would have left them. Run by it with `{ endpoint, table, communityId, voteId,
 * count, cast }`, `cast` being how many of each choice are there already; says how many of each there are then.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { putMany } from './src/kernel/test-fill.ts';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { createDocumentClient } from './src/kernel/ddb.ts';
import { turnoutKey } from './src/votes/repo-turnout.ts';
import { ballotKey } from './src/votes/repo-ballots.ts';

const { endpoint, table, communityId, voteId, count, cast } = JSON.parse(readFileSync(0, 'utf8'));
const CHOICES = ['for', 'for', 'against', 'abstain'];
/** As long as a ULID. */
const id = () => randomBytes(13).toString('hex').toUpperCase();

const ballotOf = (i) => {
  const last = id().slice(0, 10);
  return {
    ...ballotKey(communityId, voteId, id()),
    choice: CHOICES[i % CHOICES.length],
    was: 'none',
    by: id(),
    at: new Date().toISOString(),
    via: 'app',
    casts: 1,
    last,
    keys: new Set([last]),
    building: 1 + (i % 400),
    band: '60',
  };
};

const choices = { ...cast };
const buildings = {};
const ballots = Array.from({ length: count }, (_, i) => ballotOf(i));
for (const { choice, building } of ballots) {
  choices[choice] += 1;
  buildings[building] = (buildings[building] ?? 0) + 1;
}
await putMany(endpoint, table, ballots);
const n = Object.values(choices).reduce((sum, some) => sum + some, 0);
const figures = { n, choices, buildings, bands: { 60: count }, seq: '0'.repeat(40) };
const client = createDocumentClient(endpoint);
await client.send(new PutCommand({ TableName: table, Item: { ...turnoutKey(communityId, voteId), ...figures } }));
client.destroy();
console.log(JSON.stringify(choices));
