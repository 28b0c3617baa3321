import type { Channel } from '@gongzhi/shared/kernel/satisfaction-result';
import { chance } from '@gongzhi/shared/kernel/chance';
import { channelCounts } from './channel-rules';
import { FEWEST } from './rule-sets';

const of = (app: number, paper: number, assisted: number) =>
  new Map<Channel, number>([
    ['app', app],
    ['paper', paper],
    ['assisted', assisted],
  ]);
const shown = (app: number, paper: number, assisted: number) =>
  channelCounts(of(app, paper, assisted)).map(({ channel, answered }) => [channel, answered]);

it('tells each of ten or more', () =>
  expect(shown(40, 12, 10)).toEqual([
    ['app', 40],
    ['paper', 12],
    ['assisted', 10],
  ]));

it('says nothing where all came by the app', () => expect(shown(40, 0, 0)).toEqual([]));

it('tells that all came with help', () => expect(shown(0, 0, 30)).toEqual([['assisted', 30]]));

it('hides few, and another with them from which they would follow', () => {
  expect(shown(40, 0, 3)).toEqual([
    ['app', undefined],
    ['assisted', undefined],
  ]);
  expect(shown(40, 12, 3)).toEqual([
    ['app', 40],
    ['paper', undefined],
    ['assisted', undefined],
  ]);
  expect(shown(40, 6, 5)).toEqual([
    ['app', 40],
    ['paper', undefined],
    ['assisted', undefined],
  ]);
});

it('never lets fewer than ten be reckoned, whatever came', () => {
  const next = chance(7);
  for (let n = 0; n < 2_000; n += 1) {
    const [app, paper, assisted] = [next(), next(), next()].map((x) => Math.floor(x * 40)) as [number, number, number];
    const total = app + paper + assisted;
    const counts = channelCounts(of(app, paper, assisted));
    const told = counts.flatMap(({ answered }) => (answered === undefined ? [] : [answered]));
    for (const answered of told) expect(answered).toBeGreaterThanOrEqual(FEWEST);
    const rest = total - told.reduce((sum, answered) => sum + answered, 0);
    if (told.length > 0 && rest > 0) expect(rest).toBeGreaterThanOrEqual(FEWEST);
  }
});
