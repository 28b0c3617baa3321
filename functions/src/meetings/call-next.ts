import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { speakingRule, type SpeakingRule } from '@gongzhi/shared/meetings/rule-sets';
import { mayCallNext, nextAsk, secondsFor, type Spoken } from '@gongzhi/shared/meetings/speaking-rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { AskItem } from './repo-asks';
import type { Deps, Handle } from './repo';
import type { InMeeting } from './repo-meetings';
import { MOVED, tryAgain } from '../kernel/try-again';

/**
 * Onto the floor in one transaction: only somebody in the room who still waits, and only while the floor is free. What is
 * granted counts against the person's time on this matter.
 */
const floorWrites = (
  ids: InMeeting,
  ask: AskItem,
  { seconds, earlier, at, n }: { seconds: number; earlier: Spoken; at: string; n: number },
  { repo }: Deps,
) => {
  const { personId, name, side, sk } = ask;
  const spoken = { count: earlier.count + 1, seconds: earlier.seconds + seconds };
  return [
    repo.meetings.personWrite(ids, personId, {
      to: `SET #spoken.#i${n} = :spoken REMOVE #asked`,
      when: '#present = :yes AND #asked = :place',
      lost: 'GONE',
      values: { ':yes': true, ':place': sk, ':spoken': spoken },
    }),
    repo.meetings.liveWrite(ids, {
      to: 'SET #speech = :speech, #lastSide = :side',
      when: '#status = :open AND #item = :n AND attribute_not_exists(#speech)',
      lost: 'LIVE',
      values: {
        ':speech': { personId, name, side, startedAt: at, seconds, extensions: 0 },
        ':side': side,
        ':open': 'open',
        ':n': n,
      },
    }),
  ];
};

/** The place of somebody who has left, or spoken meanwhile, is cleared; the next is looked for again. */
const clearPlace = async (ids: InMeeting, ask: AskItem, { repo }: Deps): Promise<typeof MOVED> => {
  await repo.asks.clear(ids, ask.sk);
  return MOVED;
};

/** What this one was granted on the item before, when they are in the room and still wait under this place. */
const stillWaits = async (ids: InMeeting, ask: AskItem, n: number, ctx: Ctx & Deps): Promise<Spoken | undefined> => {
  const found = await findMeeting(ids, ctx, ask.personId);
  if (isRefusal(found) || !found.mine?.present || found.mine.asked !== ask.sk) return undefined;
  return found.mine.spoken?.[`i${n}`] ?? { count: 0, seconds: 0 };
};

const giveFloor = async (
  ids: InMeeting,
  ask: AskItem,
  { n, rule }: { n: number; rule: SpeakingRule },
  ctx: Ctx & Deps,
) => {
  const earlier = await stillWaits(ids, ask, n, ctx);
  const seconds = earlier ? secondsFor(earlier, rule) : 0;
  if (!earlier || seconds === 0) return clearPlace(ids, ask, ctx);
  const at = ctx.now.toISOString();
  const data = { item: n, side: ask.side, speaker: ask.personId, seconds };
  const event = { type: 'meetings.speaker-called', subject: ids.meetingId, data };
  const answer = { meetingId: ids.meetingId, personId: ask.personId, seconds, at };
  const done = await commit(ctx, floorWrites(ids, ask, { seconds, earlier, at, n }, ctx), event, answer);
  if (isLost(done)) return MOVED;
  // that somebody waits is what their own item says: a place left behind by a failure here is cleared by the next call
  await ctx.repo.asks.clear(ids, ask.sk);
  return done;
};

/** The rule names the next speaker; the chair only says when. */
export const callNext: Handle<'callNext'> = (ids, ctx) =>
  tryAgain('meetings.speaker-called', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live, plan } = before;
    const no = mayCallNext(live);
    if (no) return no.refused === 'SPEECH_ON' ? recallAnswer(ctx, no) : no;
    const on = { n: live.item ?? 0, rule: speakingRule(plan.speaking) };
    const ask = nextAsk(await ctx.repo.asks.first(ids, on.n), live.lastSide, on.rule);
    return ask ? giveFloor(ids, ask, on, ctx) : refuse('NOBODY_WAITING');
  });
