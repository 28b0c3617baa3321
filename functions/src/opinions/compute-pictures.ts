import { LEAST_NEWS } from '@gongzhi/shared/opinions/thresholds';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { drawPicture } from './draw-picture';
import type { InMatter } from './matter-key';
import { createRepo, type Repo } from './repo';
import { rowOf } from './repo-answers';
import { noOf, type StatementItem } from './repo-statements';
import { countOf, type Counts } from './weigh-statements';

interface Ticking {
  repo: Repo;
  clock?: () => Date;
}

interface Figures {
  counts: Counts;
  pull: number;
}
const NONE: Figures = { counts: { agree: 0, disagree: 0, pass: 0 }, pull: 0 };

/** Puts new figures on the statements they changed for: what is asked next follows from them. */
const weigh = async (
  repo: Repo,
  matter: InMatter,
  statements: readonly StatementItem[],
  figures: readonly Figures[],
) => {
  for (const item of statements) {
    const no = noOf(item.sk);
    const { counts, pull } = figures[no] ?? NONE;
    const same = item.agree === counts.agree && item.disagree === counts.disagree && item.pass === counts.pass;
    if (!same || item.pull !== pull) await repo.statements.weigh(matter, no, counts, pull);
  }
};

/** The picture of one matter, out of all its answers as they stand. One that is shown stays until five people have answered since. */
export const computePicture = async (repo: Repo, matter: InMatter, now: Date): Promise<void> => {
  const mark = await repo.pictures.marked(matter);
  if (!mark) return;
  const [statements, answers, before] = await Promise.all([
    repo.statements.all(matter),
    repo.answers.all(matter),
    repo.pictures.read(matter),
  ]);
  const rows = answers.map((item) => rowOf(item, statements.length));
  const { pulls, ...picture } = drawPicture(
    rows,
    statements.map(({ body }) => body),
    now.toISOString(),
  );
  const figures = pulls.map((pull, no) => ({ counts: countOf(rows, no), pull: Math.round(100 * pull) / 100 }));
  await weigh(repo, matter, statements, figures);
  const news = answers.filter(({ at }) => at > (before?.computedAt ?? '')).length;
  if (!before?.shown || news >= LEAST_NEWS) await repo.pictures.keep(matter, picture);
  await repo.pictures.unmark(matter, mark.since);
};

/** Computes what has changed. One matter that fails does not keep the others waiting; the tick then fails and comes again in a minute. */
export const computePictures =
  ({ repo, clock }: Ticking) =>
  async (): Promise<number> => {
    const due = await repo.pictures.listStale();
    const failures: unknown[] = [];
    for (const matter of due)
      await computePicture(repo, matter, clock?.() ?? new Date()).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of ${due.length} pictures could not be computed`);
    return due.length;
  };

let ready: ReturnType<typeof computePictures> | undefined;
export const handler = (): Promise<number> => {
  ready ??= computePictures({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_OPINIONS']).TABLE_OPINIONS, createCursors('')),
  });
  return ready();
};
