import { randomInt } from 'node:crypto';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { FollowUp } from '@gongzhi/shared/satisfaction/model';
import type { Reason } from '@gongzhi/shared/satisfaction/rule-sets';
import { aboutInWords, levelsOf, nextFollowUps } from '@gongzhi/shared/satisfaction/rules';
import { dueFrom } from './call-back';
import type { LowItem } from './repo-answers';
import type { RoundItem } from './repo-rounds';
import type { Do } from './model';

/** In the order of chance (Fisher & Yates). */
const shuffled = <T>(items: readonly T[]): T[] => {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
};

/** What the one who is responsible reads: each level beside what was asked, the reason and the word. */
const saidOf = ({ levels, reason, word }: LowItem, { about, questions }: RoundItem): FollowUp['said'] => {
  const titles = [aboutInWords(about), ...questions.map(({ title }) => title)];
  return {
    answers: levelsOf(levels).map((level, i) => ({ title: titles[i] ?? '', level })),
    ...(reason ? { reason: reason as Reason } : {}),
    ...(word ? { word } : {}),
  };
};

/**
 * Opens a follow-up for each low answer of the day, all at the same hour and in the order of chance: neither an instant nor
 * an order leads from one to whoever answered. Done again until the round is settled.
 */
export const openFollowUps: Do = async ({ communityId, id: roundId }, { repo, calendar }, now) => {
  const round = { communityId, roundId };
  const item = await repo.rounds.read(round);
  if (!item) return undefined;
  const low = shuffled(await repo.answers.unopened(round));
  const dueAt = low.length > 0 ? await dueFrom(now, calendar) : '';
  for (const { sk, ...answer } of low) {
    const said = saidOf({ sk, ...answer }, item);
    const opened = {
      about: item.about,
      roundId,
      state: 'open' as const,
      openedOn: dayInChina(now),
      dueAt,
      sentBack: 0,
    };
    await repo.followUps.open({ communityId, followUpId: answer.followUpId }, { ...opened, said, turns: [] });
    await repo.answers.markOpened(round, sk);
  }
  return item.state === 'settled' ? undefined : { at: nextFollowUps(now) };
};
