import type { Handle } from './repo';

export const listOpenCases: Handle<'listOpenCases'> = ({ communityId, cursor }, { repo }) =>
  repo.cases.open(communityId, cursor);
