import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { directory } from '@gongzhi/shared/directory/contract';
import type { Cursors } from '../kernel/cursor';
import type { Handler as HandlerOf } from '../kernel/serve';
import type { Wechat } from '../kernel/wechat/create-wechat';
import type { Codes } from './derive-codes';
import type { FindDivision } from './find-division';
import { repoInvites } from './repo-invites';
import { repoMembers } from './repo-members';
import { repoOwners } from './repo-owners';
import { repoPages } from './repo-pages';
import { repoPlaces } from './repo-places';
import { repoRoll } from './repo-roll';

/**
 * Table `directory` (pk, sk). s = street, c = community, b = building's normal form, d = door's (kernel/door-key). Units:
 * 1 write unit = 1 KB, twice that in a transaction, one more for each index entry; 1 read unit = 4 KB, half of it when
 * eventually consistent. An event is 3 write units (ledger and its index).
 *
 *   item        pk               sk       read by                                                      units
 *   street      streets          s        Get, name for its supervisors; Query, streets open here      0.5; page ≤ 2
 *   community   s#communities    c        Get; Query, communities of a street                          0.5; page ≤ 2
 *   staff       c                staff    Get; its condition keeps the last worker; open staff invites 1
 *   building    c#buildings      b        Query, every household id (kernel/households)                1 for 145 ids
 *   count       c#b              b        Query, buildings with their households                       page ≤ 2
 *   household   c#h#b            d        Get, BatchGet of a chunk; Query, in the order of the doors   1; page ≤ 4
 *   phone       c#t#tag          b#d      Query, households that list a phone                          1
 *   owned       c#owned          id       Get; Query, whose doors are, when an owners' vote is opened  1; 1 for 40
 *   owner       c#owners         h#person Query, when an owners' vote is opened (h: head)              1 for 40
 *   batch       c#batch          tag      Get, by the first characters of a code or by its id          1 a 4 KB
 *   member      c#p or s#p       person   Get, caller look-up (kernel/caller); Query, members          1; page ≤ 4
 *
 * Indexes: byPerson (gpk = person, gsk = scope; KEYS_ONLY; every member item): where somebody belongs.
 * byState (spk = c#waiting, ssk = request's id; ALL; member items while their request waits): requests, oldest first.
 * A decision reads the item itself, never an index.
 *
 * No code of an invite is stored: it is derived from the pepper and its batch, so a sheet can be printed again. A phone is
 * stored as a tag (HMAC of community and number) and masked; the number itself is not kept. A wrong guess is counted on
 * the guesser's member item, which the right guess must write as well: ten wrong ones before it, and it loses.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = repoPages({ client, table, cursors });
  return {
    places: repoPlaces(pages),
    roll: repoRoll(pages),
    members: repoMembers(pages),
    invites: repoInvites(pages),
    owners: repoOwners(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. Secrets that few routes need are read when one does. */
export interface Deps {
  repo: Repo;
  codes: Codes;
  findDivision: FindDivision;
  openingKey: () => Promise<string>;
  wechat: () => Promise<Pick<Wechat, 'phoneNumber'>>;
  webOrigin: string;
}
export type Handler<R extends keyof typeof directory> = HandlerOf<(typeof directory)[R], Deps>;
