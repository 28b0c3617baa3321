import type { InShift } from './repo-shifts';

/** What a shift's rotating code admits to. */
export const codeSubject = ({ communityId, shiftId }: Pick<InShift, 'communityId' | 'shiftId'>): string =>
  `volunteering|${communityId}|${shiftId}`;
