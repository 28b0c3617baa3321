import { randomBytes } from 'node:crypto';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import fc from 'fast-check';
import { judgeReadings, type PaperReading } from '@gongzhi/shared/votes/channel-rules';
import { markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { MOST_CASTS } from '@gongzhi/shared/votes/rules';
import { FEWEST_SHOWN } from '@gongzhi/shared/votes/secret-rules';
import { buildingsKey } from '../kernel/households';
import { TABLES, stageVotes, type Answered, type Stage } from './test-votes';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());

/** Homes on the roll; what is done is done to the first three, so that ways meet. */
const HOMES = 5;
const WORKERS = 2;
const CHOICES = ['for', 'against', 'abstain'] as const;
type Choice = (typeof CHOICES)[number];
type Channel = 'app' | 'assisted' | 'paper';

/** What stands of a household by the plainest reading of the rules. */
interface Home {
  ballot?: { channel: Channel; choice: PaperReading; member?: number; casts: number };
  readings: Record<string, PaperReading>;
  help?: { worker: number; agreed: boolean };
}
interface Model {
  secret: boolean;
  closed: boolean;
  homes: Home[];
}
interface Real {
  stage: Stage;
  voteId: string;
  proposalId: string;
  closesAt: Date;
  householdIds: string[];
  /** Two residents of each household. */
  members: string[][];
  workers: string[];
}
type Command = fc.AsyncCommand<Model, Real>;

/** Why nothing more is taken for a household that took part. */
const SAYS = { app: 'HOUSEHOLD_VOTED', assisted: 'VOTED_ASSISTED', paper: 'VOTED_ON_PAPER' } as const;
const stood = ({ closed }: Model, { ballot }: Home) => (closed ? 'CLOSED' : ballot && SAYS[ballot.channel]);
/** Whether this member may change what they cast: in a named vote, on the phone, until the end. */
const isOwnAgain = ({ secret, closed }: Model, { ballot }: Home, member: number): boolean =>
  !secret && !closed && ballot?.channel === 'app' && ballot.member === member;
const homeOf = (model: Model, home: number) => model.homes[home] as Home;

/** One act of somebody: what is sent, and what must be answered. */
const act = (
  words: string,
  send: (real: Real, model: Model) => Promise<Answered>,
  expected: (model: Model) => string,
): Command => ({
  check: () => true,
  toString: () => words,
  run: async (model, real) => {
    const { status, body } = await send(real, model);
    const said = status === 200 ? 'yes' : (body['refused'] ?? real.stage.world.broken.at(-1));
    expect([words, said]).toEqual([words, expected(model)]);
  },
});
const unit = (real: Real, home: number) => ({ voteId: real.voteId, unitId: real.householdIds[home] as string });
const marked = ({ voteId }: Real) => ({ mark: markOf(voteId, newCode(randomBytes(16))) });

const phone = (home: number, member: number, choice: Choice) =>
  act(
    `phone(${home}, ${member}, ${choice})`,
    (real, { secret }) =>
      real.stage.call(
        secret ? 'castSecret' : 'castVote',
        { voteId: real.voteId, choice, ...marked(real) },
        { as: real.members[home]?.[member] as string },
      ),
    (model) => {
      const at = homeOf(model, home);
      const no = isOwnAgain(model, at, member) ? undefined : stood(model, at);
      if (no) return no;
      const casts = at.ballot?.casts ?? 0;
      if (casts >= MOST_CASTS) return 'CHANGED_OFTEN';
      at.ballot = { channel: 'app', choice, member, casts: casts + 1 };
      return 'yes';
    },
  );
const paper = (home: number, worker: number, reading: PaperReading) =>
  act(
    `paper(${home}, ${worker}, ${reading})`,
    (real) =>
      real.stage.call(
        'enterPaper',
        { ...unit(real, home), reading, ...marked(real) },
        { as: real.workers[worker] as string },
      ),
    (model) => {
      const at = homeOf(model, home);
      const no = stood(model, at);
      if (no) return no;
      if ((reading === 'box') !== model.secret) return 'READING_UNFIT';
      const { readings, state } = judgeReadings(at.readings, String(worker), reading);
      at.readings = readings;
      if (state === 'agreed') at.ballot = { channel: 'paper', choice: reading, casts: 1 };
      return 'yes';
    },
  );
const ask = (home: number, worker: number, code: 'none' | 'right' | 'wrong') =>
  act(
    `ask(${home}, ${worker}, ${code})`,
    async (real) => {
      const as = real.members[home]?.[0] as string;
      const { body } = await real.stage.call('readHelp', { voteId: real.voteId }, { as });
      const said = { none: {}, right: { code: body['code'] }, wrong: { code: '0000-0000' } }[code];
      return real.stage.call('askHelp', { ...unit(real, home), ...said }, { as: real.workers[worker] as string });
    },
    (model) => {
      const at = homeOf(model, home);
      const no = stood(model, at);
      if (no) return no;
      if (code === 'wrong') return 'HELP_CODE_WRONG';
      at.help = { worker, agreed: code === 'right' };
      return 'yes';
    },
  );
const agree = (home: number, member: number) =>
  act(
    `agree(${home}, ${member})`,
    (real) => real.stage.call('confirmHelp', { voteId: real.voteId }, { as: real.members[home]?.[member] as string }),
    (model) => {
      const at = homeOf(model, home);
      const no = stood(model, at);
      if (no) return no;
      if (!at.help) return 'NOBODY_ASKED';
      at.help = { ...at.help, agreed: true };
      return 'yes';
    },
  );
const assist = (home: number, worker: number, choice: Choice) =>
  act(
    `assist(${home}, ${worker}, ${choice})`,
    (real) =>
      real.stage.call(
        'castAssisted',
        { ...unit(real, home), choice, ...marked(real) },
        { as: real.workers[worker] as string },
      ),
    (model) => {
      const at = homeOf(model, home);
      const no = stood(model, at);
      if (no) return no;
      if (!at.help?.agreed || at.help.worker !== worker) return 'CONFIRM_FIRST';
      at.ballot = { channel: 'assisted', choice, casts: 1 };
      return 'yes';
    },
  );
/** The register of households becomes another one: the frozen roll knows nothing of it. */
const editRoll: Command = {
  check: () => true,
  toString: () => 'editRoll',
  run: async (_, { stage: { communityId, put, id } }) =>
    void (await put('directory', { pk: buildingsKey(communityId), sk: '1', building: '1号楼', ids: new Set([id()]) })),
};
const reopen = act(
  'reopen',
  async ({ stage: { call, person, world }, proposalId }) => {
    const closesAt = new Date(world.now.getTime() + 600_000).toISOString();
    const as = await person({ roles: ['chair'] });
    return call('openVote', { proposalId, question: '再来', resolution: '再来。', closesAt }, { as });
  },
  () => 'VOTE_EXISTS',
);
const close: Command = {
  check: ({ closed }) => !closed,
  toString: () => 'close',
  run: (model, { stage: { world }, closesAt }) => {
    model.closed = true;
    world.now = new Date(closesAt);
    return Promise.resolve();
  },
};

const [home, worker, member] = [fc.nat(2), fc.nat(WORKERS - 1), fc.nat(1)];
const choice = fc.constantFrom(...CHOICES);
const commandsOf = (secret: boolean) => {
  const reading = secret
    ? fc.constantFrom<PaperReading>('box', 'box', 'box', 'for')
    : fc.constantFrom<PaperReading>('for', 'against', 'abstain', 'invalid', 'box');
  const code = fc.constantFrom<'none' | 'right' | 'wrong'>('none', 'right', 'wrong');
  const papers = fc.tuple(home, worker, reading).map((given) => paper(...given));
  const asks = fc.tuple(home, worker, code).map((given) => ask(...given));
  const agrees = fc.tuple(home, member).map((given) => agree(...given));
  const assists = fc.tuple(home, worker, choice).map((given) => assist(...given));
  // what needs several steps comes more often than what ends them
  return fc.commands(
    [
      fc.tuple(home, member, choice).map((given) => phone(...given)),
      ...[papers, papers, papers],
      ...[asks, asks, agrees, agrees, assists, assists, assists],
      fc.constant(reopen),
      fc.nat(3).map((n) => (n === 0 ? close : editRoll)),
    ],
    { maxCommands: 60, size: 'max' },
  );
};

const settle = async (secret: boolean): Promise<Real> => {
  const stage = stageVotes(engine.endpoint);
  const first = await stage.residents(HOMES);
  const members = await Promise.all(
    first.map(async ({ personId, householdId }) => [personId, await stage.person({ householdId })]),
  );
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => stage.person({ roles: ['worker'] })));
  const opened = await stage.openVote({ secret });
  return { stage, ...opened, householdIds: first.map(({ householdId }) => householdId), members, workers };
};
/** Two workers count the box of a secret vote: every paper in it is against. */
const countBox = async ({ stage: { call, world }, voteId, closesAt, workers }: Real, papers: number) => {
  world.now = new Date(closesAt);
  const counts = { for: 0, against: papers, abstain: 0, invalid: 0 };
  for (const as of workers.slice(0, 2)) await call('enterBox', { voteId, ...counts }, { as });
};
const ofChannel = (model: Model, channel: Channel) =>
  model.homes.filter(({ ballot }) => ballot?.channel === channel).length;
const ofChoice = (model: Model, choice: PaperReading) =>
  model.homes.filter(({ ballot }) => ballot?.choice === choice).length;

const check = async (model: Model, real: Real) => {
  const papers = ofChannel(model, 'paper');
  if (model.secret && papers > 0) await countBox(real, papers);
  await real.stage.settle(real.closesAt);
  const { body } = await real.stage.call('readVote', { voteId: real.voteId });
  const turnout = model.homes.filter(({ ballot }) => ballot).length;
  expect(body).toMatchObject({ phase: 'decided', turnout, roll: { units: HOMES } });
  const none = { for: 0, against: 0, abstain: 0 };
  const beside = turnout - papers;
  const few = (n: number) => n > 0 && n < FEWEST_SHOWN;
  if (model.secret && (few(turnout) || (papers > 0 && few(beside))))
    return expect(body['result']).toMatchObject({ few: true, taken: turnout, counts: none });
  expect(body['result']).toMatchObject({
    counts: {
      for: ofChoice(model, 'for'),
      against: ofChoice(model, 'against') + ofChoice(model, 'box'),
      abstain: ofChoice(model, 'abstain'),
    },
    invalid: ofChoice(model, 'invalid'),
    taken: turnout - ofChoice(model, 'invalid'),
    channels: { app: ofChannel(model, 'app'), assisted: ofChannel(model, 'assisted'), paper: papers, proxy: 0 },
  });
};

test.each([false, true])(
  'phones, helpers and papers of many in any order: every answer and the result are those of the plain reading (secret: %s)',
  async (secret) => {
    await fc.assert(
      fc.asyncProperty(commandsOf(secret), async (run) => {
        const real = await settle(secret);
        const model: Model = { secret, closed: false, homes: Array.from({ length: HOMES }, () => ({ readings: {} })) };
        await fc.asyncModelRun(() => ({ model, real }), run);
        await check(model, real);
        expect(real.stage.world.alarms).toEqual([]);
        real.stage.close();
      }),
      { numRuns: 20 },
    );
  },
  120_000,
);
