/** A number people go by: ours unless `source` names a law or rule, and then with whether it was verified. */
export interface Sourced<T> {
  value: T;
  source: string;
  sourceDate: string;
  verified: boolean;
}
const ours = <T>(value: T): Sourced<T> => ({
  ...{ value, source: '社区志愿服务办法（可由系统管理单位修改）' },
  ...{ sourceDate: '2026-11-27', verified: true },
});

/** How coming and going is checked, whatever slice the service belongs to. */
export const SERVICE = {
  /** How long before a shift's start one may check in; the time before the start is not counted. */
  earlyMinutes: ours(30),
  /** How long after a shift's end one may still check out; the time after the end is not counted. */
  lateMinutes: ours(60),
  /** How long after a shift's end what was scanned without a network is still taken. */
  syncDays: ours(7),
  /** How far from the activity's place a phone may be, in metres; an accuracy worse than `accuracyMetres` proves nothing. */
  radiusMetres: ours(200),
  accuracyMetres: ours(150),
  /** How far two clocks may be apart when one phone scans the other, in seconds. */
  clockSeconds: ours(90),
} as const;
