/**
 * Fills a vote with ballots as the product writes them, many at a time, for what `npm run bench` reads at 100,000 of them.
 * Run by it with `{ endpoint, table, communityId, voteId, count }`; says how many of each choice it wrote.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { putMany } from './measure-fill.mjs';
import { ballotKey } from './src/votes/repo-ballots.ts';

const { endpoint, table, communityId, voteId, count } = JSON.parse(readFileSync(0, 'utf8'));
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

const counts = { for: 0, against: 0, abstain: 0 };
const ballots = Array.from({ length: count }, (_, i) => ballotOf(i));
for (const { choice } of ballots) counts[choice] += 1;
await putMany(endpoint, table, ballots);
console.log(JSON.stringify(counts));
