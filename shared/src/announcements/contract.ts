import { defineContract } from '@gongzhi/shared/kernel/contract';
import { callingRoutes } from './contract-calling';
import { composingRoutes } from './contract-composing';
import { filesRoutes } from './contract-files';
import { readingRoutes } from './contract-reading';

/** What a worker tells people: written, approved, published, corrected; the public board; and who was not reached. */
export const announcements = defineContract({ ...composingRoutes, ...readingRoutes, ...filesRoutes, ...callingRoutes });
