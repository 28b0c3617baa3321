import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Choice, Counts } from '@gongzhi/shared/votes/model';
import { MOST_CASTS } from '@gongzhi/shared/votes/rules';
import { buildingsKey } from '../kernel/households';
import { doorsKey, ownedKey, ownerKey } from '../kernel/electorate';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());

const HEADS = 5;
const AREAS = [9_000, 8_001, 12_345, 7_000, 30_000];
const AGENTS = 3;
const LIMIT = 3;

/** What stands by the plainest reading of the rules. */
interface Model {
  closed: boolean;
  ballots: Map<number, { by: string; choice: Choice; keys: string[]; at: number }>;
  agents: Map<number, string>;
}
interface Real {
  stage: Stage;
  voteId: string;
  proposalId: string;
  closesAt: Date;
  heads: string[];
  /** Two owners of each head. */
  owners: string[][];
  agents: string[];
}
type Command = fc.AsyncCommand<Model, Real>;
const says = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  status === 200 ? 'yes' : (body['refused'] ?? stage.world.broken.at(-1));

/** A community of owners: five heads with two owners each, and people who own nothing. */
const settle = async (): Promise<Real> => {
  stage = stageVotes(engine.endpoint);
  const { communityId, put } = stage;
  const doors = Array.from({ length: HEADS }, () => stage.id());
  await put('directory', { pk: buildingsKey(communityId), sk: '1', building: '1号楼', ids: new Set(doors) });
  const heads = Array.from({ length: HEADS }, () => stage.id());
  const owners: string[][] = [];
  for (const [i, householdId] of doors.entries()) {
    await put('directory', { pk: doorsKey(communityId, '1'), sk: `door-${i}`, householdId, area: AREAS[i] });
    await put('directory', { ...ownedKey(communityId, householdId), head: heads[i] });
    const two = [await stage.person({ householdId }), await stage.person({ householdId })];
    owners.push(two);
    for (const personId of two) await put('directory', ownerKey(communityId, heads[i] as string, personId));
  }
  const agents = await Promise.all(
    Array.from({ length: AGENTS }, () => stage.person({ householdId: doors[0] as string })),
  );
  const opened = await stage.openVote({ ruleId: 'owners-ordinary-2021-1', minutes: 10 });
  return { stage, ...opened, heads, owners, agents };
};

const unitOf = ({ heads }: Real, head: number) => heads[head] as string;
class Cast implements Command {
  constructor(
    readonly head: number,
    readonly actor: number,
    readonly choice: Choice,
    /** The request that is sent: a low number comes again and again. */
    readonly key: number,
  ) {}
  check = () => true;
  toString = () => `cast(${this.head}, ${this.actor}, ${this.choice}, ${this.key})`;
  async run(model: Model, real: Real) {
    const isOwner = this.actor < 2;
    const as = (isOwner ? real.owners[this.head]?.[this.actor] : real.agents[this.actor - 2]) as string;
    const key = `${as}-${this.head}-${this.key}`;
    const input = { voteId: real.voteId, unitId: unitOf(real, this.head), choice: this.choice };
    const answer = await real.stage.call('castVote', input, { as, key });
    expect(says(answer)).toBe(this.expected(model, as, key, isOwner));
  }
  private expected(model: Model, as: string, key: string, isOwner: boolean) {
    const standing = model.ballots.get(this.head) ?? { by: as, keys: [] as string[] };
    const mayCast = isOwner || model.agents.get(this.head) === as;
    // in the order in which they are asked: the first that holds is the answer
    const asked: [holds: boolean, answer: string][] = [
      [standing.by === as && standing.keys.at(-1) === key, 'yes'],
      [model.closed, 'CLOSED'],
      [!mayCast, 'NOT_ON_ROLL'],
      [standing.by !== as, 'HOUSEHOLD_VOTED'],
      [standing.keys.includes(key), 'CHANGED_SINCE'],
      [standing.keys.length >= MOST_CASTS, 'CHANGED_OFTEN'],
    ];
    const [, answer] = asked.find(([holds]) => holds) ?? [];
    if (answer) return answer;
    model.ballots.set(this.head, { by: as, choice: this.choice, keys: [...standing.keys, key], at: 0 });
    return 'yes';
  }
}
class Name implements Command {
  constructor(
    readonly head: number,
    readonly agent: number,
  ) {}
  check = () => true;
  toString = () => `name(${this.head}, ${this.agent})`;
  async run(model: Model, real: Real) {
    const agentId = real.agents[this.agent] as string;
    const as = await real.stage.person({ roles: ['worker'] });
    const input = { voteId: real.voteId, unitId: unitOf(real, this.head), agentId };
    expect(says(await real.stage.call('registerProxy', input, { as }))).toBe(this.expected(model, agentId));
  }
  private expected(model: Model, agentId: string) {
    if (model.closed) return 'CLOSED';
    if (model.ballots.has(this.head)) return 'HOUSEHOLD_VOTED';
    if (model.agents.has(this.head)) return 'PROXY_GIVEN';
    if ([...model.agents.values()].filter((agent) => agent === agentId).length >= LIMIT) return 'PROXY_LIMIT';
    model.agents.set(this.head, agentId);
    return 'yes';
  }
}
class Revoke implements Command {
  constructor(readonly head: number) {}
  check = () => true;
  toString = () => `revoke(${this.head})`;
  async run(model: Model, real: Real) {
    const input = { voteId: real.voteId, unitId: unitOf(real, this.head) };
    const answer = await real.stage.call('revokeProxy', input, { as: real.owners[this.head]?.[1] as string });
    expect(says(answer)).toBe(this.expected(model));
  }
  private expected(model: Model) {
    if (model.closed) return 'CLOSED';
    if (!model.agents.has(this.head)) return 'PROXY_NONE';
    if (model.ballots.has(this.head)) return 'PROXY_USED';
    model.agents.delete(this.head);
    return 'yes';
  }
}
/** Somebody edits the register: more area, another owner, a door that goes. The frozen roll knows nothing of it. */
class EditRoll implements Command {
  constructor(readonly head: number) {}
  check = () => true;
  toString = () => `editRoll(${this.head})`;
  async run(_: Model, { stage: { communityId, put, id }, heads }: Real) {
    await put('directory', ownerKey(communityId, heads[this.head] as string, id()));
    await put('directory', { pk: buildingsKey(communityId), sk: '1', building: '1号楼', ids: new Set([id()]) });
    await put('directory', { pk: doorsKey(communityId, '1'), sk: `door-${this.head}`, householdId: id(), area: 1 });
  }
}
class Reopen implements Command {
  check = () => true;
  toString = () => 'reopen';
  async run(_: Model, { stage: { call, person, world }, proposalId }: Real) {
    const closesAt = new Date(world.now.getTime() + 600_000).toISOString();
    const input = { proposalId, question: '再来', resolution: '再来。', closesAt };
    expect(says(await call('openVote', input, { as: await person({ roles: ['chair'] }) }))).toBe('VOTE_EXISTS');
  }
}
class Close implements Command {
  check = ({ closed }: Model) => !closed;
  toString = () => 'close';
  async run(model: Model, { stage: { world }, closesAt }: Real) {
    model.closed = true;
    world.now = new Date(closesAt);
  }
}

const head = fc.nat(HEADS - 1);
const choice = fc.constantFrom<Choice>('for', 'against', 'abstain');
const commands = fc.commands(
  [
    fc.tuple(head, fc.nat(AGENTS + 1), choice, fc.nat(5)).map((args) => new Cast(...args)),
    fc.tuple(head, fc.nat(AGENTS + 1), choice, fc.nat(5)).map((args) => new Cast(...args)),
    fc.tuple(head, fc.nat(AGENTS - 1)).map((args) => new Name(...args)),
    head.map((one) => new Revoke(one)),
    head.map((one) => new EditRoll(one)),
    fc.constant(new Reopen()),
    fc.constant(new Close()),
  ],
  { maxCommands: 40, size: 'max' },
);

test('cast, change, name, revoke, edit, close and reopen in any order by many: answers and result are those of the plain reading', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (run) => {
      const real = await settle();
      const model: Model = { closed: false, ballots: new Map(), agents: new Map() };
      await fc.asyncModelRun(() => ({ model, real }), run);
      await stage.settle(real.closesAt);
      const [units, area]: [Counts, Counts] = [
        { for: 0, against: 0, abstain: 0 },
        { for: 0, against: 0, abstain: 0 },
      ];
      for (const [i, ballot] of model.ballots) {
        units[ballot.choice] += 1;
        area[ballot.choice] += AREAS[i] ?? 0;
      }
      const { body } = await stage.call('readVote', { voteId: real.voteId });
      expect(body).toMatchObject({
        phase: 'decided',
        turnout: model.ballots.size,
        roll: { units: HEADS, area: AREAS.reduce((a, b) => a + b, 0) },
        result: {
          counts: units,
          taken: model.ballots.size,
          tests: [
            { of: 'area', counts: area },
            { of: 'units', counts: units },
          ],
        },
      });
      expect(stage.world.alarms).toEqual([]);
      stage.close();
    }),
    { numRuns: 12 },
  );
}, 120_000);
