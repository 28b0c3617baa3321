import type { Said, Side } from '@gongzhi/shared/reports/evaluation-model';
import { MOST_RESIDENTS } from '@gongzhi/shared/reports/rule-sets';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import type { OfMember } from './repo-reports';

/** An evaluation that was opened. `answered`: the community has said something, so that it waits no longer. */
export interface EvaluationItem extends Key {
  memberId: string;
  name: string;
  branchId: string;
  since: string;
  unitId?: string;
  criteria: number;
  openedAt: string;
}
export interface SideItem extends Key {
  at: string;
  by: string;
  said: Said[];
}
interface ReplyItem extends Key {
  at: string;
  words: string;
}

const evaluationsPk = (communityId: string) => `${communityId}#evaluations`;
const evaluationKey = ({ communityId, memberId, period }: OfMember): Key => ({
  pk: evaluationsPk(communityId),
  sk: `${period}#${memberId}`,
});
const saidPk = ({ communityId, memberId, period }: OfMember) => `${communityId}#e#${period}#${memberId}`;
const residentsPk = (of: OfMember) => `${saidPk(of)}#residents`;
const residentKey = (of: OfMember, { wishId, residentId }: { wishId: string; residentId: string }): Key => ({
  pk: residentsPk(of),
  sk: `${wishId}#${residentId}`,
});
const unitPk = (communityId: string, unitId: string) => `${communityId}#ue#${unitId}`;
const unitListing = ({ communityId, memberId, period }: OfMember, unitId: string | undefined) =>
  unitId ? { ppk: unitPk(communityId, unitId), psk: `${period}#${memberId}` } : {};
const ONCE = 'attribute_not_exists(pk)';
/** Sides and the reply of one evaluation. */
const MOST_SAID = 10;

export const repoEvaluations = ({ table: TableName, get, getAll, page, under }: Pages) => ({
  read: (of: OfMember) => get<EvaluationItem>(evaluationKey(of)),
  list: (communityId: string, cursor: string | undefined) =>
    page<EvaluationItem>({ pk: evaluationsPk(communityId), newestFirst: true, cursor }),
  ofUnit: async (communityId: string, unitId: string, cursor: string | undefined) => {
    const listing = { pk: unitPk(communityId, unitId), index: 'byUnit', by: ['ppk', 'psk'] as const };
    const { items, next } = await page<Key>({ ...listing, newestFirst: true, cursor });
    const found = await getAll(items, { consistent: true });
    return { items: items.flatMap((key) => found<EvaluationItem>(key) ?? []), next };
  },
  /** Whether a resident has said something about a wish. */
  hasWord: async (of: OfMember, by: { wishId: string; residentId: string }): Promise<boolean> =>
    (await get(residentKey(of, by))) !== undefined,
  /** All that was said: sides in the order in which they are shown, residents’ words, the reply. */
  said: async (of: OfMember) => {
    const [items, residents] = await Promise.all([
      under({ pk: saidPk(of), prefix: '', limit: MOST_SAID }),
      under({ pk: residentsPk(of), prefix: '', limit: MOST_RESIDENTS }),
    ]);
    const sideOf = (side: Side) => {
      const found = items.find(({ sk }) => sk === side) as SideItem | undefined;
      return found ? [{ side, at: found.at, said: found.said }] : [];
    };
    const reply = items.find(({ sk }) => sk === 'reply') as ReplyItem | undefined;
    return {
      answers: (['self', 'branch', 'community', 'unit'] as const).flatMap(sideOf),
      residents: (residents as (Key & { words: string })[]).map(({ words }) => words),
      ...(reply ? { reply: { words: reply.words, at: reply.at } } : {}),
    };
  },
  openWrite: (of: OfMember, evaluation: Omit<EvaluationItem, keyof Key>): Write => ({
    Put: {
      TableName,
      Item: { ...evaluationKey(of), ...evaluation, ...unitListing(of, evaluation.unitId) },
      ConditionExpression: ONCE,
    },
    lost: 'OPEN',
  }),
  /** What a side says stands in the place of what it said before. */
  sideWrite: (of: OfMember, side: Side, said: Omit<SideItem, keyof Key>): Write => ({
    Put: { TableName, Item: { pk: saidPk(of), sk: side, ...said } },
  }),
  residentWrite: (of: OfMember, by: { wishId: string; residentId: string }, words: string): Write => ({
    Put: {
      TableName,
      Item: { ...residentKey(of, by), words },
      ConditionExpression: ONCE,
    },
    lost: 'SAID',
  }),
  replyWrite: (of: OfMember, reply: { at: string; words: string }): Write => ({
    Put: { TableName, Item: { pk: saidPk(of), sk: 'reply', ...reply }, ConditionExpression: ONCE },
    lost: 'SAID',
  }),
});
