import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { rulesKey, type RulesItem } from '../kernel/ways';

const versionsKey = (communityId: string) => `${communityId}#rules#versions`;

export const repoRules = ({ table: TableName, get, page }: Pages) => ({
  read: (communityId: string) => get<RulesItem>(rulesKey(communityId)),
  /** The next version, and a copy that stays. */
  adoptWrites: (communityId: string, next: RulesItem): Write[] => [
    {
      Put: {
        TableName,
        Item: { ...rulesKey(communityId), ...next },
        ConditionExpression: next.version === 1 ? 'attribute_not_exists(pk)' : 'version = :seen',
        ...(next.version === 1 ? {} : { ExpressionAttributeValues: { ':seen': next.version - 1 } }),
      },
      lost: 'MOVED',
    },
    { Put: { TableName, Item: { pk: versionsKey(communityId), sk: String(next.version).padStart(6, '0'), ...next } } },
  ],
  list: (communityId: string, cursor: string | undefined) =>
    page<RulesItem>({ pk: versionsKey(communityId), newestFirst: true, cursor }),
});
