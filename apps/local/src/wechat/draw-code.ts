import { toBuffer } from 'qrcode';
import { fail } from './errors';
import { checkPage } from './send-message';
import type { Handle } from './world';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

const widthOf = (width: unknown): number => {
  const pixels = width === undefined ? 430 : Number(width);
  return pixels >= 280 && pixels <= 1_280 ? pixels : fail(40097);
};

/**
 * POST /wxa/getwxacodeunlimit: a PNG. It is an ordinary QR code of `page?scene=…`, since only WeChat draws the round one.
 */
export const drawCode: Handle = async (world, { body }) => {
  const { scene, page, check_path, width, env_version = 'release' } = body;
  if (typeof scene !== 'string' || scene.length === 0 || scene.length > 32) return fail(40169);
  if (!SCENE.test(scene)) fail(40097);
  if (!['release', 'trial', 'develop'].includes(String(env_version))) fail(40097);
  if (String(page ?? '').includes('?')) fail(41030);
  if (check_path !== false) checkPage(world, page);
  return toBuffer(`${String(page ?? 'pages/index/index')}?scene=${encodeURIComponent(scene)}`, { width: widthOf(width) });
};
