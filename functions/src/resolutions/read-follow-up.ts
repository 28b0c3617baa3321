import type { Handle } from './repo';

export const readFollowUp: Handle<'readFollowUp'> = ({ communityId }, { repo }) => repo.settings.read(communityId);
