import type { CheckReceipt } from '@gongzhi/shared/kernel/service/contract';
import type { Outcome } from '../answer-of';
import { lengthWords, timeOfDay } from './time-words';

export type Way = 'in' | 'out';
export const WAY_WORDS = { in: '扫码签到', out: '扫码签退' } as const;
const BAND_WORDS = { here: '手机在服务地点。', near: '手机在服务地点附近。', far: '', unknown: '' } as const;
/** What came of a check, in words. */
export const checkedWords = (way: Way, { at, band, late, minutes }: CheckReceipt): string => {
  if (late) return '已收到补传的扫码，等组织者确认时间。';
  if (way === 'in') return `已签到（${timeOfDay(at)}）。${band ? BAND_WORDS[band] : ''}走的时候记得签退。`;
  return minutes === undefined ? '已签退。' : `已签退，这次记 ${lengthWords(minutes)}。谢谢您！`;
};

/** Whether a code was read by the camera: its six digits, typed in, are good only while there is a network. */
export const isScanned = (code: string): boolean => code.startsWith('GZ1.');

type Said = Outcome<CheckReceipt> & { queued?: true };
/** What is said after a check, whatever came of it. */
export const saidOf = (way: Way, outcome: Said): string => {
  if (outcome.ok) return checkedWords(way, outcome.value);
  const lost = outcome.broken && outcome.offline && !outcome.queued;
  return lost ? '没有网络。没有网络时请扫码，数字要联网才能用；也可以请组织者扫您的服务码。' : outcome.says;
};
