/** `npm run bench` (scripts/bench.mjs builds first): measures everything in one run and prints one table. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { measureCrowd } from './measure-crowd';
import { measurePages } from './measure-pages';
import { measureRecount } from './measure-recount';
import { measureService } from './measure-service';
import { FEW, MANY, measureUnits } from './measure-units';
import { measureVotes, type Votes } from './measure-votes';
import { drawPages, weighFunctions, weighPages } from './measure-weights';
import { printTable, type Section } from './print-table';
import { rowComputed, rowCrowd, rowPages, type Picture } from './row-crowd';
import { rowLists, type ListUnits } from './row-lists';
import { rowNotices, type NoticesMeasured } from './row-notices';
import { rowService } from './row-service';
import { rowSurvey, type Survey } from './row-survey';
import { rowVotes } from './row-votes';
import { rowFunctions, rowPackages, rowScreens, rowUnits } from './row-weights';
import { runScript } from './run-script';
import { ROOT } from './start-host';

const CDK_OUT = join(ROOT, 'infra/cdk.out');
const CORES = availableParallelism();

const machine = (): string => {
  const load = loadavg()[0]?.toFixed(1);
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  return `Node ${process.versions.node}, ${process.platform}-${process.arch}, ${CORES} cores (${cpus()[0]?.model.trim()}), ${memory} GB, load ${load} at the start`;
};

const onDisk = async (): Promise<Votes> => {
  const dir = mkdtempSync(join(tmpdir(), 'gongzhi-bench-'));
  try {
    return await measureVotes({ cdkOut: CDK_OUT, dir, processes: 0 });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

const say = (what: string) => console.error(`· ${what}`);

/** Requests answered by one process, as `npm start` does, on both engines; and by as many as there are cores, as Lambda would. */
const measureEngines = async (): Promise<Section[]> => {
  const inMemory = async (processes: number, words: string) => {
    say(`votes, engine in memory, ${words}`);
    const votes = await measureVotes({ cdkOut: CDK_OUT, processes });
    return rowVotes(`votes: engine in memory, ${words}`, votes, { inMemory: true, alone: processes === 0 });
  };
  const alone = await inMemory(0, 'one process');
  say('votes, engine on disk, one process');
  const kept = rowVotes('votes: engine on disk, one process', await onDisk(), { inMemory: false, alone: true });
  return [alone, kept, await inMemory(CORES, `${CORES} processes`)];
};

const HOUSEHOLDS = 10_000;
const BALLOTS = 100_000;
const VOLUNTEERS = 500;
const LISTED = 10_000;
const OPINIONS = { people: 2_000, statements: 60 };
const NOTICES = { recipients: 10_000, early: 2_000 };
const SURVEY = { households: 100_000, sample: 2_000, answers: 100_000 };

const measureVolunteers = async (): Promise<Section[]> => {
  say(`${VOLUNTEERS} volunteers come and go`);
  const { signUp, checkIn } = volunteering;
  return [rowService(await measureService(CDK_OUT, VOLUNTEERS), { signUp: signUp.units, check: checkIn.units })];
};
const measureHouseholds = async (): Promise<Section[]> => {
  say(`${HOUSEHOLDS.toLocaleString('en')} households vote`);
  return [rowCrowd(await measureCrowd(CDK_OUT, HOUSEHOLDS))];
};
const measureBallots = async (): Promise<Section[]> => {
  say(`a vote's page at ${BALLOTS.toLocaleString('en')} ballots`);
  return [rowPages(await measurePages(CDK_OUT, BALLOTS))];
};
const measureLists = async (): Promise<Section[]> => {
  say(`lists of ${LISTED.toLocaleString('en')} wishes, needs and projects`);
  return [rowLists(await runScript<ListUnits[]>('functions/measure-lists.mjs', { count: LISTED }), LISTED)];
};
const measureAsked = async (): Promise<Section[]> => {
  say(`a survey of ${SURVEY.households.toLocaleString('en')} households`);
  return [rowSurvey(await runScript<Survey>('functions/measure-survey.mjs', SURVEY), SURVEY)];
};
const measureSent = async (): Promise<Section[]> => {
  say(`a notice to ${NOTICES.recipients.toLocaleString('en')}`);
  return [rowNotices(await runScript<NoticesMeasured>('functions/measure-notices.mjs', NOTICES), NOTICES)];
};
const measureComputed = async (): Promise<Section[]> => {
  say('a recount and a picture');
  const recount = await measureRecount(BALLOTS);
  return [rowComputed(recount, await runScript<Picture>('functions/measure-picture.mjs', OPINIONS), OPINIONS)];
};
const measureRoutes = async (): Promise<Section[]> => {
  say('units of every route, weights and first screens');
  const [functions, packages, screens]: [
    Awaited<ReturnType<typeof weighFunctions>>[],
    Awaited<ReturnType<typeof weighPages>>[],
    Awaited<ReturnType<typeof drawPages>>[],
  ] = [[], [], []];
  const units = await measureUnits(CDK_OUT, async () => {
    functions.push(await weighFunctions());
    packages.push(await weighPages());
    screens.push(await drawPages());
  });
  const weights = [...rowFunctions(functions.flat()), rowPackages(packages.flat()), rowScreens(screens.flat())];
  return [...rowUnits(units, `${FEW} and ${MANY}`), ...weights];
};

/** What is measured, one after the other; `npm run bench -- --only survey,lists` measures those alone. */
const PARTS: Readonly<Record<string, () => Promise<Section[]>>> = {
  votes: measureEngines,
  crowd: measureHouseholds,
  service: measureVolunteers,
  pages: measureBallots,
  lists: measureLists,
  survey: measureAsked,
  notices: measureSent,
  computed: measureComputed,
  routes: measureRoutes,
};
const wanted = (): string[] => {
  const at = process.argv.indexOf('--only');
  const named = at < 0 ? Object.keys(PARTS) : (process.argv[at + 1] ?? '').split(',');
  const unknown = named.filter((name) => !PARTS[name]);
  if (unknown.length > 0) throw new Error(`nothing is called ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}`);
  return named;
};

const main = async (): Promise<void> => {
  const here = machine();
  const sections: Section[] = [];
  for (const name of wanted()) sections.push(...((await PARTS[name]?.()) ?? []));
  const rows = sections.flatMap((section) => section.rows).filter(({ ok }) => ok !== undefined);
  const past = rows.filter(({ ok }) => ok === false).map(({ what }) => what);
  console.log(`${printTable(sections)}\n\n${here}`);
  console.log(
    `${rows.length - past.length} of ${rows.length} inside their budgets${past.length > 0 ? `; past them: ${past.join(', ')}` : ''}`,
  );
  process.exitCode = past.length > 0 ? 1 : 0;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
