import { demand } from './fault.mjs';

const CHOICES = ['for', 'against', 'abstain', 'invalid'];

/** Ballots by choice, counted line by line. */
export const countBallots = (ballots) => {
  const counts = { for: 0, against: 0, abstain: 0, invalid: 0 };
  for (const line of ballots) counts[line.slice(line.lastIndexOf(' ') + 1)] += 1;
  return counts;
};

const sum = (values) => values.reduce((total, value) => total + value, 0);

const ids = (ballots) => new Set(ballots.map((line) => line.slice(2, 34)));
/** What must hold between the numbers of a list: `[holds, otherwise in Chinese, in English]`. */
const sumsOf = ({ head: { roll, counts, channels }, marks, ballots }) => [
  [ids(ballots).size === ballots.length, '有选票编号重复。', 'A ballot id occurs twice.'],
  [ballots.length <= marks.length, '选票比参加的多。', 'There are more ballots than took part.'],
  [marks.length <= roll.units, '参加的比名册上的多。', 'More took part than stand on the roll.'],
  [
    sum(Object.values(channels)) === marks.length,
    '各渠道之和与参加数不一致。',
    'The channels do not add up to those who took part.',
  ],
  [sum(Object.values(counts.area)) <= roll.area, '面积之和超过总面积。', 'The areas add up to more than there is.'],
];

/** Whether what the first line says of the ballots is what the lines say. @throws Fault('count') */
export const compareCounts = ({ head, marks, ballots }) => {
  const counts = countBallots(ballots);
  const published = { ...head.counts.units, invalid: head.counts.invalid };
  demand(
    CHOICES.every((choice) => published[choice] === counts[choice]),
    'count',
    `逐张重数的票数与公布的不一致：${JSON.stringify(counts)}。`,
    `The ballots counted again are not the published counts: ${JSON.stringify(counts)}.`,
  );
  for (const [held, zh, en] of sumsOf({ head, marks, ballots })) demand(held, 'count', zh, en);
  return counts;
};
