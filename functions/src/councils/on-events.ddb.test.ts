import type { EventBridgeEvent } from 'aws-lambda';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { COUNCIL_DEFAULTS } from '@gongzhi/shared/councils/rule-sets';
import { onEvents } from './on-events';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils']);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageCouncil(engine.endpoint);
});
afterEach(() => stage.close());

const bring = (detail: unknown) => onEvents({ repo: stage.repo })({ detail } as EventBridgeEvent<string, unknown>);
const opened = (extra = {}) => ({
  id: stage.id(),
  type: 'directory.community-opened',
  scope: stage.communityId.slice(0, 9),
  subject: stage.communityId,
  data: {},
  ...extra,
});
const stored = () => stage.repo.settings.read(stage.communityId);
const raw = async () =>
  (
    await stage.plain.send(
      new (await import('@aws-sdk/lib-dynamodb')).GetCommand({
        TableName: 'councils',
        Key: { pk: `${stage.communityId}#settings`, sk: 'settings' },
      }),
    )
  ).Item;

test('a community that opens has its council settings, named by the event that asked for them', async () => {
  const event = opened();
  await bring(event);
  const { supportThreshold, shortestVoteMinutes, longestVoteDays, ruleId } = COUNCIL_DEFAULTS;
  expect(await raw()).toMatchObject({
    supportThreshold,
    shortestVoteMinutes,
    longestVoteDays,
    ruleId,
    eventId: event.id,
  });
});

test('the same event again, or another, does not overwrite what stands', async () => {
  await stage.repo.settings.create(stage.communityId, { ...(await stored()), supportThreshold: 9 }, 'earlier');
  const event = opened();
  await bring(event);
  await bring(event);
  expect(await raw()).toMatchObject({ supportThreshold: 9, eventId: 'earlier' });
  expect(await stored()).toMatchObject({ supportThreshold: 9 });
});

test('the community may be named by the scope of the event', async () => {
  await bring(opened({ scope: stage.communityId, subject: stage.id() }));
  expect(await raw()).toBeDefined();
});

test.each([
  ['another type', { type: 'directory.street-opened' }],
  ['no community', { subject: '310104001' }],
  ['no id', { id: 'x' }],
])('an event with %s changes nothing', async (_, extra) => {
  await bring(opened(extra));
  await bring('not an event');
  expect(await raw()).toBeUndefined();
});

test('without settings of its own a community goes by the defaults; with them by its own', async () => {
  expect(await stored()).toMatchObject({ supportThreshold: 5, shortestVoteMinutes: 1, longestVoteDays: 30 });
  await stage.repo.settings.create(
    stage.communityId,
    { supportThreshold: 1, shortestVoteMinutes: 60, longestVoteDays: 2, ruleId: COUNCIL_DEFAULTS.ruleId },
    'own',
  );
  const as = await stage.person();
  const proposal = { title: '长椅', grounds: '没有坐处。', recommendations: [{ title: '装椅', body: '装两张。' }] };
  const proposalId = (await stage.call('fileProposal', proposal, { as })).body['id'];
  expect((await stage.call('readProposal', { proposalId })).body).toMatchObject({
    stage: 'agenda',
    threshold: 1,
    supports: 1,
  });
});
