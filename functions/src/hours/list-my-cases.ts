import type { Handle } from './repo';

export const listMyCases: Handle<'listMyCases'> = ({ communityId, cursor }, { repo, caller }) =>
  repo.cases.own(communityId, caller.personId, cursor);
