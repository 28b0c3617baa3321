import { MINUTE } from '@gongzhi/shared/kernel/time';
import { createCursors } from '../kernel/cursor';
import { loadCalendar } from '../kernel/calendar';
import { createDocumentClient } from '../kernel/ddb';
import { createElectorate } from '../kernel/electorate';
import { readEnv } from '../kernel/env';
import { createLedger } from '../kernel/ledger';
import { closeRound, scrubRound } from './close-round';
import { createConcerned } from './create-concerned';
import { drawRound } from './draw-round';
import { inviteWave } from './invite-wave';
import { openFollowUps } from './open-follow-ups';
import { createRepo } from './repo';
import type { Again, Work } from './repo-due';
import { remind, tellAnswered, tellInvited } from './tell-invited';
import type { Do, Ticking } from './model';

const DOES: Readonly<Record<Work, Do>> = {
  draw: drawRound,
  wave: inviteWave,
  tell: tellInvited,
  remind,
  low: openFollowUps,
  close: closeRound,
  scrub: scrubRound,
  answered: tellAnswered,
};

/** One that failed is tried again after so long, so that it does not stand before the others. */
const LATER = 5 * MINUTE;
/** Within a function's minute there is time for as many looks as this lasts. */
const BUDGET_MS = 30_000;

/**
 * Does whatever is due, look by look. One that fails does not keep the others waiting; the tick then fails, so that
 * somebody hears of it.
 * @returns how many it did.
 */
export const keepTime = (ticking: Ticking) => async (): Promise<number> => {
  const now = ticking.clock?.() ?? new Date();
  const failures: unknown[] = [];
  const until = performance.now() + BUDGET_MS;
  const look = async (): Promise<number> => {
    const works = await ticking.repo.due.by(now);
    for (const due of works) {
      const again = await DOES[due.work](due, ticking, now).catch((error: unknown): Again => {
        failures.push(error);
        return { at: new Date(now.getTime() + LATER), from: due.from };
      });
      await ticking.repo.due.move(due, again);
    }
    return works.length;
  };
  let done = 0;
  for (let some = await look(); some > 0; some = performance.now() < until ? await look() : 0) done += some;
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${done} could not be done`);
  return done;
};

let ready: ReturnType<typeof keepTime> | undefined;
const ENV = [
  'TABLE_SATISFACTION',
  'TABLE_ANSWERS',
  'TABLE_DIRECTORY',
  'TABLE_LEDGER',
  'TABLE_COUNCILS',
  'TABLE_VOLUNTEERING',
  'TABLE_WISHES',
] as const;
const build = () => {
  const env = readEnv(ENV);
  const client = createDocumentClient();
  const tables = { satisfaction: env.TABLE_SATISFACTION, answers: env.TABLE_ANSWERS };
  const sources = { councils: env.TABLE_COUNCILS, volunteering: env.TABLE_VOLUNTEERING, wishes: env.TABLE_WISHES };
  return keepTime({
    repo: createRepo(client, tables, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
    electorate: createElectorate(client, env.TABLE_DIRECTORY),
    concerned: createConcerned(client, sources),
    calendar: loadCalendar,
  });
};
export const handler = (): Promise<number> => (ready ??= build())();
