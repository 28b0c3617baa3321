import { neededOf } from '@gongzhi/shared/kernel/shares';
import { refuse, type Refusal, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import type { MadeRoll } from './make-roll';

import type { Rule } from './rule-sets';
import { mayEnd } from './rules';
import { FEWEST_SHOWN } from './secret-rules';

/** What a vote would be opened with. */
export interface Asked {
  rule: Rule;
  closesAt: string;
  secret: boolean;
  /** `app`: only phones; `all`: also on paper and with help, so that nobody needs a phone. */
  channels: 'app' | 'all';
}
/** What else is known when a vote is about to be opened. */
export interface Around {
  /** What the matter's procedure says against it: a gate not passed, a vote that exists. */
  gate: Refusal | undefined;
  /** Whether the key that signs a secret vote's list is there. */
  secretKey: boolean;
}

export const READINESS_CODES = [
  'ROLL_EMPTY',
  'AREA_MISSING',
  'OWNER_MISSING',
  'PERSON_MISSING',
  'END_TOO_SOON',
  'END_TOO_LATE',
  'QUORUM_IMPOSSIBLE',
  'SECRET_BY_AREA',
  'SECRET_KEY_MISSING',
  'SECRET_TOO_SMALL',
] as const satisfies readonly RefusalCode[];

/** Units that must take part for every quorum of units to be reached. */
export const unitsNeeded = ({ thresholds }: Pick<Rule, 'thresholds'>, units: number): number =>
  Math.max(0, ...thresholds.filter(({ of }) => of === 'units').map(({ quorum }) => neededOf(quorum, units)));

const boundOf = ({ buildings }: Pick<MadeRoll, 'buildings'>) => buildings.reduce((sum, { bound }) => sum + bound, 0);

/** A law's quorum is of all adult residents: counted of those who happen to have joined it would be a fraction of them. */
const leavesOut = ({ force, unit }: Rule, { withoutPerson }: MadeRoll): boolean =>
  force === 'statutory' && unit === 'person' && withoutPerson > 0;

/** What of the owners' register is not there. */
const registerProblems = ({ withoutArea, withoutOwner }: MadeRoll): Refusal[] => [
  ...(withoutArea > 0 ? [refuse('AREA_MISSING', { count: withoutArea })] : []),
  ...(withoutOwner > 0 ? [refuse('OWNER_MISSING', { count: withoutOwner })] : []),
];

const rollProblems = ({ rule, channels }: Asked, roll: MadeRoll): Refusal[] => {
  const missing = registerProblems(roll);
  if (missing.length > 0) return missing;
  if (roll.entries.length === 0) return [refuse('ROLL_EMPTY')];
  if (leavesOut(rule, roll)) return [refuse('PERSON_MISSING', { count: roll.withoutPerson })];
  const [bound, needed] = [boundOf(roll), unitsNeeded(rule, roll.entries.length)];
  return channels === 'app' && bound < needed ? [refuse('QUORUM_IMPOSSIBLE', { bound, needed })] : [];
};

const secretProblems = ({ rule, secret }: Asked, roll: MadeRoll, { secretKey }: Around): Refusal[] => {
  if (!secret) return [];
  // an area stands beside the ballot and is as good as a name
  if (rule.thresholds.some(({ of }) => of === 'area')) return [refuse('SECRET_BY_AREA')];
  // were one or two enough to decide, the outcome would tell what they chose
  const needed = unitsNeeded(rule, roll.entries.length);
  if (roll.entries.length > 0 && rule.thresholds.length > 0 && needed < FEWEST_SHOWN)
    return [refuse('SECRET_TOO_SMALL', { needed })];
  return secretKey ? [] : [refuse('SECRET_KEY_MISSING')];
};

/** Everything that would make the vote void, or keep it from being opened, in the order in which it is best put right. Empty: it may be opened. */
export const problemsOf = (asked: Asked, roll: MadeRoll, around: Around, now: Date): Refusal[] => {
  const end = mayEnd(asked.closesAt, now);
  return [
    ...(around.gate ? [around.gate] : []),
    ...rollProblems(asked, roll),
    ...(end ? [end] : []),
    ...secretProblems(asked, roll, around),
  ];
};

/** What is worth knowing and stops nothing: too few have joined in the app for the quorum, so paper and visits are needed. */
export const warningsOf = (
  { rule, channels }: Asked,
  roll: MadeRoll,
): { bound: number; needed: number } | undefined => {
  const [bound, needed] = [boundOf(roll), unitsNeeded(rule, roll.entries.length)];
  return channels === 'all' && bound < needed ? { bound, needed } : undefined;
};
