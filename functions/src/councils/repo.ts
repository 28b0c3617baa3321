import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { councils } from '@gongzhi/shared/councils/contract';
import type { Cursors } from '../kernel/cursor';
import type { Handler } from '../kernel/serve';
import type { CheckText } from '../kernel/check-text';
import { createPages } from '../kernel/pages';
import { repoGrams } from './repo-grams';
import { repoMerges } from './repo-merges';
import { repoPoints } from './repo-points';
import { repoProposals } from './repo-proposals';
import { repoSettings } from './repo-settings';
import { repoTexts } from './repo-texts';

/**
 * Table `councils` (pk, sk; stream NEW_IMAGE; `ttl` on quota items). c = community, p = proposal. Units: 1 write
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
 *   gram          c#grams                pair of characters          Get, matters that hold it                    0.5
 *   quota         c#quota#person         day#kind                    never; its condition bounds texts a day    –
 *
 * Indexes: byEndorsed (gpk = c#p#p#column, gsk = endorsements padded to 8 # point; KEYS_ONLY; only on points' nodes):
 * points in the order of their endorsements, moved by the stream.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    settings: repoSettings(pages),
    proposals: repoProposals(pages),
    points: repoPoints(pages),
    texts: repoTexts(pages),
    grams: repoGrams(pages),
    merges: repoMerges(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  check: CheckText;
}
export type Handle<K extends keyof typeof councils> = Handler<(typeof councils)[K], Deps>;
