import fc from 'fast-check';
import { ROLES, type Role } from '@gongzhi/shared/kernel/contract';
import { NeedState, ResourceState } from './model';
import { NominationState } from './post';
import { ProjectState } from './project';
import * as rules from './rules';

/** The rules beside a slow plain reading of them: every objection there is, in the order in which people are told. */
const code = (no: { refused: string } | undefined) => no?.refused;
/** The first objection that holds. */
const first = (objections: Record<string, boolean>) => Object.entries(objections).find(([, holds]) => holds)?.[0];

/** Whole lives in one pattern each: what may happen, from the first state to wherever it stands now. */
const LIVES: [string, states: readonly string[], moves: Readonly<Record<string, readonly string[]>>, RegExp][] = [
  [
    ...(['a need', NeedState.options, rules.NEED_MOVES] as const),
    /^waiting( declined| closed| open( taken open)*( closed| taken| taken done)?)?$/,
  ],
  [
    ...(['a resource', ResourceState.options, rules.RESOURCE_MOVES] as const),
    /^waiting( declined| closed| open| open closed)?$/,
  ],
  [
    ...(['a project', ProjectState.options, rules.PROJECT_MOVES] as const),
    /^gathering( underway)?( done| cancelled)?$/,
  ],
];
const allowed = (life: readonly string[], moves: Readonly<Record<string, readonly string[]>>) =>
  life.every((state, n) => n === 0 || (moves[life[n - 1] ?? ''] ?? []).includes(state));

test.each(LIVES)('%s lives as its pattern says: every short life there could be', (_, states, moves, pattern) => {
  let lives: string[][] = states.slice(0, 1).map((state) => [state]);
  for (let length = 1; length <= 5; length += 1) {
    const differ = lives.filter((life) => allowed(life, moves) !== pattern.test(life.join(' ')));
    expect(differ).toEqual([]);
    lives = lives.flatMap((life) => states.map((state) => [...life, state]));
  }
});
test.each(LIVES)(
  '%s: however long it moves, the pattern holds, and only an end has no way on',
  (_, states, moves, pattern) => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 40 }), (choices) => {
        const life = [states[0] ?? ''];
        for (const choice of choices) {
          const ways = moves[life.at(-1) ?? ''] ?? [];
          const next = ways[choice % Math.max(1, ways.length)];
          if (next !== undefined) life.push(next);
        }
        expect(life.join(' ')).toMatch(pattern);
        const on = states.filter((state) => pattern.test([...life, state].join(' ')));
        expect([...(moves[life.at(-1) ?? ''] ?? [])].sort()).toEqual(on.sort());
      }),
    );
  },
);

const roles = fc.uniqueArray(fc.constantFrom<Role>(...ROLES), { maxLength: 4 });
const person = fc.constantFrom('A', 'B');
const who = fc.record({ personId: person, roles });
const maybe = <T>(...some: T[]) => fc.constantFrom(undefined, ...some);

const aNeed = fc.record({ state: fc.constantFrom(...NeedState.options), authorId: person });
const isTheirs = (need: { authorId: string }, by: { personId: string; roles: Role[] }) =>
  by.roles.includes('worker') || by.personId === need.authorId;
test('needs: who sees one and who takes it back, which nobody can who cannot read it', () => {
  fc.assert(
    fc.property(aNeed, who, (need, by) => {
      const published = ['open', 'taken', 'done'].includes(need.state);
      const may = rules.maySeeNeed(need, by);
      expect([may, rules.maySeeNeed(need, undefined)]).toEqual([published || isTheirs(need, by), published]);
      const close = code(rules.mayCloseNeed(need, by));
      expect(close).toBe(
        first({ NOT_YOURS: !isTheirs(need, by), NEED_SHUT: !['waiting', 'open'].includes(need.state) }),
      );
      expect(may || close !== undefined).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('what a new need is, and whose words stand unsure', () => {
  fc.assert(
    fc.property(roles, fc.boolean(), (held, waits) => {
      const worker = held.includes('worker');
      const begins = [worker ? 'community' : 'resident', worker && !waits ? 'open' : 'waiting'];
      expect(Object.values(rules.needBegins(held, waits))).toEqual(begins);
      expect(code(rules.mayStand(held, waits))).toBe(first({ WORDS_UNSURE: waits && !worker }));
    }),
  );
});

test('resources and projects: whose they are, and until when', () => {
  const things = fc.record({
    resource: fc.constantFrom(...ResourceState.options),
    project: fc.constantFrom(...ProjectState.options),
    speaksFor: maybe('U', 'V'),
    leadId: person,
  });
  fc.assert(
    fc.property(things, who, ({ resource, project, speaksFor, leadId }, by) => {
      const worker = by.roles.includes('worker');
      const close = rules.mayCloseResource({ state: resource, unitId: 'U' }, { roles: by.roles, unitId: speaksFor });
      expect(code(close)).toBe(
        first({
          NOT_UNIT_CONTACT: !worker && speaksFor !== 'U',
          RESOURCE_SHUT: resource === 'closed' || resource === 'declined',
        }),
      );
      const over = project === 'done' || project === 'cancelled';
      const lead = worker || leadId === by.personId;
      expect(rules.leads({ leadId }, by)).toBe(lead);
      expect(code(rules.mayMove({ leadId, state: project }, by))).toBe(
        first({ NOT_PROJECT_LEAD: !lead, PROJECT_OVER: over }),
      );
      expect(code(rules.mayJoin({ state: project }))).toBe(first({ PROJECT_OVER: over }));
    }),
    { numRuns: 300 },
  );
});

test('posts: who nominates themself, and who decides on it', () => {
  const post = fc.record({
    state: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
    slots: fc.integer({ min: 1, max: 3 }),
    taken: fc.nat({ max: 4 }),
  });
  const mine = maybe(...NominationState.options);
  const branch = maybe('X', 'Y');
  fc.assert(
    fc.property(post, fc.boolean(), mine, who, branch, (one, member, stands, by, branchId) => {
      const room = { POST_SHUT: one.state === 'closed', POST_FULL: one.taken >= one.slots };
      expect(code(rules.mayTake(one))).toBe(first(room));
      const busy = stands === 'asked' || stands === 'held';
      expect(code(rules.mayNominate(one, { member, mine: stands }))).toBe(
        first({ NOT_PARTY: !member, ALREADY_DONE: busy, ...room }),
      );
      expect(code(rules.mayDecide({ personId: 'A', branchId: 'X' }, { ...by, branchId }))).toBe(
        first({
          DECIDE_OWN: by.personId === 'A',
          OTHER_BRANCH: !by.roles.includes('worker') && branchId !== 'X',
        }),
      );
    }),
    { numRuns: 400 },
  );
});

/** A post as it is lived with: who stands how, and what each step comes to where the rules let it. */
interface Lived {
  slots: number;
  state: 'open' | 'closed';
  stands: Map<number, NominationState>;
}
const heldIn = ({ stands }: Lived) => [...stands.values()].filter((state) => state === 'held').length;
const factsOf = (post: Lived) => ({ state: post.state, slots: post.slots, taken: heldIn(post) });
const STEPS: Record<string, (post: Lived, of: number) => NominationState | undefined> = {
  ask: (post, of) =>
    rules.mayNominate(factsOf(post), { member: true, mine: post.stands.get(of) }) ? undefined : 'asked',
  yes: (post, of) => (post.stands.get(of) === 'asked' && !rules.mayTake(factsOf(post)) ? 'held' : undefined),
  no: (post, of) => (post.stands.get(of) === 'asked' ? 'declined' : undefined),
  up: (post, of) => (['asked', 'held'].includes(post.stands.get(of) ?? '') ? 'given' : undefined),
};

test('whatever is asked, confirmed, declined and given up, a post never has more holders than places', () => {
  const step = fc.record({ of: fc.nat({ max: 4 }), what: fc.constantFrom('ask', 'ask', 'yes', 'yes', 'no', 'up') });
  const all = fc.array(step, { maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), all, fc.nat({ max: 40 }), (slots, steps, shutAfter) => {
      const post: Lived = { slots, state: 'open', stands: new Map() };
      for (const [n, { of, what }] of steps.entries()) {
        post.state = n < shutAfter ? 'open' : 'closed';
        const before = heldIn(post);
        const next = STEPS[what]?.(post, of);
        if (next) post.stands.set(of, next);
        // a shut post keeps who holds it and takes nobody more
        expect(heldIn(post)).toBeLessThanOrEqual(post.state === 'open' ? slots : before);
      }
    }),
    { numRuns: 200 },
  );
});

test('a post that is open and full takes somebody again as soon as one gives it up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.nat({ max: 19 }), (slots, leaver) => {
      const post: Lived = { slots, state: 'open', stands: new Map() };
      for (let of = 0; of < slots; of += 1) post.stands.set(of, 'held');
      expect(STEPS['ask']?.(post, slots)).toBeUndefined();
      post.stands.set(leaver % slots, 'given');
      expect([STEPS['ask']?.(post, slots), STEPS['ask']?.(post, leaver % slots)]).toEqual(['asked', 'asked']);
    }),
  );
});
