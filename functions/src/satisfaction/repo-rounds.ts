import { QueryCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Round } from '@gongzhi/shared/satisfaction/model';
import type { About, Quarter, Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { resultsPk } from '../kernel/satisfaction';
import type { InRound } from './repo-marks';

/** A round. `closing`: nobody else is invited to an event's round, which ends at `closesAt`. */
export interface RoundItem extends Omit<Round, 'roundId' | 'seed'> {
  sk: string;
  seed?: string;
  closing?: true;
}
const nameOf = (about: About): string => (about.kind === 'event' ? about.service : about.quarter);

const roundKey = ({ communityId, roundId }: InRound) => ({ pk: `${communityId}#rounds`, sk: roundId });
const openKey = ({ communityId, roundId }: InRound) => ({ pk: `${communityId}#open`, sk: roundId });
const currentKey = (communityId: string, about: About) => ({ pk: `${communityId}#current`, sk: nameOf(about) });
const resultKey = ({ communityId, roundId }: InRound) => ({ pk: resultsPk(communityId), sk: roundId });

export const repoRounds = ({ client, table: TableName, get, getAll, page }: Pages) => ({
  read: (round: InRound) => get<RoundItem>(roundKey(round)),
  list: (communityId: string, cursor: string | undefined) =>
    page<RoundItem>({ pk: `${communityId}#rounds`, newestFirst: true, cursor }),
  /** The round that takes invitations about a service now. */
  current: async (communityId: string, about: About): Promise<string | undefined> =>
    (await get<{ roundId: string }>(currentKey(communityId, about)))?.roundId,
  /** Rounds of these quarters, as far as there are any. */
  ofQuarters: async (communityId: string, quarters: readonly Quarter[]): Promise<string[]> => {
    const keys = quarters.map((quarter) => currentKey(communityId, { kind: 'quarter', quarter }));
    const found = await getAll(keys, { consistent: true });
    return keys.flatMap((key) => found<{ roundId: string }>(key)?.roundId ?? []);
  },
  /** Rounds that may be answered: one a quarter and two a service at most. */
  open: async (communityId: string): Promise<RoundItem[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${communityId}#open` },
        ConsistentRead: true,
      }),
    );
    const keys = Items.map(({ sk }) => roundKey({ communityId, roundId: String(sk) }));
    const found = await getAll(keys, { consistent: true });
    return keys.flatMap((key) => found<RoundItem>(key) ?? []);
  },
  /** A round that begins: one a quarter, one at a time that takes invitations about a service. */
  beginWrites: (round: InRound, item: Omit<RoundItem, 'sk'>): Write[] => [
    { Put: { TableName, Item: { ...roundKey(round), ...item } } },
    { Put: { TableName, Item: openKey(round) } },
    {
      Put: {
        TableName,
        Item: { ...currentKey(round.communityId, item.about), roundId: round.roundId },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'CURRENT',
    },
  ],
  /** How many of a sample are invited by now. */
  setInvited: async (round: InRound, invited: number): Promise<void> => {
    const { Update } = changeItem(TableName, roundKey(round), {
      to: 'SET #invited = :invited',
      when: '#state = :drawing',
      lost: 'OPEN',
      values: { ':invited': invited, ':drawing': 'drawing' },
    });
    if (Update) await client.send(new UpdateCommand(Update as UpdateCommandInput));
  },
  /** Everybody is invited: it may be answered. */
  openWrite: (round: InRound): Write =>
    changeItem(TableName, roundKey(round), {
      to: 'SET #state = :open',
      when: '#state = :drawing',
      lost: 'OPEN',
      values: { ':open': 'open', ':drawing': 'drawing' },
    }),
  changeWrite: (round: InRound, change: Change): Write => changeItem(TableName, roundKey(round), change),
  /** One more told of pressure, or said that an answer was not theirs, while it is open. */
  countWrite: (round: InRound, what: 'pressure' | 'disowned'): Write =>
    changeItem(TableName, roundKey(round), {
      to: `ADD #${what} :one`,
      when: '#state = :open',
      lost: 'OVER',
      values: { ':one': 1, ':open': 'open' },
    }),
  /** Whoever is invited about the service from now on is invited to another round. */
  passWrite: (round: InRound, about: About): Write => ({
    Delete: {
      TableName,
      Key: currentKey(round.communityId, about),
      ConditionExpression: 'roundId = :this',
      ExpressionAttributeValues: { ':this': round.roundId },
    },
    lost: 'PASSED',
  }),
  /** The result, once, and nobody answers any more. */
  settleWrites: (round: InRound, { roundId: _, ...result }: Result): Write[] => [
    {
      Put: {
        TableName,
        Item: { ...resultKey(round), ...result },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'SETTLED',
    },
    changeItem(TableName, roundKey(round), {
      to: 'SET #state = :settled, #invited = :invited, #closesAt = :closed',
      when: '#state = :open',
      lost: 'SETTLED',
      values: { ':settled': 'settled', ':open': 'open', ':invited': result.invited, ':closed': result.closedAt },
    }),
    { Delete: { TableName, Key: openKey(round) } },
  ],
  result: (round: InRound) => get<Omit<Result, 'roundId'> & { sk: string }>(resultKey(round)),
  resultsOf: async (communityId: string, roundIds: readonly string[]) => {
    const keys = roundIds.map((roundId) => resultKey({ communityId, roundId }));
    const found = await getAll(keys, { consistent: false });
    return keys.flatMap((key) => found<Omit<Result, 'roundId'> & { sk: string }>(key) ?? []);
  },
  results: (communityId: string, cursor: string | undefined) =>
    page<Omit<Result, 'roundId'> & { sk: string }>({ pk: resultsPk(communityId), newestFirst: true, cursor }),
});
