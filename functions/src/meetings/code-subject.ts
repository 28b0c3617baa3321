import type { InMeeting } from './repo-meetings';

/** What a meeting's rotating code admits to. */
export const codeSubject = ({ communityId, meetingId }: InMeeting): string => `meetings|${communityId}|${meetingId}`;
