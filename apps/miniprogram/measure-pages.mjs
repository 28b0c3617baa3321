/** Prints, as JSON, the largest setData (bytes) and the nodes of each page's first screen with full lists, for `npm run bench`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contracts } from '@gongzhi/shared/api/contracts';
import { directory } from '@gongzhi/shared/directory/contract';
import { ROLES } from '@gongzhi/shared/kernel/contract';
import { sampleOf } from './src/kernel/proof/sample.ts';
import { nodesOf } from './src/kernel/proof/tree.ts';
import { runWeapp } from './src/kernel/proof/weapp-runner.ts';

const DIST = join(dirname(fileURLToPath(import.meta.url)), 'dist/weapp');
const ID = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
const scope = '310110009001';
const IDS = {
  ...{ proposalId: ID, voteId: ID, meetingId: ID, taskId: ID, unitId: ID, activityId: ID, shiftId: ID },
  ...{ caseId: `q-${ID}`, batchId: ID, teamId: ID, offerId: ID, volunteerId: ID },
};
const PARAMS = { communityId: scope, streetId: '310110009', ...IDS, code: 'AB2CD3EF4G' };
const ME = {
  items: [
    {
      scope,
      name: '延吉新村社区',
      roles: ROLES,
      displayName: '陈国华',
      household: { householdId: ID, label: '3 号楼 2 单元 501' },
    },
  ],
};

const placeholders = ({ path }) => path.split('{').length;
/** As API Gateway chooses: a written segment before a parameter. */
const routes = Object.values(contracts)
  .flatMap((contract) => Object.values(contract))
  .sort((a, b) => placeholders(a) - placeholders(b));

const answer = ({ method, path }) => {
  const route = routes.find(
    (one) => one.method === method && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return route === directory.listBelongings ? ME : route && sampleOf(route.output);
};
const open = async (page) => {
  const session = JSON.stringify({ personId: ID, accessToken: 'a', refreshToken: 'r', obtainedAt: Date.now() });
  const opened = runWeapp(DIST, {
    answer,
    storage: { session, standing: JSON.stringify({ scope, role: 'worker' }) },
  }).open(page, PARAMS);
  await opened.settled();
  const bytes = Math.max(...opened.payloads.map((payload) => Buffer.byteLength(JSON.stringify(payload))));
  return { page, bytes, nodes: nodesOf(opened.root()).length };
};

const seen = [];
for (const page of runWeapp(DIST, { answer, storage: {} }).pages) seen.push(await open(page));
process.stdout.write(JSON.stringify(seen), () => process.exit(0));
