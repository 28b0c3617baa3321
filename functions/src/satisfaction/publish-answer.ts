import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Input } from '@gongzhi/shared/kernel/contract';
import type { About } from '@gongzhi/shared/kernel/satisfaction-result';
import type { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { Doing, Promised, Publication } from '@gongzhi/shared/satisfaction/publication';
import { mayPublish } from '@gongzhi/shared/satisfaction/publication-rules';
import { nextLoud } from '@gongzhi/shared/kernel/quiet-hours';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import type { Ctx } from '../kernel/caller';
import { checkWords } from '../kernel/check-words';
import { commit, isLost, type Write } from '../kernel/commit';
import { findDue } from '../kernel/find-due';
import { findOwner } from '../kernel/find-owner';
import { recallAnswer } from '../kernel/recall-answer';
import type { Deps, Handle } from './repo';
import type { InRound } from './repo-marks';

type Dated = Doing | Refusal<'NO_SUCH_OWNER' | 'DUE_PAST'>;
/** A promise with whoever does it looked up and its last day fixed. */
const fix = async (
  { title, what, owner: asked, due, listRef }: Promised,
  communityId: string,
  ctx: Ctx & Deps,
): Promise<Dated> => {
  const owner = await findOwner(communityId, asked, ctx.findMember);
  if (isRefusal(owner)) return owner;
  const { dueAt, estimated } = await findDue(due, ctx.now, ctx.calendar);
  if (dueAt <= ctx.now.toISOString()) return refuse('DUE_PAST');
  return { taskId: ctx.id(), title, what, owner, listRef, dueAt, estimated };
};

/** All of them, or why one cannot be promised. */
const fixAll = async (promised: readonly Promised[], communityId: string, ctx: Ctx & Deps) => {
  const doing: Doing[] = [];
  for (const one of promised) {
    const fixed = await fix(one, communityId, ctx);
    if (isRefusal(fixed)) return fixed;
    doing.push(fixed);
  }
  return doing;
};

/** The words as one text: a check is asked once. One that is not sure would ask a worker, who is the writer. */
const wordsOf = (heard: readonly { words: string }[], doing: readonly Promised[], why = ''): string =>
  [...heard.map(({ words }) => words), ...doing.flatMap(({ title, what }) => [title, what]), why].join('\n');

/** The title under which the promises of a round stand. */
const titleOf = (about: About): string => `${aboutInWords(about)}满意度调查的回应`;

interface Ready {
  round: InRound;
  title: string;
  /** Promises of the versions before. */
  items: number;
  doing: Doing[];
}
/** Whether it may be published, with its promises fixed. */
const prepare = async (input: Input<typeof satisfaction.publishAnswer>, ctx: Ctx & Deps) => {
  const { communityId, roundId, heard, why, doing: promised } = input;
  const { repo } = ctx;
  const round = { communityId, roundId };
  const [result, answered] = await Promise.all([repo.rounds.result(round), repo.publications.answered(round)]);
  const no = mayPublish(result, answered, input);
  if (no || !result) return no ?? refuse('NOT_FOUND');
  const checked = await checkWords({ title: '满意度调查的回应', text: wordsOf(heard, promised, why) }, ctx);
  if (isRefusal(checked)) return checked;
  const doing = await fixAll(promised, communityId, ctx);
  return isRefusal(doing) ? doing : { round, title: titleOf(result.about), items: answered?.items ?? 0, doing };
};

const writesOf = (
  publication: Publication,
  { round, title, items, doing }: Ready,
  { repo, now }: Ctx & Deps,
): Write[] => {
  const { communityId, roundId: id } = round;
  const told = { communityId, id, work: 'answered' as const, at: nextLoud(now).toISOString() };
  return [
    ...repo.publications.publishWrites(round, publication, { title, items: items + doing.length }),
    ...(publication.version === 1 ? [repo.due.dueWrite(told)] : []),
  ];
};

export const publishAnswer: Handle<'publishAnswer'> = async (input, ctx) => {
  const { roundId, after, heard, why } = input;
  const ready = await prepare(input, ctx);
  if (isRefusal(ready)) return recallAnswer(ctx, ready);
  const { doing } = ready;
  const [at, version] = [ctx.now.toISOString(), after + 1];
  const publication = { version, at, byName: ctx.caller.displayName, heard, doing, ...(why ? { why } : {}) };
  const type = after === 0 ? 'satisfaction.answer-published' : 'satisfaction.answer-amended';
  const event = { type, subject: roundId, data: { roundId, version, items: doing.length } };
  const receipt = { roundId, version, items: doing.length, at };
  const done = await commit(ctx, writesOf(publication, ready, ctx), event, receipt);
  return isLost(done) ? recallAnswer(ctx, refuse('STALE')) : done;
};

export const readPublication: Handle<'readPublication'> = async ({ version, ...round }, { repo }) => {
  const wanted = version === 'newest' ? (await repo.publications.answered(round))?.version : Number(version);
  const found = wanted === undefined ? undefined : await repo.publications.read(round, wanted);
  if (!found) return refuse('NOT_FOUND');
  const { version: no, at, byName, heard, doing, why } = found;
  return { version: no, at, byName, heard, doing, ...(why ? { why } : {}) };
};
