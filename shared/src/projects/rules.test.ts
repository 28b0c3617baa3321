import fc from 'fast-check';
import { ROLES } from '@gongzhi/shared/kernel/contract';
import { NeedKind, NeedState, ResourceKind, ResourceState, THINGS } from './model';
import { NominationState } from './post';
import { ProjectPlan, ProjectState } from './project';
import { MOST_CLASSES, POST_CLASSES, PROJECTS } from './rule-sets';
import {
  NEED_MOVES,
  PROJECT_MOVES,
  RESOURCE_MOVES,
  SHOWN_NEEDS,
  mayCloseNeed,
  mayCloseResource,
  mayDecide,
  mayJoin,
  mayMove,
  mayNominate,
  maySeeNeed,
  mayStand,
  mayTake,
  needBegins,
} from './rules';

const ID = '01ARYZ6S410000000000000001';
const me = (role: (typeof ROLES)[number]) => ({ personId: 'me', roles: [role] });

test.each([
  ['needs', NeedState.options, NEED_MOVES],
  ['resources', ResourceState.options, RESOURCE_MOVES],
  ['projects', ProjectState.options, PROJECT_MOVES],
] as const)('%s: every state has its moves, to states there are, and none to itself', (_, states, moves) => {
  expect(Object.keys(moves).sort()).toEqual([...states].sort());
  for (const [from, to] of Object.entries(moves) as [string, readonly string[]][]) {
    expect(to.filter((state) => !(states as readonly string[]).includes(state))).toEqual([]);
    expect(to).not.toContain(from);
  }
});

test('whatever happens to a need, it ends: what is done, closed or declined never moves again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 20 }), (choices) => {
      let state: NeedState = 'waiting';
      for (const choice of choices) {
        const moves: readonly NeedState[] = NEED_MOVES[state];
        if (moves.length === 0) break;
        state = moves[choice % moves.length] ?? state;
      }
      expect(NeedState.options).toContain(state);
      if (['done', 'closed', 'declined'].includes(state)) expect(NEED_MOVES[state]).toEqual([]);
    }),
  );
});

test('a worker’s need stands at once unless the check was unsure; anybody else’s waits for a worker', () => {
  for (const role of ROLES)
    for (const waits of [true, false]) {
      const community = role === 'worker';
      expect([role, waits, needBegins([role], waits)]).toEqual([
        ...[role, waits],
        { by: community ? 'community' : 'resident', state: community && !waits ? 'open' : 'waiting' },
      ]);
    }
});

test('a need that is not published is seen by its author and workers alone', () => {
  for (const state of NeedState.options)
    for (const role of ROLES)
      for (const authorId of ['me', 'other']) {
        const may = SHOWN_NEEDS.includes(state) || authorId === 'me' || role === 'worker';
        expect([state, role, authorId, maySeeNeed({ state, authorId }, me(role))]).toEqual([
          state,
          role,
          authorId,
          may,
        ]);
      }
  expect(NeedState.options.filter((state) => maySeeNeed({ state, authorId: 'x' }, undefined))).toEqual([
    ...SHOWN_NEEDS,
  ]);
});

test('a need is taken back by its author or a worker, while nobody made a project of it', () => {
  for (const state of NeedState.options) {
    const open = state === 'waiting' || state === 'open';
    expect(mayCloseNeed({ state, authorId: 'me' }, me('resident'))?.refused).toBe(open ? undefined : 'NEED_SHUT');
    expect(mayCloseNeed({ state, authorId: 'x' }, me('worker'))?.refused).toBe(open ? undefined : 'NEED_SHUT');
    expect(mayCloseNeed({ state, authorId: 'x' }, me('chair'))?.refused).toBe('NOT_YOURS');
  }
});

test('a resource is taken back by its unit’s contact or a worker', () => {
  for (const state of ResourceState.options) {
    const open = state === 'waiting' || state === 'open';
    const close = (roles: (typeof ROLES)[number][], unitId?: string) =>
      mayCloseResource({ state, unitId: 'A' }, { roles, unitId })?.refused;
    expect([close(['unitContact'], 'A'), close(['worker'])]).toEqual(Array(2).fill(open ? undefined : 'RESOURCE_SHUT'));
    expect([close(['unitContact'], 'B'), close(['unitContact'])]).toEqual(Array(2).fill('NOT_UNIT_CONTACT'));
  }
});

test('a project is moved on by its lead or a worker, and joined, until it is over', () => {
  for (const state of ProjectState.options) {
    const over = state === 'done' || state === 'cancelled' ? 'PROJECT_OVER' : undefined;
    const move = (leadId: string, role: (typeof ROLES)[number]) => mayMove({ leadId, state }, me(role))?.refused;
    expect(mayJoin({ state })?.refused).toBe(over);
    for (const role of ROLES) {
      expect(move('me', role)).toBe(over);
      expect(move('x', role)).toBe(role === 'worker' ? over : 'NOT_PROJECT_LEAD');
    }
  }
});

test('words the check was unsure of stand when a worker wrote them, and only then', () => {
  for (const role of ROLES)
    expect([mayStand([role], false)?.refused, mayStand([role], true)?.refused]).toEqual([
      ...[undefined, role === 'worker' ? undefined : 'WORDS_UNSURE'],
    ]);
});

test('a post has room exactly while it is open and fewer hold it than it has places', () => {
  fc.assert(
    fc.property(fc.constantFrom('open' as const, 'closed' as const), fc.nat(20), fc.nat(25), (state, slots, taken) => {
      const says = state === 'closed' ? 'POST_SHUT' : taken < slots ? undefined : 'POST_FULL';
      expect(mayTake({ state, slots, taken })?.refused).toBe(says);
    }),
  );
});

test('only a member who neither waits nor holds it asks for a post, and only while there is room', () => {
  const post = { state: 'open', slots: 1, taken: 0 } as const;
  for (const mine of [undefined, ...NominationState.options]) {
    const busy = mine === 'asked' || mine === 'held';
    expect(mayNominate(post, { member: true, mine })?.refused).toBe(busy ? 'ALREADY_DONE' : undefined);
    expect(mayNominate(post, { member: false, mine })?.refused).toBe('NOT_PARTY');
    expect(mayNominate({ ...post, taken: 1 }, { member: true, mine })?.refused).toBe(
      busy ? 'ALREADY_DONE' : 'POST_FULL',
    );
  }
});

test('a nomination is decided by a worker or the nominee’s own secretary, by nobody on themself', () => {
  const nominee = { personId: 'x', branchId: 'A' };
  for (const role of ROLES)
    for (const branchId of ['A', 'B', undefined]) {
      const may = role === 'worker' || branchId === 'A';
      expect(mayDecide(nominee, { ...me(role), branchId })?.refused).toBe(may ? undefined : 'OTHER_BRANCH');
      expect(mayDecide({ ...nominee, personId: 'me' }, { ...me(role), branchId })?.refused).toBe('DECIDE_OWN');
    }
});

test('a project is made of a need or of resources, each once, and of no more than so many', () => {
  const plan = { title: '共享会议室', about: '每月一次', resourceIds: [] as string[] };
  const saysOf = (more: object) =>
    ProjectPlan.safeParse({ ...plan, ...more }).error?.issues.map(({ message }) => message);
  expect([saysOf({}), saysOf({ needId: ID }), saysOf({ resourceIds: [ID] })]).toEqual([
    ...[['请至少选一条需求或一项资源'], undefined, undefined],
  ]);
  expect(saysOf({ resourceIds: [ID, ID] })).toEqual(['同一项资源选了两次']);
  const many = Array.from({ length: PROJECTS.mostResources.value + 1 }, (_, n) => `${ID.slice(0, -1)}${n}`);
  expect(saysOf({ resourceIds: many })).toEqual(['最多用 3 项资源']);
});

test('money is no kind of need or resource, and what there is has words', () => {
  expect([NeedKind.options, ResourceKind.options]).toEqual([Object.keys(THINGS), ['place', 'goods', 'skills']]);
  for (const words of Object.values(THINGS)) expect(words).not.toMatch(/钱|款|金/);
});

test('every number says where it comes from; the names of the eight classes of posts say that they are not verified', () => {
  for (const { value, source, sourceDate, verified } of Object.values(PROJECTS)) {
    expect([value > 0, source.length > 0, verified]).toEqual([true, true, true]);
    expect(sourceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  expect([POST_CLASSES.value.length, new Set(POST_CLASSES.value).size, POST_CLASSES.verified]).toEqual([8, 8, false]);
  expect(POST_CLASSES.value.length).toBeLessThanOrEqual(MOST_CLASSES);
});
