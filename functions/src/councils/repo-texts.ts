import type { Column } from '@gongzhi/shared/councils/model';
import { COUNCIL_DEFAULTS } from '@gongzhi/shared/councils/rule-sets';
import { quotaDay } from '@gongzhi/shared/councils/rules';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

interface Held {
  /** The text's own id: of the proposal, the point or the reply. */
  sk: string;
  proposalId: string;
  title: string;
  authorId: string;
  authorName: string;
  label: number;
  askedAt: string;
}
export type HeldPoint = Held & { kind: 'point'; column: Column; body: string };
export type HeldReply = Held & { kind: 'reply'; pointId: string; body: string };
/** A text that waits for a worker. A proposal's own words lie in its text item; a point's or a reply's lie here. */
export type WaitingItem = (Held & { kind: 'proposal'; threshold: number }) | HeldPoint | HeldReply;
/** What a worker decided. A refused point or reply keeps its words here, for its author. */
export interface DecidedItem {
  state: 'published' | 'refused';
  at: string;
  reason?: string;
  text?: WaitingItem;
}

export const waitingKey = (communityId: string, id: string) => ({ pk: `${communityId}#waiting`, sk: id });
export const decidedKey = (communityId: string, id: string) => ({ pk: `${communityId}#decided`, sk: id });

/** Where a point or reply would stand if it were published. */
export const placeOf = (text: HeldPoint | HeldReply): string =>
  text.kind === 'point' ? text.column : replyPlace(text.pointId);
export const replyPlace = (pointId: string): string => `reply-${pointId}`;

type Unpublished = { text: HeldPoint | HeldReply; state: 'waiting' | 'refused'; reason?: string };
/** Most of one's own unpublished texts shown above a list. */
const HELD_SHOWN = 20;

export const repoTexts = ({ table: TableName, get, getAll, page, under }: Pages) => {
  const heldPk = (communityId: string, proposalId: string, personId: string) =>
    `${communityId}#p#${proposalId}#held#${personId}`;
  const pointerKey = (communityId: string, text: HeldPoint | HeldReply) => ({
    pk: heldPk(communityId, text.proposalId, text.authorId),
    sk: `${placeOf(text)}#${text.sk}`,
  });

  return {
    waiting: (communityId: string, id: string) => get<WaitingItem>(waitingKey(communityId, id)),
    decided: (communityId: string, id: string) => get<DecidedItem>(decidedKey(communityId, id)),
    listWaiting: (communityId: string, cursor: string | undefined) =>
      page<WaitingItem>({ pk: `${communityId}#waiting`, newestFirst: false, cursor }),
    /** One person's texts in one place that wait or were refused, newest first. */
    listHeld: async (
      ids: { communityId: string; proposalId: string },
      personId: string,
      place: string,
    ): Promise<Unpublished[]> => {
      const { communityId, proposalId } = ids;
      const pointers = await under({
        pk: heldPk(communityId, proposalId, personId),
        prefix: `${place}#`,
        limit: HELD_SHOWN,
      });
      const textIds = pointers.map(({ sk }) => sk.slice(place.length + 1));
      const lookup = await getAll(
        textIds.flatMap((id) => [waitingKey(communityId, id), decidedKey(communityId, id)]),
        { consistent: true },
      );
      return textIds.flatMap((id): Unpublished[] => {
        const waiting = lookup<HeldPoint | HeldReply>(waitingKey(communityId, id));
        if (waiting) return [{ text: waiting, state: 'waiting' }];
        const { text, reason } = lookup<DecidedItem>(decidedKey(communityId, id)) ?? {};
        return text && text.kind !== 'proposal' ? [{ text, state: 'refused', ...(reason ? { reason } : {}) }] : [];
      });
    },
    /** Lets a text wait: in the workers' list, and for a point or reply in its author's own. */
    waitWrites: (communityId: string, text: WaitingItem): Write[] => [
      { Put: { TableName, Item: { ...text, ...waitingKey(communityId, text.sk) } } },
      ...(text.kind === 'proposal' ? [] : [{ Put: { TableName, Item: pointerKey(communityId, text) } }]),
    ],
    /** Ends the waiting, once: who comes second is told DECIDED. */
    decideWrites: (
      communityId: string,
      text: WaitingItem,
      decided: { state: 'published' | 'refused'; at: string; reason?: string },
    ): Write[] => {
      const keeps = decided.state === 'refused' && text.kind !== 'proposal' ? { text } : {};
      const writes: Write[] = [
        {
          Delete: { TableName, Key: waitingKey(communityId, text.sk), ConditionExpression: 'attribute_exists(pk)' },
          lost: 'DECIDED',
        },
        { Put: { TableName, Item: { ...decidedKey(communityId, text.sk), ...decided, ...keeps } } },
      ];
      if (decided.state === 'published' && text.kind !== 'proposal')
        writes.push({ Delete: { TableName, Key: pointerKey(communityId, text) } });
      return writes;
    },
    /** Counts a text against its author's day. */
    quotaWrite: (communityId: string, personId: string, kind: 'proposal' | 'text', now: Date): Write => ({
      Update: {
        TableName,
        Key: { pk: `${communityId}#quota#${personId}`, sk: `${quotaDay(now)}#${kind}` },
        UpdateExpression: 'SET #ttl = :gone ADD used :one',
        ConditionExpression: 'attribute_not_exists(used) OR used < :most',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':one': 1,
          ':gone': Math.ceil((now.getTime() + 2 * DAY) / 1_000),
          ':most': kind === 'proposal' ? COUNCIL_DEFAULTS.proposalsPerDay : COUNCIL_DEFAULTS.textsPerDay,
        },
      },
      lost: 'TOO_MANY',
    }),
  };
};
