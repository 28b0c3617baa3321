import { imageOf } from './answers';
import type { Connection, Refused } from './connect';

export interface CodeToDraw {
  /** 1–32 characters of 0-9 A-Z a-z and !#$&'()*+,/:;=?@-._~ */
  scene: string;
  /** Without a leading slash or a query. Default: the first page. */
  page?: string;
  env?: 'release' | 'trial' | 'develop';
  /** Pixels, 280–1280. Default 430. */
  width?: number;
  /** False lets `page` name one that is not published yet (60,000 such codes in a lifetime). */
  checkPath?: boolean;
}
export type CodeAnswer = { ok: true; bytes: Uint8Array } | Refused<'PAGE_MISSING'>;

/** Draws a mini-program code, a PNG or JPEG; there is no limit on how many. */
export const unlimitedCode = async ({ askWithToken }: Connection, code: CodeToDraw): Promise<CodeAnswer> => {
  const { env, checkPath, ...rest } = code;
  const body = { ...rest, ...(env && { env_version: env }), ...(checkPath !== undefined && { check_path: checkPath }) };
  const answer = await askWithToken('/wxa/getwxacodeunlimit', { body }, imageOf);
  return answer.ok ? { ok: true, bytes: answer.value } : { ok: false, code: answer.code };
};
