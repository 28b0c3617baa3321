import type { Group, Picture, Said, Tally } from '@gongzhi/shared/opinions/model';

/** Groups are called by letters: any other name would judge. */
export const nameOf = (group: number): string => `${'ABCDE'[group] ?? '?'} 群`;

export const inWords = ({ agree, disagree, pass }: Tally): string =>
  `${agree} 人同意，${disagree} 人不同意，${pass} 人跳过`;

/** A statement as it is said of people: with the side in words before it. */
export const saidWords = ({ no, side }: Said, table: Picture['table']): string => {
  const body = table.find((shown) => shown.no === no)?.body ?? '';
  return `${side === 'agree' ? '同意' : '不同意'}：${body}`;
};

export const leadWords = ({ groups, placed }: Picture): string =>
  groups.length > 1
    ? `${placed} 位居民的回答大致分成 ${groups.length} 群：${groups.map(({ size }, i) => `${nameOf(i)} ${size} 人`).join('，')}。`
    : `${placed} 位居民的回答没有明显分成几群。`;

export const waitingWords = ({ placed, needed }: Picture): string =>
  `现在有 ${placed} 人回答得够多。满 ${needed} 人才画图，人太少容易猜出是谁。`;

/** Diameter in px of the largest circle; areas go with the number of people. */
const LARGEST = 96;
const SMALLEST = 56;
export interface Circle {
  name: string;
  size: number;
  /** Diameter in px; middle in per cent of the drawing. */
  wide: number;
  left: number;
  top: number;
}

/** The drawing, px, as narrow as it gets. */
const FIELD = { width: 250, height: 240 } as const;
const ROUNDS = 60;
const within = (x: number) => Math.max(20, Math.min(80, x));

/** Moves two circles that cover each other apart, half the way each. */
const part = (a: Circle, b: Circle): void => {
  const [dx, dy] = [((b.left - a.left) * FIELD.width) / 100, ((b.top - a.top) * FIELD.height) / 100];
  const far = Math.hypot(dx, dy);
  const near = (a.wide + b.wide) / 2 + 4 - far;
  if (near <= 0) return;
  const [ux, uy] = far === 0 ? [1, 0] : [dx / far, dy / far];
  const [sx, sy] = [(ux * near * 50) / FIELD.width, (uy * near * 50) / FIELD.height];
  [a.left, a.top, b.left, b.top] = [within(a.left - sx), within(a.top - sy), within(b.left + sx), within(b.top + sy)];
};

/** Where the circles stand: middles on a field of 100 × 100, kept inside it and moved apart where they would cover each other. */
export const circlesOf = (groups: readonly Group[]): Circle[] => {
  const most = Math.max(1, ...groups.map(({ size }) => size));
  const circles = groups.map(({ size, x, y }, i) => ({
    name: nameOf(i),
    size,
    wide: Math.round(Math.max(SMALLEST, LARGEST * Math.sqrt(size / most))),
    left: Math.round(50 + x * 0.27),
    top: Math.round(50 - y * 0.25),
  }));
  for (let round = 0; round < ROUNDS; round += 1)
    circles.forEach((a, i) => circles.slice(i + 1).forEach((b) => part(a, b)));
  return circles.map((circle) => ({ ...circle, left: Math.round(circle.left), top: Math.round(circle.top) }));
};
