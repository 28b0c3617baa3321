import { setTimeout as pause } from 'node:timers/promises';
import { announcements } from '@gongzhi/shared/announcements/contract';
import type { FileRef } from '@gongzhi/shared/announcements/files';
import { writePng } from '../wechat/write-png';
import type { Actor } from './api';

const SIDE = 360;
const MIDDLE = SIDE / 2;
const ROUND = 84;
const LINE = 12;
/** A drop of water with a line through it. */
const isInk = (x: number, y: number): boolean => {
  const [across, down] = [x - MIDDLE, y - 220];
  const below = down > -40 && Math.hypot(across, down) < ROUND;
  const above = y > 50 && down <= -40 && Math.abs(across) < ((y - 50) / 130) * 73;
  const onLine = Math.abs(x + y - SIDE) < LINE && Math.abs(across) < 150;
  const besideLine = Math.abs(x + y - SIDE) < 2 * LINE;
  return onLine || ((below || above) && !besideLine);
};

const CHECKS = 100;
const PAUSE_MS = 100;
/** Sends a picture as a phone does, and waits until WeChat has looked at it. */
export const attachPicture = async (worker: Actor, communityId: string, label: string): Promise<FileRef> => {
  const bytes = writePng(SIDE, isInk);
  const { fileId } = await worker.act(announcements.openUpload, { communityId, bytes: bytes.length });
  const { url, fields } = await worker.act(announcements.readTicket, { communityId, fileId });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(bytes)]), 'picture.png');
  const sent = await fetch(url, { method: 'POST', body: form });
  if (!sent.ok) throw new Error(`the store did not take the picture: ${sent.status} ${await sent.text()}`);
  const kept = await worker.act(announcements.claimFile, { communityId, fileId });
  for (let n = 0; n < CHECKS; n += 1) {
    const { check } = await worker.act(announcements.readFile, { communityId, fileId });
    if (check === 'pass') return { fileId, kind: kept.kind, bytes: kept.bytes, label };
    await pause(PAUSE_MS);
  }
  throw new Error('the picture was not checked in time');
};
