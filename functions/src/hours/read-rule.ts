import type { Handle } from './repo';

export const readRule: Handle<'readRule'> = ({ communityId }, { repo }) => repo.settings.read(communityId);
