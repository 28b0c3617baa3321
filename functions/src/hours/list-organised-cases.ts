import type { Handle } from './repo';

export const listOrganisedCases: Handle<'listOrganisedCases'> = ({ communityId, cursor }, { repo, caller }) =>
  repo.cases.organised(communityId, caller.personId, cursor);
