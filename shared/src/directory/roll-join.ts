import type { Adult, RollRow } from './model';
import { doorLabel, doorText } from './door-key';
import type { Ignored, RollError } from './roll-grid';
import { ROLL } from './rules';

/** One readable row of a sheet, with its number from 1. */
export interface Line extends RollRow {
  row: number;
}
interface Home extends Line {
  /** Its rows name one adult each. */
  oneEach: boolean;
}
type Verdict = { adult: Adult } | { ignore: string } | { wrong: string };

const samePerson = (home: Home, { name, phone }: Adult): Verdict | undefined => {
  const known = home.adults.find((adult) => adult.name === name);
  if (!known) return undefined;
  return phone === undefined || phone === known.phone ? { ignore: `与第 ${home.row} 行重复` } : { wrong: `与第 ${home.row} 行是同一户的同一个人，但电话不同` };
};

/** Whether a further row of a household adds an adult (rows one below another, one adult each) or contradicts the first. */
const judge = (home: Home, line: Line, follows: boolean): Verdict => {
  const [adult] = line.adults;
  const where = `与第 ${home.row} 行是同一户（${doorLabel(home)}）`;
  if (line.area !== undefined && home.area !== undefined && line.area !== home.area) return { wrong: `${where}，但面积不同` };
  const oneEach = follows && line.adults.length === 1 && home.oneEach;
  if (!adult || !oneEach) return { wrong: `${where}，请删去一行，或改正房号` };
  const same = samePerson(home, adult);
  if (same) return same;
  return home.adults.length >= ROLL.adults ? { wrong: `${where}，一户最多 ${ROLL.adults} 位成年人` } : { adult };
};

/** Rows of the same door together: one household each, and what contradicts, naming both rows. `letter`: the room's column. */
export const joinRows = (lines: readonly Line[], letter: string): { rows: RollRow[]; errors: RollError[]; ignored: Ignored[] } => {
  const homes = new Map<string, Home>();
  const errors: RollError[] = [];
  const ignored: Ignored[] = [];
  let previous: Home | undefined;
  for (const line of lines) {
    const key = doorText(line);
    const home = homes.get(key);
    if (!home) {
      previous = { ...line, oneEach: line.adults.length === 1 };
      homes.set(key, previous);
      continue;
    }
    const verdict = judge(home, line, home === previous);
    if ('wrong' in verdict) errors.push({ row: line.row, column: letter, name: '房号', message: verdict.wrong });
    if ('ignore' in verdict) ignored.push({ row: line.row, why: verdict.ignore });
    if ('adult' in verdict) home.adults = [...home.adults, verdict.adult];
    if ('adult' in verdict && home.area === undefined && line.area !== undefined) home.area = line.area;
    previous = home;
  }
  return { rows: [...homes.values()].map(({ row: _, oneEach: __, ...rest }) => rest), errors, ignored };
};
