import { MOST_TEAMS } from '@gongzhi/shared/exchange/rule-sets';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

/** Whose account it is. */
export interface Owner {
  communityId: string;
  personId: string;
}
/**
 * What the entries of an account come to. `parts`: sixtieths of a point, below 0 what is owed. By year: `r2026` recorded and
 * `h2026` honorary minutes, `s2026` shifts, `k2026#elderly` recorded minutes of a kind.
 */
export interface AccountItem {
  parts?: number;
  recorded?: number;
  honorary?: number;
  teams?: Set<string>;
  [counted: string]: unknown;
}

const accountKey = ({ communityId, personId }: Owner) => ({ pk: `${communityId}#a#${personId}`, sk: 'account' });

/** A number of an account, 0 while nothing was counted. */
export const countOf = (account: AccountItem | undefined, name: string): number => Number(account?.[name] ?? 0);

export const repoAccounts = ({ table: TableName, get }: Pages) => ({
  read: (owner: Owner) => get<AccountItem>(accountKey(owner)),
  /** Adds to what is counted; none at all when nothing changes. */
  addWrites: (owner: Owner, adds: Readonly<Record<string, number>>): Write[] => {
    const some = Object.entries(adds).filter(([, by]) => by !== 0);
    if (some.length === 0) return [];
    return [
      {
        Update: {
          TableName,
          Key: accountKey(owner),
          UpdateExpression: `ADD ${some.map((_, i) => `#n${i} :n${i}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(some.map(([name], i) => [`#n${i}`, name])),
          ExpressionAttributeValues: Object.fromEntries(some.map(([, by], i) => [`:n${i}`, by])),
        },
      },
    ];
  },
  /** Which teams one's hours count for. */
  teamWrite: (owner: Owner, teamId: string, how: 'ADD' | 'DELETE'): Write => {
    const joining = how === 'ADD';
    return {
      Update: {
        TableName,
        Key: accountKey(owner),
        UpdateExpression: `${how} teams :team`,
        ExpressionAttributeValues: { ':team': new Set([teamId]), ...(joining ? { ':most': MOST_TEAMS } : {}) },
        ...(joining ? { ConditionExpression: 'attribute_not_exists(teams) OR size(teams) < :most' } : {}),
      },
      lost: 'TEAMS',
    };
  },
  /** Takes points while there are so many: of two who come at once the second sees what the first has left. */
  spendWrite: (owner: Owner, parts: number): Write => ({
    Update: {
      TableName,
      Key: accountKey(owner),
      UpdateExpression: 'ADD parts :less',
      ConditionExpression: 'parts >= :cost',
      ExpressionAttributeValues: { ':less': -parts, ':cost': parts },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    lost: 'SHORT',
  }),
});
