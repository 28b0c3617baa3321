/**
 * Makes residents of people who have signed in, one to a household of the roll, by writing what consent and joining leave
 * behind: for what `npm run bench` asks of a whole community. Run by it with `{ endpoint, identity, directory, communityId,
 * people }`; says how many there are.
 */
import { readFileSync } from 'node:fs';
import { createDocumentClient } from './src/kernel/ddb.ts';
import { memberKey, personKey } from './src/kernel/caller.ts';
import { createHouseholds } from './src/kernel/households.ts';
import { putMany } from './src/kernel/test-fill.ts';

const { endpoint, identity, directory, communityId, people } = JSON.parse(readFileSync(0, 'utf8'));
const client = createDocumentClient(endpoint);
const households = await createHouseholds(client, directory).idsOf(communityId);
client.destroy();
const joinedAt = new Date().toISOString();

await putMany(
  endpoint,
  identity,
  people.map((personId) => ({ ...personKey(personId), validFrom: 0, consents: { privacy: '1' } })),
);
await putMany(
  endpoint,
  directory,
  people.map((personId, i) => ({
    ...memberKey(communityId, personId),
    gpk: personId,
    gsk: communityId,
    roles: ['resident'],
    displayName: '居民',
    householdId: households[i],
    joinedAt,
    v: 1,
  })),
);
console.log(JSON.stringify(people.length));
