import { createHash } from 'node:crypto';
import { minutesText } from '@gongzhi/shared/meetings/minutes-rules';
import type { Deps } from './repo';
import type { InMeeting } from './repo-meetings';

/** SHA-256, in hex, over every line of the minutes in order. */
export const hashMinutes = async (ids: InMeeting, { repo }: Pick<Deps, 'repo'>): Promise<string> =>
  createHash('sha256')
    .update(minutesText(await repo.minutes.allLines(ids)))
    .digest('hex');
