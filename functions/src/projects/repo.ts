import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { projects } from '@gongzhi/shared/projects/contract';
import type { CheckText } from '../kernel/check-text';
import type { Cursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Party } from '../kernel/party';
import type { LogReading } from '../kernel/party-log';
import type { Handler } from '../kernel/serve';
import type { Units } from '../kernel/units';
import { repoMembers } from './repo-members';
import { repoNeeds } from './repo-needs';
import { repoNominations } from './repo-nominations';
import { repoPosts } from './repo-posts';
import { repoProjects } from './repo-projects';
import { repoResources } from './repo-resources';

/**
 * Table `projects` (pk, sk; index byList: gpk, gsk; index byOwner: hpk, hsk; both keys only). c = community, u = unit, p =
 * person. Units: 1 write unit = 1 KB, twice that in a transaction, 1 more where an index moves; 1 read unit = 4 KB, half of
 * it when eventually consistent.
 *
 *   item        pk            sk      index                                   read by                          units
 *   need        c#needs       need    byList c#needs#shown | #waiting         Get; Query by list, then BatchGet  1; page ≤ 24
 *                                     byOwner c#by#p                          Query, one's own                 page ≤ 24
 *   resource    c#resources   res.    byList c#resources#shown | #waiting     the same                         1; page ≤ 24
 *                                     byOwner c#of#u                          Query, of a unit                 page ≤ 24
 *   project     c#projects    proj.   –                                       Get; Query newest first          1; page ≤ 20
 *   member      c#m#project   p       –                                       BatchGet, one's own; Query       1; page ≤ 3
 *   step        c#s#project   step    –                                       Query newest first               page ≤ 5
 *   given       c#g#u         proj.   –                                       Query newest first, BatchGet     page ≤ 43
 *   service     c#a#project   act.    –                                       Query newest first               page ≤ 2
 *   classes     c#settings    posts   –                                       Get                              1
 *   post        c#posts       post    –                                       Get; Query newest first          1; page ≤ 9
 *   nomination  c#n#p         post    byList c#asked, byOwner c#asked#branch  Get; Query; Query by list        1; page ≤ 24
 *   holder      c#h#post      p       –                                       Query                            page ≤ 3
 *
 * `taken` is a number on the post, moved in the same transaction as the nomination: a post never has more than its places.
 * A list read from an index shows each item as it stands in the table, and leaves out what has moved on since.
 */
export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => {
  const pages = createPages({ client, table, cursors });
  return {
    needs: repoNeeds(pages),
    resources: repoResources(pages),
    projects: repoProjects(pages),
    members: repoMembers(pages),
    posts: repoPosts(pages),
    nominations: repoNominations(pages),
  };
};
export type Repo = ReturnType<typeof createRepo>;

/** What every handler of this slice is given besides the request. */
export interface Deps {
  repo: Repo;
  check: CheckText;
  units: Units;
  party: Party;
  log: LogReading;
}
export type Handle<K extends keyof typeof projects> = Handler<(typeof projects)[K], Deps>;
