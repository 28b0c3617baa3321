import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { boxOf, type Readings, type ReadingState } from '@gongzhi/shared/votes/channel-rules';
import type { RollEntry } from '@gongzhi/shared/votes/roll-rules';
import type { BallotChoice, BallotCounts, Mark } from '@gongzhi/shared/votes/secret-rules';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { channelOf } from './find-on-roll';
import { ballotKey, type BallotItem } from './repo-ballots';

/** A paper ballot on its way: what workers read. Removed from nothing once agreed: who agreed is kept. `rev` guards the next writing. */
export interface PaperItem {
  sk: string;
  readings: Readings;
  state: ReadingState;
  mark: string;
  rev: number;
}
/** Help with a ballot: who asked, whether the resident agreed. Never a choice. */
export interface HelpItem {
  sk: string;
  by: string;
  state: 'asked' | 'confirmed';
  at: string;
}
interface BoxItem {
  readings: Readings<string>;
  agreed?: string;
  rev: number;
}

/**
 * Table `votes`, entries by workers:
 *
 *   item    pk               sk            read by                                  units
 *   paper   c#v#v#entries    paper#unit    Get; Query, what waits                   1; page ≤ 3
 *   help    c#v#v#entries    help#unit     Get; Query                               1
 *   box     c#v#v            box           Get, at the entry and the count          1
 */
const entriesPk = (communityId: string, voteId: string) => `${communityId}#v#${voteId}#entries`;
const entryKey = (communityId: string, voteId: string, kind: 'paper' | 'help', unitId: string) => ({
  pk: entriesPk(communityId, voteId),
  sk: `${kind}#${unitId}`,
});
const boxKey = (communityId: string, voteId: string) => ({ pk: `${communityId}#v#${voteId}`, sk: 'box' });
const asSeen = (rev: number | undefined) =>
  rev === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } };

/** A named ballot as workers enter it. */
interface Entered {
  choice: BallotChoice;
  via: 'assisted' | 'paper';
  at: string;
  mark: string;
}

export const repoEntries = ({ client, table: TableName, get, getAll, page }: Pages) => {
  const put = (Item: Record<string, unknown>, seen: { rev: number } | undefined): Write => ({
    Put: { TableName, Item: { ...Item, rev: (seen?.rev ?? 0) + 1 }, ...asSeen(seen?.rev) },
    lost: 'STALE',
  });
  /** Only where none was cast. It is final: `by` is nobody's id. */
  const ballotUpdate = (
    communityId: string,
    voteId: string,
    { unitId, area, building }: RollEntry,
    ballot: Entered,
  ) => ({
    TableName,
    Key: ballotKey(communityId, voteId, unitId),
    UpdateExpression: `SET choice = :choice, was = :none, #by = :via, #at = :at, via = :via, casts = :one, mark = :mark, building = :building${area === undefined ? '' : ', #area = :area'}`,
    ConditionExpression: 'attribute_not_exists(casts)',
    ExpressionAttributeNames: { '#by': 'by', '#at': 'at', ...(area === undefined ? {} : { '#area': 'area' }) },
    ExpressionAttributeValues: {
      ':choice': ballot.choice,
      ':none': 'none',
      ':via': ballot.via,
      ':at': ballot.at,
      ':one': 1,
      ':mark': ballot.mark,
      ':building': building,
      ...(area === undefined ? {} : { ':area': area }),
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  });
  return {
    paper: (communityId: string, voteId: string, unitId: string) =>
      get<PaperItem>(entryKey(communityId, voteId, 'paper', unitId)),
    help: (communityId: string, voteId: string, unitId: string) =>
      get<HelpItem>(entryKey(communityId, voteId, 'help', unitId)),
    ofUnit: async (communityId: string, voteId: string, unitId: string): Promise<(PaperItem | HelpItem)[]> => {
      const keys = (['paper', 'help'] as const).map((kind) => entryKey(communityId, voteId, kind, unitId));
      const find = await getAll(keys, { consistent: true });
      return keys.flatMap((key) => find<PaperItem | HelpItem>(key) ?? []);
    },
    list: (communityId: string, voteId: string, cursor: string | undefined) =>
      page<PaperItem | HelpItem>({ pk: entriesPk(communityId, voteId), newestFirst: false, cursor }),
    paperWrite: (
      communityId: string,
      voteId: string,
      { unitId, ...paper }: Omit<PaperItem, 'rev' | 'sk'> & { unitId: string },
      seen: PaperItem | undefined,
    ): Write => put({ ...entryKey(communityId, voteId, 'paper', unitId), ...paper }, seen),
    helpWrite: (communityId: string, voteId: string, unitId: string, help: Omit<HelpItem, 'sk'>): Write => ({
      Put: { TableName, Item: { ...entryKey(communityId, voteId, 'help', unitId), ...help } },
    }),
    readBox: (communityId: string, voteId: string) => get<BoxItem>(boxKey(communityId, voteId)),
    boxWrite: (communityId: string, voteId: string, box: Omit<BoxItem, 'rev'>, seen: BoxItem | undefined): Write =>
      put({ ...boxKey(communityId, voteId), ...box }, seen),
    /** What lay in the box, once two agreed. */
    box: async (communityId: string, voteId: string): Promise<BallotCounts | undefined> => {
      const box = await get<BoxItem>(boxKey(communityId, voteId));
      return box?.agreed === undefined ? undefined : boxOf(box.agreed);
    },
    /** A named ballot entered by workers, in the transaction that makes two readings agree. */
    ballotWrite: (communityId: string, voteId: string, entry: RollEntry, ballot: Entered): Write => ({
      Update: ballotUpdate(communityId, voteId, entry, ballot),
      lost: 'VOTED',
    }),
    /** The same alone. @returns the mark that stands: this one, or one that was first */
    castBallot: async (communityId: string, voteId: string, entry: RollEntry, ballot: Entered): Promise<Mark> => {
      try {
        await client.send(new UpdateCommand(ballotUpdate(communityId, voteId, entry, ballot)));
        return { mark: ballot.mark, channel: ballot.via };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException && error.Item)) throw error;
        const { mark = '', ...first } = unmarshall(error.Item) as Partial<BallotItem>;
        return { mark, channel: channelOf(first) };
      }
    },
  };
};
