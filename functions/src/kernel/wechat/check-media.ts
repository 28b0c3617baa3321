import { MediaAccepted, jsonOf } from './answers';
import type { Scene } from './check-text';
import type { Connection, Refused } from './connect';

export interface MediaToCheck {
  openid: string;
  scene: Scene;
  /** Public HTTPS, at most 10 MB; it must stay readable for half an hour. */
  url: string;
  type: 'audio' | 'image';
}
export type MediaAnswer = { ok: true; traceId: string } | Refused<'OPENID_UNSEEN'>;

const TYPES = { audio: 1, image: 2 } as const;

/** Asks for a check of a picture or a recording; the verdict is pushed within 30 minutes (open-callback.ts). */
export const checkMedia = async ({ askWithToken }: Connection, media: MediaToCheck): Promise<MediaAnswer> => {
  const { openid, scene, url, type } = media;
  const body = { version: 2, openid, scene, media_url: url, media_type: TYPES[type] };
  const answer = await askWithToken('/wxa/media_check_async', { body }, jsonOf(MediaAccepted));
  return answer.ok ? { ok: true, traceId: answer.value.trace_id } : { ok: false, code: answer.code };
};
