import type { InShift } from './ports';

/** What a shift's rotating code admits to. */
export const codeSubject = (slice: string, { communityId, shiftId }: Omit<InShift, 'activityId'>): string =>
  `${slice}|${communityId}|${shiftId}`;
