import type { Level, What } from '@gongzhi/shared/wishes/model';
import { LEVEL_WORDS, WHAT_WORDS } from '../words';

/** A wish as it is filled in; money as it is typed, in yuan. */
export interface Draft {
  title: string;
  about: string;
  what: What;
  yuan: string;
  level: Level;
  callName: string;
  building: string;
  door: string;
  behalf: boolean;
}
export const emptyDraft = (): Draft => ({
  ...{ title: '', about: '', what: 'help', yuan: '', level: 'building' },
  ...{ callName: '', building: '', door: '', behalf: false },
});

const FEN = 100;
/** Yuan as they are typed; NaN for what is no amount, which the check then names. */
const fenOf = (yuan: string): number =>
  yuan.trim() === '' ? 0 : /^\d{1,6}(\.\d{1,2})?$/.test(yuan.trim()) ? Math.round(Number(yuan) * FEN) : Number.NaN;

/** What may be typed there, once the rule is known. */
export const budgetHint = (rule: { budgetFen: number } | undefined): string =>
  `不花钱就不用填${rule ? `，最多 ${rule.budgetFen / FEN} 元` : ''}`;

/** What is sent: fields left empty are not. */
export const wishOf = ({ yuan, building, door, behalf, ...rest }: Draft) => ({
  ...rest,
  budget: fenOf(yuan),
  ...(building.trim() ? { building } : {}),
  ...(door.trim() ? { door } : {}),
  ...(behalf ? { behalf } : {}),
});

/** What is missing before it can be sent, in words; undefined when nothing is. */
export const missingOf = ({ title, about, callName, level, building, yuan }: Draft): string | undefined => {
  if (!title.trim()) return '请写明是什么心愿';
  if (!about.trim()) return '请说明一下，别人才知道怎么帮';
  if (Number.isNaN(fenOf(yuan))) return '金额请写数字，例如 35';
  if (!callName.trim()) return '请写怎么称呼';
  return level === 'building' && !building.trim() ? '请写楼栋' : undefined;
};

export const WHAT_OPTIONS = (Object.keys(WHAT_WORDS) as What[]).map((value) => ({ value, label: WHAT_WORDS[value] }));
export const LEVEL_OPTIONS = (Object.keys(LEVEL_WORDS) as Level[]).map((value) => ({ value, ...LEVEL_WORDS[value] }));
/** The first fault of each field, by its name. */
export const byField = (issues: readonly { path: readonly PropertyKey[]; message: string }[]): Record<string, string> =>
  Object.fromEntries([...issues].reverse().map(({ path, message }) => [String(path[0] ?? ''), message]));
