import { create } from 'qrcode';
import { fail } from './errors';
import { checkPage } from './send-message';
import type { Asked, Handle, World } from './world';
import { writePng } from './write-png';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

const widthOf = (width: unknown): number => {
  const pixels = width === undefined ? 430 : Number(width);
  return pixels >= 280 && pixels <= 1_280 ? pixels : fail(40097);
};

const sceneOf = (scene: unknown): string => {
  if (typeof scene !== 'string' || scene.length === 0 || scene.length > 32) return fail(40169);
  return SCENE.test(scene) ? scene : fail(40097);
};

const pageOf = (world: World, { page, check_path }: Asked['body']): string => {
  if (String(page ?? '').includes('?')) fail(41030);
  if (check_path !== false) checkPage(world, page);
  return String(page ?? 'pages/index/index');
};

const QUIET = 4;

/** A QR code centred in the square, four modules of white around it. */
const qrCode = (text: string, width: number): Buffer => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const scale = Math.floor(width / (modules.size + 2 * QUIET));
  const margin = Math.floor((width - modules.size * scale) / 2);
  const at = (pixel: number) => Math.floor((pixel - margin) / scale);
  const inside = (module: number) => module >= 0 && module < modules.size;
  return writePng(width, (x, y) => inside(at(x)) && inside(at(y)) && modules.get(at(y), at(x)) === 1);
};

/**
 * POST /wxa/getwxacodeunlimit: a PNG. It is an ordinary QR code of `page?scene=…`, since only WeChat draws the round one.
 */
export const drawCode: Handle = (world, { body }) => {
  const scene = sceneOf(body['scene']);
  if (!['release', 'trial', 'develop'].includes(String(body['env_version'] ?? 'release'))) fail(40097);
  const target = `${pageOf(world, body)}?scene=${encodeURIComponent(scene)}`;
  return qrCode(target, widthOf(body['width']));
};
