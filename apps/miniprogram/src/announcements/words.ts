import {
  STATE_WORDS,
  type Estimate,
  type Head,
  type Need,
  type Row,
  type Tally,
  NEEDS,
} from '@gongzhi/shared/announcements/model';
import { AGE_BANDS } from '@gongzhi/shared/kernel/age-bands';
import { isWhole, type Audience } from '@gongzhi/shared/kernel/audience';
import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { ROLE_WORDS } from '../kernel/standing-core';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';
const TONES: Readonly<Record<Head['state'], Tone>> = {
  ...{ draft: 'plain', waiting: 'waiting', returned: 'danger', scheduled: 'waiting', published: 'active' },
  withdrawn: 'plain',
};
/** How an announcement stands, in a word. */
export const stateTag = ({ state }: Pick<Head, 'state'>): { label: string; tone: Tone } => ({
  label: STATE_WORDS[state],
  tone: TONES[state],
});
/** When it was published, goes out, or was written. */
export const whenWords = ({ state, at, publishAt }: Pick<Head, 'state' | 'at' | 'publishAt'>): string => {
  if (publishAt && state !== 'published') return `${timeInWords(publishAt)}发布`;
  return state === 'published' || state === 'withdrawn' ? `${timeInWords(at)}发布` : `${timeInWords(at)}写`;
};

/** How often it was corrected; nothing when it never was. */
export const correctedWords = ({ version }: Pick<Head, 'version'>): string | undefined =>
  version > 1 ? `已更正 ${version - 1} 次` : undefined;

const fieldWords = ({ places, roles, bands, interests }: Audience): string[] => [
  ...(places ? [places.map(({ building, unit = '' }) => `${building}${unit}`).join('、')] : []),
  ...(bands ? [bands.map((band) => AGE_BANDS[band]).join('、')] : []),
  ...(roles ? [roles.map((role) => ROLE_WORDS[role]).join('、')] : []),
  ...(interests ? [`会${interests.map((skill) => SKILLS[skill]).join('、')}`] : []),
];
/** For whom it is, in words. */
export const audienceWords = (audience: Audience): string => {
  if (isWhole(audience)) return '全社区';
  if (audience.followers) return '关注这件事的人';
  if (audience.people) return `名单上的 ${audience.people.length} 人`;
  return fieldWords(audience).join('，并且');
};

/** How many it reaches and by which way, before it is sent: whole sentences. */
export const estimateWords = ({ people, wechat, appOnly, silentHouseholds, asOf }: Estimate): string[] => [
  `一共 ${people} 人。`,
  ...(wechat === undefined ? ['其中多少人能收到微信消息，发布以后才知道。'] : []),
  ...(wechat === undefined ? [] : [`${wechat} 人能收到微信消息，${appOnly ?? 0} 人只能在小程序里看到。`]),
  ...(silentHouseholds ? [`另有 ${silentHouseholds} 户没有人在小程序里，发布后会列进要联系的名单。`] : []),
  `按${timeInWords(asOf)}的统计。`,
];

/** Why a household stands high in the list; that somebody lives alone is a guess, and said to be one. */
export const needWords = (needs: readonly Need[]): string => needs.map((need) => NEEDS[need]).join('，');
export const adultsWords = ({ adults }: Pick<Row, 'adults'>): string =>
  adults.map(({ name, phone }) => (phone ? `${name} ${phone}` : name)).join('；') || '名册上没有姓名';

/** How far a call list has come. */
export const tallyWords = ({ rows, phone, door, opened, wechat }: Tally): string =>
  `要联系 ${rows} 户：电话讲到 ${phone} 户，上门讲到 ${door} 户，自己看了 ${opened} 户${wechat ? `，微信后来送到 ${wechat} 户` : ''}。`;
export const leftOf = ({ rows, phone, door, opened, wechat }: Tally): number =>
  Math.max(0, rows - phone - door - opened - wechat);
