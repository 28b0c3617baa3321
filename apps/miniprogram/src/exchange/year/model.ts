import type { Year } from '@gongzhi/shared/exchange/model';
import { milestonesOf } from '@gongzhi/shared/exchange/rules';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import type { Picture, Stroke } from '../../kernel/platform/port';
import { hoursWords } from '../words';

/** A picture has its own colours and sizes: a canvas knows no CSS variables. They are those of tokens.scss. */
const PAPER = '#fbf9f4';
const PINE = '#1c5843';
const INK = '#1d2421';
const SOFT = '#46514b';
const [WIDTH, HEIGHT, MARGIN] = [600, 800, 48];
/** Kinds of service that are named; all others are in the whole. */
const NAMED = 3;

const kindWords = (kind: string): string => (kind in KINDS ? KINDS[kind as keyof typeof KINDS] : '其他');

/** A year in sentences, of oneself and beside nobody else. */
export const yearWords = ({ recorded, honorary, services, thanks, kinds, total }: Year): string[] => {
  const last = milestonesOf(total).reached.at(-1);
  return [
    `参加志愿服务 ${services} 次。`,
    `记录时长 ${hoursWords(recorded)}。`,
    ...(honorary > 0 ? [`另有荣誉时长 ${hoursWords(honorary)}。`] : []),
    ...kinds.slice(0, NAMED).map(({ kind, minutes }) => `${kindWords(kind)}：${hoursWords(minutes)}。`),
    ...(thanks > 0 ? [`收到 ${thanks} 句感谢。`] : []),
    ...(last ? [`几年加起来，已满 ${last.hours} 小时。`] : []),
  ];
};

export const isQuiet = ({ recorded, honorary }: Pick<Year, 'recorded' | 'honorary'>): boolean =>
  recorded <= 0 && honorary <= 0;

/** A line as wide as the picture has room for; what is longer goes on below. */
const linesOf = (words: string, size: number): string[] => {
  const most = Math.floor((WIDTH - 2 * MARGIN) / size);
  const letters = [...words];
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, i) =>
    letters.slice(i * most, (i + 1) * most).join(''),
  );
};

/** Who and where, only as far as its owner wished to say. */
export interface Signed {
  name?: string;
  community: string;
}
/** The picture of a year. Without a name it says nothing of whose it is. */
export const pictureOf = (year: Year, { name, community }: Signed): Picture => {
  const strokes: Stroke[] = [
    { box: [0, 0, WIDTH, HEIGHT], colour: PAPER },
    { box: [0, 0, WIDTH, 16], colour: PINE },
    { words: `${name ? `${name}的` : '我的'} ${year.year} 年`, at: [MARGIN, 64], size: 40, bold: true, colour: INK },
    { words: hoursWords(year.recorded), at: [MARGIN, 152], size: 56, bold: true, colour: PINE },
    { words: '志愿服务', at: [MARGIN, 228], size: 28, colour: SOFT },
  ];
  let y = 304;
  // How long it was altogether stands above, large.
  for (const words of yearWords(year)
    .filter((_, i) => i !== 1)
    .flatMap((sentence) => linesOf(sentence, 28))) {
    strokes.push({ words, at: [MARGIN, y], size: 28, colour: INK });
    y += 46;
  }
  strokes.push({ words: community, at: [MARGIN, HEIGHT - 72], size: 24, colour: SOFT });
  return { name: `${year.year}-gongzhi.png`, width: WIDTH, height: HEIGHT, strokes };
};
