import type { Facts, Turn } from './model';

/** What is signed: a name for what it is, so that no other signature of the key can be taken for it, and the hash. */
export const signedText = (hash: string): string => `gongzhi-party-report/1\n${hash}\n`;

const partOf = ({ count, minutes, grades }: Facts['service']) => ({
  count,
  minutes,
  grades: grades.map(({ grade, minutes: of }) => ({ grade, minutes: of })),
});
const lineOf = ({ n, day, kind, minutes, grade, confirmed }: Facts['lines'][number]) => ({
  ...{ n, day, kind, minutes, grade, confirmed },
});

interface Sending {
  communityId: string;
  number: string;
  sentAt: string;
  facts: Facts;
  /** Words the member chose. */
  words: readonly string[];
  /** The objection that was kept, where the member wants it to go along. */
  objection?: Pick<Turn, 'lines' | 'words' | 'answer'> | undefined;
}
/** The JSON that leaves the community. Fields are written one by one: their order is part of what is hashed, and nothing slips in. */
export const sentJson = ({ communityId, number, sentAt, facts, words, objection }: Sending): string => {
  const { name, memberKind, branch, unit, period, fromDay, toDay } = facts;
  return JSON.stringify({
    format: 'gongzhi-party-report',
    version: 1,
    ...{ communityId, number, sentAt, name, memberKind, branch, unit, period, fromDay, toDay },
    service: partOf(facts.service),
    central: partOf(facts.central),
    honorary: facts.honorary,
    confirmations: facts.confirmations,
    lines: facts.lines.map(lineOf),
    centralLines: facts.centralLines.map(lineOf),
    words: [...words],
    ...(objection ? { objection: { lines: objection.lines, words: objection.words, answer: objection.answer } } : {}),
  });
};
