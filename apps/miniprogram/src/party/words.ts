import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { SKILLS } from '@gongzhi/shared/kernel/skills';
import type { Access, AsSecretary, Kind, Report, State } from '@gongzhi/shared/party/model';
import { lastMonthOf } from '@gongzhi/shared/party/terms';

export const STATE_WORDS = {
  asked: '等确认',
  valid: '有效',
  ended: '已到期',
  declined: '没有通过',
  moved: '已转走',
  left: '已结束',
  withdrawn: '已撤回同意',
} as const satisfies Record<State, string>;
export const STATE_TONES = {
  asked: 'waiting',
  valid: 'active',
  ended: 'plain',
  declined: 'plain',
  moved: 'plain',
  left: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<State, 'plain' | 'active' | 'waiting'>;

/** Two states that differ though the report-in is valid in both. */
export const tagOf = (one: { state: State; renewing: boolean; endsSoon: boolean }) => {
  if (one.renewing) return { label: '等续期', tone: 'waiting' } as const;
  if (one.endsSoon) return { label: '快到期', tone: 'waiting' } as const;
  return { label: STATE_WORDS[one.state], tone: STATE_TONES[one.state] };
};

export const dayWords = (instant: string): string =>
  `${yearInChina(instant)}年${dateInWords(instant).replace(/（.*/, '')}`;
/** `2027年11月底` */
export const untilWords = (validUntil: string): string => {
  const [year, month] = lastMonthOf(validUntil).split('-');
  return `${year}年${Number(month)}月底`;
};

/** A building as it is said. */
export const buildingWords = (building: string): string =>
  /^[\dA-Za-z-]+$/.test(building) ? `${building}号楼` : building;

export const skillWords = (skills: readonly string[]): string =>
  skills.map((skill) => (SKILLS as Readonly<Record<string, string>>)[skill] ?? skill).join('、');

/** Who has confirmed, and who has not. `kind` says whose word the organisation's is. */
export const confirmWords = ({
  kind,
  organisation,
  community,
}: Pick<AsSecretary, 'organisation' | 'community'> & { kind: Kind }) => {
  const who = kind === 'branch' ? '支部' : '单位';
  const how = organisation?.by === 'paper' ? '（凭纸质证明）' : '';
  return [
    { label: `${who}确认`, value: organisation ? `${dayWords(organisation.at)}${how}` : '还没有' },
    { label: '社区确认', value: community ? dayWords(community.at) : '还没有' },
  ];
};

const askedWords = ({ kind, organisation, community }: Report): string => {
  const missing = [organisation ? '' : kind === 'branch' ? '支部书记' : '您的单位', community ? '' : '社区'];
  return `还等${missing.filter(Boolean).join('和')}确认。都确认以后就生效，您不用再做什么。`;
};
const validWords = ({ renewing, endsSoon, validUntil = '' }: Report): string => {
  if (renewing) return '续期已经提出，等社区确认。到期前照常有效。';
  return `到${untilWords(validUntil)}为止${endsSoon ? '，现在可以续期' : ''}。`;
};
/** What the member should know or do next. */
export const nextWords = (report: Report): string => {
  if (report.state === 'asked') return askedWords(report);
  return report.state === 'valid' ? validWords(report) : OVER[report.state];
};
const OVER = {
  ended: '报到的时间已经过了。想继续，请重新报到。',
  declined: '这次没有通过。您可以按下面的原因补好，再报到一次。',
  moved: '您已经转到别的社区，请到那里报到。',
  left: '您已经结束在这里的报到，可以随时再报到。',
  withdrawn: '您已经撤回同意，支部、单位和社区都看不到您的报到。再同意并报到，算一次新的报到。',
} as const;

const AS = { secretary: '支部书记', worker: '社区工作者', unit: '单位联系人' } as const;
const WHAT = {
  branch: '支部名单',
  waiting: '待确认的报到',
  unit: '本单位名单',
  record: '服务记录',
  halfYear: '半年报告',
  evaluation: '评议',
  call: '召集名单',
} as const;
/** `支部书记何芳看了支部名单，3 次` */
export const accessWords = ({ as, what, readerName, times }: Access): string =>
  `${AS[as]}${readerName}看了${WHAT[what]}${times > 1 ? `，${times} 次` : ''}`;

/** Units a member may name as theirs: those that still take part. */
export const namable = <U extends { closed?: unknown }>(units: readonly U[]): U[] =>
  units.filter(({ closed }) => closed === undefined);
