import type { Adult, RollRow } from './model';
import { doorLabel, doorText } from '../kernel/door-key';
import type { Ignored, RollError } from './roll-grid';
import { ROLL } from './roll-limits';

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
  return phone === undefined || phone === known.phone
    ? { ignore: `与第 ${home.row} 行重复` }
    : { wrong: `与第 ${home.row} 行是同一户的同一个人，但电话不同` };
};

const otherArea = (home: Home, line: Line): boolean =>
  home.area !== undefined && line.area !== undefined && home.area !== line.area;

/** Whether a further row of a household adds an adult (rows one below another, one adult each) or contradicts the first. */
const judge = (home: Home, line: Line, follows: boolean): Verdict => {
  const [adult, ...more] = line.adults;
  const where = `与第 ${home.row} 行是同一户（${doorLabel(home)}）`;
  if (otherArea(home, line)) return { wrong: `${where}，但面积不同` };
  const oneEach = follows && home.oneEach && more.length === 0;
  if (!adult || !oneEach) return { wrong: `${where}，请删去一行，或改正房号` };
  if (home.adults.length >= ROLL.adults) return { wrong: `${where}，一户最多 ${ROLL.adults} 位成年人` };
  return samePerson(home, adult) ?? { adult };
};

interface Joined {
  rows: RollRow[];
  errors: RollError[];
  ignored: Ignored[];
}

const follow = (
  home: Home,
  line: Line,
  verdict: Verdict,
  { errors, ignored, letter }: Pick<Joined, 'errors' | 'ignored'> & { letter: string },
): void => {
  if ('wrong' in verdict) errors.push({ row: line.row, column: letter, name: '房号', message: verdict.wrong });
  else if ('ignore' in verdict) ignored.push({ row: line.row, why: verdict.ignore });
  else {
    home.adults = [...home.adults, verdict.adult];
    const area = home.area ?? line.area;
    if (area !== undefined) home.area = area;
  }
};

/** Rows of the same door together: one household each, and what contradicts, naming both rows. `letter`: the room's column. */
export const joinRows = (lines: readonly Line[], letter: string): Joined => {
  const homes = new Map<string, Home>();
  const errors: RollError[] = [];
  const ignored: Ignored[] = [];
  let previous: Home | undefined;
  for (const line of lines) {
    const key = doorText(line);
    const known = homes.get(key);
    const home = known ?? { ...line, oneEach: line.adults.length === 1 };
    if (known) follow(known, line, judge(known, line, known === previous), { errors, ignored, letter });
    else homes.set(key, home);
    previous = home;
  }
  return { rows: [...homes.values()].map(({ row: _, oneEach: __, ...rest }) => rest), errors, ignored };
};
