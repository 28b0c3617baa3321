import { createHash } from 'node:crypto';
import type { PastRow } from '@gongzhi/shared/hours/past-row';
import { withLine } from '@gongzhi/shared/hours/rules';
import { base32 } from '@gongzhi/shared/kernel/ids';
import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type Write } from '../kernel/commit';
import { MOVED, tryAgain } from '../kernel/try-again';
import type { Deps, Handle } from './repo';
import type { Line, Posting } from './repo-entries';

const WHAT = 'imp';
/** An id that the same words always have: the activity of a title, the service of a row. */
const idOf = (...words: readonly (string | number)[]): string =>
  `0${base32(createHash('sha256').update(words.join('\n')).digest().subarray(0, 25))}`;

/** A past service lies at nine in the morning of its day: no table says when it began. */
const postingOf = (communityId: string, volunteerId: string, row: PastRow, ctx: Pick<Ctx, 'now' | 'id'>): Posting => {
  const { day, title, minutes } = row;
  const from = new Date(Date.parse(`${day}T01:00:00.000Z`));
  const line: Line = {
    ...{
      entryId: ctx.id(),
      activityId: idOf(title),
      shiftId: idOf(row.name, day, title, minutes),
      named: title,
      minutes,
    },
    ...{ track: 'imported', grade: 'imported', kind: 'other', cause: 'imported', version: 0 },
    ...{
      from: from.toISOString(),
      to: new Date(from.getTime() + minutes * MINUTE).toISOString(),
      at: ctx.now.toISOString(),
    },
  };
  return { communityId, volunteerId, what: WHAT, line };
};

/** Whom each row means: exactly one member of that name. */
const meant = (rows: readonly PastRow[], byName: ReadonlyMap<string, readonly string[]>, self: string) => {
  const unclear = rows.filter(({ name }) => byName.get(name)?.length !== 1).map(({ name }) => name);
  if (unclear.length > 0) return refuse('NAMES_UNCLEAR', { names: [...new Set(unclear)].join('、') });
  const people = rows.map(({ name }) => byName.get(name)?.[0] ?? '');
  return people.includes(self) ? refuse('OWN_HOURS') : people;
};

/** Those that are not in the ledger yet, each once. */
const fresh = async ({ repo }: Deps, postings: readonly Posting[]): Promise<Posting[]> => {
  const distinct = [...new Map(postings.map((one) => [one.line.shiftId, one])).values()];
  const chains = await Promise.all(distinct.map((one) => repo.entries.chain(one, one.line)));
  return distinct.filter((_, i) => chains[i]?.length === 0);
};

/** The lines, and one move of the total a volunteer however many lines are theirs. */
const writesOf = async ({ repo }: Deps, postings: readonly Posting[]): Promise<Write[]> => {
  const people = [...new Set(postings.map(({ volunteerId }) => volunteerId))];
  const totals = people.map(async (volunteerId) => {
    const own = postings.filter((one) => one.volunteerId === volunteerId);
    const place = { communityId: own[0]?.communityId ?? '', volunteerId };
    const seen = await repo.entries.account(place);
    return repo.entries.accountWrite(
      place,
      seen,
      own.reduce((sum, { line }) => withLine(sum, line), seen.totals),
    );
  });
  return [...postings.flatMap((one) => repo.entries.lineWrites(one)), ...(await Promise.all(totals))];
};

export const importRecords: Handle<'importRecords'> = async ({ communityId, rows }, ctx) => {
  if (rows.some(({ day }) => day > dayInChina(ctx.now))) return refuse('NOT_YET');
  const people: string[] | Refusal<'NAMES_UNCLEAR' | 'OWN_HOURS'> = meant(
    rows,
    await ctx.names.byName(communityId),
    ctx.caller.personId,
  );
  if (isRefusal(people)) return people;
  return tryAgain('hours.imported', async () => {
    const postings = await fresh(
      ctx,
      rows.map((row, i) => postingOf(communityId, people[i] ?? '', row, ctx)),
    );
    const minutes = postings.reduce((sum, { line }) => sum + line.minutes, 0);
    const answer = {
      imported: postings.length,
      skipped: rows.length - postings.length,
      minutes,
      at: ctx.now.toISOString(),
    };
    const event = {
      type: 'hours.imported',
      subject: communityId,
      via: 'import' as const,
      data: { rows: postings.length, minutes },
    };
    const done = await commit(ctx, await writesOf(ctx, postings), event, answer);
    return isLost(done) ? MOVED : done;
  });
};
