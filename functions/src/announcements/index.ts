import '@gongzhi/shared/kernel/zod';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { createCommunities } from '../kernel/communities';
import { composeChecked } from '../kernel/compose-checked';
import { createDeliveredOf } from '../kernel/deliveries';
import { createMatters } from '../kernel/matters';
import { createOpenedBy } from '../kernel/opened-by';
import { createReachable } from '../kernel/reachable';
import { openFileStore } from '../kernel/file-store';
import { createRoll } from '../kernel/roll';
import { serve, type Base } from '../kernel/serve';
import { correctAnnouncement, withdrawAnnouncement } from './correct-announcement';
import { claimFile } from './claim-file';
import { createMembersOf } from './create-members-of';
import { approveAnnouncement, sendBack, takeBack } from './approve-announcement';
import { estimateAudience, openCensus } from './estimate-audience';
import { listAll, listWaiting, readDraft } from './list-all';
import { listCallLists, listRows } from './list-rows';
import { openUpload, readTicket } from './open-upload';
import { printBoard, readAnnouncement, readBoard } from './read-announcement';
import { readFile, readFiles } from './read-files';
import { recheckFile } from './recheck-file';
import { createRepo, type Deps } from './repo';
import { saveDraft } from './save-draft';
import { settleRow, takeRow } from './settle-row';
import { submitAnnouncement } from './submit-announcement';

export const announcementsHandler = (deps: Base & Deps) =>
  serve(announcements, deps, {
    ...{
      saveDraft,
      submitAnnouncement,
      approveAnnouncement,
      sendBack,
      takeBack,
      correctAnnouncement,
      withdrawAnnouncement,
    },
    ...{ listAll, listWaiting, readDraft, openCensus, estimateAudience },
    ...{ readAnnouncement, readBoard, printBoard },
    ...{ openUpload, readTicket, claimFile, recheckFile, readFile, readFiles },
    ...{ listCallLists, listRows, takeRow, settleRow },
  });

export const handler = composeChecked(
  'announcements',
  ['TABLE_ANNOUNCEMENTS', 'TABLE_COUNCILS', 'TABLE_NOTICES', 'WEB_ORIGIN', 'FILES_BUCKET', 'FILES_DOMAIN'],
  ({ env, client, cursors, base, check, checkPicture }) =>
    announcementsHandler({
      ...base,
      ...{ check, checkPicture, files: openFileStore(env) },
      repo: createRepo(client, env.TABLE_ANNOUNCEMENTS, cursors),
      communities: createCommunities(client, env.TABLE_DIRECTORY, cursors),
      matters: createMatters(client, env.TABLE_COUNCILS),
      roll: createRoll(client, env.TABLE_DIRECTORY),
      membersOf: createMembersOf(client, env.TABLE_DIRECTORY),
      reachable: createReachable(client, env.TABLE_NOTICES, 'notice'),
      openedBy: createOpenedBy(client, env.TABLE_NOTICES),
      deliveredOf: createDeliveredOf(client, env.TABLE_NOTICES),
      webOrigin: env.WEB_ORIGIN,
    }),
);
