import { announcements } from '@gongzhi/shared/announcements/contract';
import type { FileRef } from '@gongzhi/shared/announcements/files';
import type { Actor } from './api';
import { attachPicture } from './attach-picture';
import { DEMO } from './people';

const { communityId } = DEMO;

const send = async (worker: Actor, content: Content) => {
  const { announcementId, revision } = await keep(worker, content);
  await worker.act(announcements.submitAnnouncement, { communityId, announcementId, revision });
};
interface Content {
  kind: 'service' | 'event' | 'reminder';
  audience: object;
  title: string;
  body: string;
  place?: string;
  files?: FileRef[];
}
const keep = (worker: Actor, content: Content) => {
  const { kind, audience, ...words } = content;
  return worker.act(announcements.saveDraft, {
    communityId,
    content: { kind, audience, words: { ...words, links: [] } },
  });
};

/** One announcement that is out, one for everybody that waits for the street, and one that is being written. */
export const announceThings = async (worker: Actor): Promise<void> => {
  await send(worker, {
    ...{ kind: 'service', audience: { places: [{ building: '3号楼' }] }, title: '3号楼周四上午停水' },
    body: '因更换水表，周四上午九点到十一点停水，请提前接水。\n有困难请打社区电话。',
    place: '3号楼',
    files: [await attachPicture(worker, communityId, '一滴水，上面画了一道斜线：停水')],
  });
  await send(worker, {
    ...{ kind: 'event', audience: {}, title: '周六上午义诊', place: '社区服务站' },
    body: '区医院的医生来量血压、看慢性病。带上平时吃的药。',
  });
  await keep(worker, {
    ...{ kind: 'reminder', audience: { bands: ['75+'] }, title: '天冷注意用电' },
    body: '电热毯用完请拔插头，取暖器旁边不要放衣物。',
  });
};
