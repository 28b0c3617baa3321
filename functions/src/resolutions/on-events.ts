import '@gongzhi/shared/kernel/zod';
import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { createReadPromises, type ReadPromises } from '../kernel/publications';
import { completeResolution } from './complete-resolution';
import { keepPromises } from './keep-promises';
import { createRepo, type Repo } from './repo';

/** What this slice reads of an event on the bus. */
const about = { id: Id, scope: CommunityId, subject: Id, at: Instant };
const Decided = z.object({
  ...about,
  type: z.literal('votes.vote-decided'),
  data: z.object({ voteId: Id, outcome: z.literal('passed') }),
});
const Accepted = z.object({ ...about, type: z.literal('resolutions.result-accepted') });
const Promised = z.object({
  ...about,
  type: z.enum(['satisfaction.answer-published', 'satisfaction.answer-amended']),
  data: z.object({ version: z.int() }),
});

interface Listening {
  repo: Repo;
  /** What a community promised after a survey. */
  promises: ReadPromises;
  ledger: Ledger;
  /** The title of a matter, from its own table. */
  titleOf: (communityId: string, proposalId: string) => Promise<string | undefined>;
  clock?: () => Date;
}

/**
 * A vote that passed makes a resolution stand, once; the last result that is accepted completes it. What was promised after
 * a survey becomes tasks in the same way. Other events are let by.
 */
export const onEvents =
  ({ repo, ledger, promises, titleOf, clock = () => new Date() }: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const promised = z.safeParse(Promised, detail);
    if (promised.success) return keepPromises(promised.data, { repo, ledger, promises });
    const decided = z.safeParse(Decided, detail);
    if (decided.success) {
      const { id: eventId, scope: communityId, subject: proposalId, at: decidedAt, data } = decided.data;
      const title = (await titleOf(communityId, proposalId)) ?? '';
      const standing = { title, voteId: data.voteId, decidedAt, eventId };
      return repo.resolutions.stand({ communityId, proposalId }, standing);
    }
    const accepted = z.safeParse(Accepted, detail);
    if (!accepted.success) return;
    const { scope: communityId, subject: proposalId } = accepted.data;
    await completeResolution({ repo, ledger }, { communityId, proposalId }, clock());
  };

const createTitleOf =
  (client: DynamoDBDocumentClient, councilsTable: string): Listening['titleOf'] =>
  async (communityId, proposalId) => {
    const Key = { pk: `${communityId}#proposals`, sk: proposalId };
    const { Item } = await client.send(new GetCommand({ TableName: councilsTable, Key, ConsistentRead: true }));
    return (Item as { title?: string } | undefined)?.title;
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv(['TABLE_RESOLUTIONS', 'TABLE_COUNCILS', 'TABLE_LEDGER', 'TABLE_SATISFACTION']);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_RESOLUTIONS, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
    promises: createReadPromises(client, env.TABLE_SATISFACTION),
    titleOf: createTitleOf(client, env.TABLE_COUNCILS),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
