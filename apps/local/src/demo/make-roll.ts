import type { Adult, RollRow } from '@gongzhi/shared/directory/model';
import { doorText, type Door } from '@gongzhi/shared/kernel/door-key';
import { chance } from '@gongzhi/shared/kernel/chance';
import { PEOPLE, type DemoPerson } from './people';

/** Share of the commonest surnames, in tenths of a percent. Source: 公安部《二〇二〇年全国姓名报告》 for the order; shares rounded. */
const SURNAMES: readonly (readonly [string, number])[] = [
  ['王', 72],
  ['李', 72],
  ['张', 68],
  ['刘', 54],
  ['陈', 45],
  ['杨', 31],
  ['黄', 22],
  ['赵', 21],
  ['吴', 20],
  ['周', 19],
  ['徐', 15],
  ['孙', 15],
  ['马', 13],
  ['朱', 12],
  ['胡', 12],
  ['郭', 11],
  ['何', 11],
  ['林', 11],
  ['高', 10],
  ['罗', 9],
  ['郑', 9],
  ['梁', 8],
  ['谢', 8],
  ['宋', 7],
  ['唐', 7],
  ['许', 7],
  ['韩', 6],
  ['冯', 6],
  ['邓', 6],
  ['曹', 6],
  ['欧阳', 1],
  ['上官', 1],
];
/** Given names of three generations. */
const GIVEN: readonly (readonly [string, number])[] = [
  ...[
    '秀英',
    '桂英',
    '玉兰',
    '秀兰',
    '淑珍',
    '建国',
    '国强',
    '志明',
    '德福',
    '玉珍',
    '凤英',
    '桂兰',
    '建华',
    '红卫',
    '永福',
  ].map((n) => [n, 3] as const),
  ...[
    '伟',
    '芳',
    '敏',
    '静',
    '丽',
    '强',
    '磊',
    '军',
    '洋',
    '勇',
    '艳',
    '娟',
    '涛',
    '超',
    '明',
    '霞',
    '平',
    '刚',
    '丽华',
    '海燕',
    '晓东',
    '文斌',
    '志强',
    '玉梅',
  ].map((n) => [n, 4] as const),
  ...['子涵', '浩然', '欣怡', '雨桐', '宇轩', '思远', '嘉怡', '梓萱', '一诺', '俊杰'].map((n) => [n, 1] as const),
];
const SIZES: readonly (readonly [number, number])[] = [
  [0, 6],
  [1, 22],
  [2, 46],
  [3, 19],
  [4, 6],
  [5, 1],
];
/** Storeys, flats on a storey and their areas (0.01 m²): the blocks of a community built between 1985 and 2010. */
const BLOCKS = [
  { units: 3, storeys: 6, areas: [6_852, 5_436] },
  { units: 4, storeys: 6, areas: [8_836, 7_219] },
  { units: 2, storeys: 11, areas: [9_821, 12_175, 8_904] },
  { units: 3, storeys: 6, areas: [6_852, 5_436] },
  { units: 2, storeys: 18, areas: [10_421, 8_963, 8_963, 13_847] },
] as const;

const pick = <T>(choices: readonly (readonly [T, number])[], random: number): T => {
  let left = random * choices.reduce((sum, [, weight]) => sum + weight, 0);
  const hit = choices.find(([, weight]) => (left -= weight) < 0) ?? choices[0];
  if (!hit) throw new Error('nothing to pick from');
  return hit[0];
};

type Home = Door & { area: number };

const doorsOf = (block: (typeof BLOCKS)[number], building: string): Home[] =>
  Array.from({ length: block.units }, (_, u) =>
    Array.from({ length: block.storeys }, (__, s) =>
      block.areas.map((area, i) => ({ building, unit: `${u + 1}单元`, room: `${s + 1}0${i + 1}`, area })),
    ),
  ).flat(2);

function* doors(): Generator<Home> {
  for (let b = 0; ; b += 1) yield* doorsOf(BLOCKS[b % BLOCKS.length] as (typeof BLOCKS)[number], `${b + 1}号楼`);
}

/** The first `count` doors, and in place of the last ones those where somebody of the demo lives. */
const doorsFor = (count: number, people: readonly DemoPerson[]): Home[] => {
  const lived = new Set(people.flatMap(({ home }) => (home ? [doorText(home)] : [])));
  const taken: Home[] = [];
  const spare: Home[] = [];
  for (const home of doors()) {
    (lived.delete(doorText(home)) ? taken : spare).push(home);
    if (taken.length + spare.length >= count && lived.size === 0) break;
  }
  const order = (a: Home, b: Home) => (doorText(a) < doorText(b) ? -1 : 1);
  return [...taken, ...spare].slice(0, count).sort(order);
};

export interface RollWish {
  /** The same seed gives the same roll. */
  seed: number;
  /** Up to some thousands. */
  households: number;
  /** Who must be found on it by name and phone, at their doors; default: the people of the demo. */
  people?: readonly DemoPerson[];
}

/** A household roll as a community would have it: blocks, flats, areas, adults by common names, phones of most first adults. */
export const makeRoll = ({ seed, households, people = PEOPLE }: RollWish): RollRow[] => {
  const random = chance(seed);
  let phones = 0;
  const nextPhone = () => ({ phone: String(18_600_000_000 + (phones += 1 + Math.floor(random() * 90))) });
  const adults = (): Adult[] => {
    const surname = pick(SURNAMES, random());
    return Array.from({ length: pick(SIZES, random()) }, (_, i) => ({
      name: `${i === 0 || random() < 0.5 ? surname : pick(SURNAMES, random())}${pick(GIVEN, random())}`,
      ...(random() < (i === 0 ? 0.72 : 0.25) ? nextPhone() : {}),
    }));
  };
  const known = new Map<string, Adult[]>();
  for (const { name, phone, home } of people)
    if (home) known.set(doorText(home), [...(known.get(doorText(home)) ?? []), { name, phone }]);
  return doorsFor(households, people).map(({ area, ...door }) => {
    const made = adults();
    const unknown = random() < 0.02;
    return {
      ...door,
      adults: known.get(doorText(door)) ?? made,
      ...(unknown ? {} : { area: area + Math.floor(random() * 3) * 14 }),
    };
  });
};
