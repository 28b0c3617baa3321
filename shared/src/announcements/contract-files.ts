import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract, ROLES } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { FileCheck, FileKind, Handed } from './files';
import { here, inOne } from './model';

const FILE = '/announcements/{communityId}/files/{fileId}';
const WRITERS = ['worker'] as const;
const inFile = { ...here, fileId: Id };
const facts = { fileId: Id, kind: FileKind, bytes: z.int(), check: FileCheck };

export const filesRoutes = defineContract({
  openUpload: {
    summary: 'A place for one file; where and how it is sent there: its ticket',
    method: 'POST',
    path: '/announcements/{communityId}/files',
    access: WRITERS,
    input: z.strictObject({ ...here, bytes: z.int().check(z.positive()) }),
    output: z.strictObject({ fileId: Id, at: Instant }),
    refusals: ['FILE_LARGE'],
  },
  readTicket: {
    summary: 'How a file is sent to its place: a form (multipart POST) that holds for a quarter of an hour',
    method: 'GET',
    path: `${FILE}/ticket`,
    access: WRITERS,
    owner: true,
    input: z.strictObject(inFile),
    output: z.strictObject({ url: z.string(), fields: z.record(z.string(), z.string()), until: Instant }),
    refusals: ['NOT_FOUND', 'NOT_YOURS', 'FILE_CLAIMED'],
  },
  claimFile: {
    summary:
      'Take what was sent: its kind is read from its bytes, what a camera wrote into a picture is removed, and WeChat is asked to check it',
    method: 'POST',
    path: `${FILE}/claim`,
    access: WRITERS,
    owner: true,
    input: z.strictObject(inFile),
    output: z.strictObject(facts),
    refusals: ['NOT_FOUND', 'NOT_YOURS', 'FILE_MISSING', 'FILE_KIND', 'FILE_LARGE'],
  },
  recheckFile: {
    summary:
      'Ask WeChat again to check a picture: it could not be asked, could not fetch it, or has not answered in time',
    method: 'POST',
    path: `${FILE}/check`,
    access: WRITERS,
    input: z.strictObject(inFile),
    output: z.strictObject({ fileId: Id, check: FileCheck }),
    refusals: ['NOT_FOUND', 'FILE_CHECKED', 'FILE_CHECKING'],
  },
  readFile: {
    summary: 'One file as those see it who write and approve: how far its check is, and where it is fetched',
    method: 'GET',
    path: FILE,
    access: ['worker', 'supervisor'],
    input: z.strictObject(inFile),
    output: z.strictObject({ ...facts, askedAt: z.optional(Instant), url: z.string(), until: Instant }),
    refusals: ['NOT_FOUND'],
  },
  readFiles: {
    summary: 'Where whoever may read an announcement fetches its files, for a quarter of an hour',
    method: 'GET',
    path: '/announcements/{communityId}/announcements/{announcementId}/files',
    access: ROLES,
    input: z.strictObject(inOne),
    output: Handed,
    refusals: ['NOT_FOUND'],
  },
});
