import type { Channel } from '@gongzhi/shared/kernel/satisfaction-result';
import type { SampleStratum } from '@gongzhi/shared/satisfaction/sample-rules';
import { count, emptyTally, type Tally } from '@gongzhi/shared/satisfaction/tally';
import type { Repo } from './repo';
import type { InRound } from './repo-marks';
import type { RoundItem } from './repo-rounds';

/** Everything a result is made of, in numbers. `openUntil`: when the last invitation that was not answered ends. */
export interface Read {
  invited: number;
  answered: number;
  openUntil: string;
  hours: number[];
  devices: number[];
  /** Answers that one worker entered in one hour. */
  helpers: number[];
  channels: Map<Channel, number>;
  strata: SampleStratum[];
  tallies: Map<number, Tally>;
}
const countIn = <K>(counts: Map<K, number>, key: K | undefined): void => {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
};

const readMarks = async (round: InRound, repo: Repo) => {
  const [hours, channels] = [new Map<number, number>(), new Map<Channel, number>()];
  const [devices, helpers] = [new Map<string, number>(), new Map<string, number>()];
  const seen = { invited: 0, sealed: 0, openUntil: '' };
  await repo.marks.each(round, (marks) => {
    for (const { sealed, hour, device, helper, channel, expiresAt } of marks) {
      seen.invited += 1;
      if (sealed) seen.sealed += 1;
      else if (expiresAt > seen.openUntil) seen.openUntil = expiresAt;
      countIn(hours, hour);
      countIn(devices, device);
      countIn(helpers, helper && `${helper} ${hour}`);
      countIn(channels, channel);
    }
  });
  return {
    ...seen,
    hours: [...hours.values()],
    devices: [...devices.values()],
    helpers: [...helpers.values()],
    channels,
  };
};

/** Reads a round page by page. @throws when there are not as many answers as invitations that were answered: then nothing is published */
export const readRound = async (round: InRound, item: RoundItem, repo: Repo): Promise<Read> => {
  const tallies = new Map<number, Tally>();
  const questions = 1 + item.questions.length;
  await repo.answers.each(round, (answers) => {
    for (const { levels, stratum } of answers) {
      const tally = tallies.get(stratum) ?? emptyTally(questions);
      tallies.set(stratum, tally);
      count(tally, levels);
    }
  });
  const { sealed, ...marks } = await readMarks(round, repo);
  const answered = [...tallies.values()].reduce((sum, tally) => sum + tally.answered, 0);
  if (item.closing && answered !== sealed) throw new Error(`${answered} answers to ${sealed} invitations`);
  const sample = item.about.kind === 'quarter' ? await repo.answers.sample(round) : undefined;
  return { ...marks, answered, strata: sample?.strata ?? [], tallies };
};
