import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract, ROLES } from '@gongzhi/shared/kernel/contract';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { here, inOne, Posted, Shown } from './model';

const Printed = z.strictObject({ fileName: z.string(), mediaType: z.literal('application/pdf'), base64: z.string() });

export const readingRoutes = defineContract({
  readAnnouncement: {
    summary: 'An announcement with its corrections; a list’s only for those on it',
    method: 'GET',
    path: '/announcements/{communityId}/announcements/{announcementId}',
    access: ROLES,
    input: z.strictObject(inOne),
    output: Shown,
    refusals: ['NOT_FOUND'],
  },
  readBoard: {
    summary: 'What is announced to everybody now, the newest first: for the web, without signing in',
    method: 'GET',
    path: '/announcements/{communityId}/board',
    access: 'public',
    input: z.strictObject({ ...here, cursor: z.optional(Cursor) }),
    output: z.strictObject({ ...pageOf(Posted).shape, name: z.string() }),
    refusals: ['NOT_FOUND'],
  },
  printBoard: {
    summary: 'The board as one page of A4 with a code that leads to it',
    method: 'GET',
    path: '/announcements/{communityId}/board-sheet',
    access: 'public',
    input: z.strictObject(here),
    output: Printed,
    refusals: ['NOT_FOUND'],
  },
});
