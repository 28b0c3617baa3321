import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { councils } from '@gongzhi/shared/councils/contract';
import type { Cursors } from '../kernel/cursor';
import type { Households } from '../kernel/households';
import type { Handler } from '../kernel/serve';
import type { CheckText } from './check-text';
import { repoBallots } from './repo-ballots';
import { repoPages } from './repo-pages';
import { repoPoints } from './repo-points';
import { repoProposals } from './repo-proposals';
import { repoRolls } from './repo-rolls';
import { repoSettings } from './repo-settings';
import { repoTexts } from './repo-texts';
import { repoTurnout } from './repo-turnout';
import { repoVotes } from './repo-votes';

/**
 * Table `councils` (pk, sk; stream NEW_IMAGE; `ttl` on quota items). c = community, p = proposal, v = vote. Units: 1 write
 * unit = 1 KB, twice that in a transaction; 1 read unit = 4 KB, half of it when eventually consistent.
 *
 *   item          pk                     sk                          read by                                    units
 *   settings      c#settings             settings                    Get, on opening and filing                 1
 *   head          c#proposals            p                           Get; Query, newest first; published only   1; page ≤ 3
 *   mine          c#author#person        p                           Query, own list (with Gets of state)       page ≤ 32
 *   text          c#p#p                  text                        Get, whole proposal                        1 a 4 KB
 *   support       c#p#p                  support#person              Get, whether the caller supports           1
 *   node          c#p#p                  node#point | node#reply     Get; counts of a point, or that it is a reply  1
 *   point         c#p#p#column           point                       Query, newest first; published only        page ≤ 6
 *   endorsement   c#p#p#e#point          person                      Get, whether the caller endorsed           0.5
 *   reply         c#p#p#r#point          reply                       Query, oldest first; published only        page ≤ 6
 *   held          c#p#p#held#person      column#point | reply-point#reply  Query, the caller's own unpublished  0.5
 *   waiting       c#waiting              text's id                   Get; Query, oldest first                   page ≤ 6
 *   decided       c#decided              text's id                   Get, what a worker decided                 1
 *   quota         c#quota#person         day#kind                    never; its condition bounds texts a day    –
 *   vote          c#votes                v                           Get (immutable, kept in memory); Query     1; page ≤ 11
 *   roll          c#v#v                  roll#bucket                 Get (immutable, kept in memory)            1
 *   due           c#v#v                  due                         index byDue; removed when settled          –
 *   turnout       c#v#v                  turnout                     Get                                        1
 *   result        c#v#v                  result                      Get                                        1
 *   ballot        c#v#v#b                household                   Get; Query at the count, all pages         1; 1 a 4 KB
 *
 * Indexes: byEndorsed (gpk = c#p#p#column, gsk = endorsements padded to 8 # point; KEYS_ONLY; only on points' nodes):
 * points in the order of their endorsements, moved by the stream. byDue (due = 'open', closesAt; KEYS_ONLY; only on due items): votes whose end
 * has come; the tick decides from the table itself.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = repoPages({ client, table, cursors });
  return {
    settings: repoSettings(pages),
    proposals: repoProposals(pages),
    points: repoPoints(pages),
    texts: repoTexts(pages),
    votes: repoVotes(pages),
    rolls: repoRolls(pages),
    ballots: repoBallots(pages),
    turnout: repoTurnout(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  check: CheckText;
  households: Households;
}
export type Handle<K extends keyof typeof councils> = Handler<(typeof councils)[K], Deps>;
