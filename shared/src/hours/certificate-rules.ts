import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { DAY } from '@gongzhi/shared/kernel/time';
import { dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';
import { type Certificate, type CertificateState, type Proof } from './certificate-model';
import { Grade, type Entry } from './model';
import { LINES_ON_CERTIFICATE } from './rule-sets';
import { maskName } from '@gongzhi/shared/kernel/mask-name';
import { NO_SUMS } from './rules';

type Timed = { publicUntil: string; revokedAt?: string | undefined };
/** How a certificate stands: revoked before anything else; valid from the instant at which its publicity ends. */
export const stateOf = ({ publicUntil, revokedAt }: Timed, now: Date): CertificateState => {
  if (revokedAt) return 'revoked';
  return now.getTime() < Date.parse(publicUntil) ? 'public' : 'valid';
};

/** When publicity of so many days ends: whole days after the one it begins on; at once when there is none. */
export const publicUntil = (now: Date, days: number): string =>
  days === 0 ? now.toISOString() : new Date(Date.parse(endOfDay(dayInChina(now))) + days * DAY).toISOString();

/** Whether a certificate may be printed. */
export const mayPrint = (
  certificate: Timed,
  now: Date,
): Refusal<'IN_PUBLICITY' | 'CERTIFICATE_REVOKED'> | undefined => {
  const state = stateOf(certificate, now);
  if (state === 'revoked') return refuse('CERTIFICATE_REVOKED');
  return state === 'public' ? refuse('IN_PUBLICITY', { day: dateInWords(certificate.publicUntil) }) : undefined;
};

type Counted = Pick<Entry, 'track' | 'grade' | 'minutes' | 'activityId' | 'from'>;
export type Proven = Pick<Certificate, 'recorded' | 'honorary' | 'imported' | 'grades' | 'lines' | 'more'>;

const sumOf = (entries: readonly Counted[]): number => entries.reduce((sum, { minutes }) => sum + minutes, 0);
/** Entries by a key, in the order in which the keys first come. */
const grouped = <K>(entries: readonly Counted[], keyOf: (entry: Counted) => K): [K, Counted[]][] => [
  ...entries.reduce(
    (map, entry) => map.set(keyOf(entry), [...(map.get(keyOf(entry)) ?? []), entry]),
    new Map<K, Counted[]>(),
  ),
];

/**
 * What a certificate says of entries that stand: minutes by track, recorded ones by evidence, and what was done: one line
 * an activity with the day it was first served, the longest first.
 */
export const proves = (entries: readonly Counted[], titleOf: (activityId: string) => string): Proven => {
  const recorded = entries.filter(({ track }) => track === 'recorded');
  const by = new Map(grouped(recorded, ({ grade }) => grade));
  const lines = grouped(entries, ({ activityId }) => activityId)
    .map(([activityId, some]) => ({
      title: titleOf(activityId) || '志愿服务',
      day: dayInChina(some.map(({ from }) => from).sort()[0] ?? ''),
      minutes: sumOf(some),
    }))
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => b.minutes - a.minutes || a.day.localeCompare(b.day));
  return {
    ...grouped(entries, ({ track }) => track).reduce(
      (sums, [track, some]) => ({ ...sums, [track]: sumOf(some) }),
      NO_SUMS,
    ),
    grades: Grade.options
      .map((grade) => ({ grade, minutes: sumOf(by.get(grade) ?? []) }))
      .filter(({ minutes }) => minutes > 0),
    lines: lines.slice(0, LINES_ON_CERTIFICATE),
    more: Math.max(0, lines.length - LINES_ON_CERTIFICATE),
  };
};

/** What strangers read of a certificate. */
export const proofOf = (certificate: Certificate): Proof => {
  const {
    number,
    fromDay,
    toDay,
    recorded,
    honorary,
    imported,
    grades,
    issuer,
    issuedAt,
    publicUntil: until,
  } = certificate;
  const { revokedAt, revokedReason, state, hours, name } = certificate;
  return {
    ...{
      number,
      fromDay,
      toDay,
      recorded,
      honorary,
      imported,
      grades,
      issuer,
      issuedAt,
      publicUntil: until,
      state,
      hours,
    },
    maskedName: maskName(name),
    ...(revokedAt ? { revokedAt } : {}),
    ...(revokedReason ? { revokedReason } : {}),
  };
};
