import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { PROJECTS } from '@gongzhi/shared/projects/rule-sets';
import { projects } from '@gongzhi/shared/projects/contract';
import { testRefusals, type Case } from '../kernel/test-acts';
import { NEED, OFFER, POST, TABLES, stageProjects, type Town } from './test-projects';

/** Every refusal this slice declares, through the front door; what somebody else does meanwhile among them. */
let engine: TestTables;
let town: Town;
let member: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
  town = await stageProjects(engine.endpoint);
  member = await town.member();
});
afterAll(async () => {
  town.close();
  await engine.stop();
});
const worker = () => town.worker;
const resident = () => town.resident;
const secretary = () => town.secretary;
const contact = () => town.contact;
const me = () => member;
const nowhere = async () => ({ needId: town.id(), resourceId: town.id() });
const verdict = { publish: false, reason: '重复' };
const bad = async (input: Promise<object>): Promise<Record<string, unknown>> => {
  const given = { ...(await input) };
  town.world.check = { suggest: 'risky', label: 20_003 };
  return given;
};
const unsure = async (input: Promise<object>): Promise<Record<string, unknown>> => {
  const given = { ...(await input) };
  town.world.check = { suggest: 'review', label: 20_003 };
  return given;
};
const meanwhile = <T>(input: T, act: () => Promise<unknown>): T => {
  town.world.meanwhile = act;
  return input;
};
const plan = (more: object): Record<string, unknown> => ({
  plan: { title: '共享', about: '每月一次', resourceIds: [], ...more },
});
const words = async (more: object = {}, as = town.worker): Promise<Record<string, unknown>> => ({
  projectId: await town.start({}, as),
  words: '好了',
  ...more,
});
const over = async () => {
  const given = await words();
  await town.made('projectId', 'finishProject', given, { as: town.worker });
  return given;
};
const asked = async (more: Record<string, unknown> = {}, of: object = {}) => {
  const [postId, personId] = [await town.post(of), await town.member('李党员', more)];
  await town.nominated(postId, personId);
  return { postId, personId, confirm: true };
};
const full = async () => {
  const given = await asked({}, { slots: 1 });
  const other = await town.member();
  await town.nominated(given.postId, other);
  return { given, fill: () => town.decide(given.postId, other) };
};
const shut = async () => {
  const postId = await town.post();
  await town.made('postId', 'closePost', { postId }, { as: town.worker });
  return { postId };
};
const ENDS = ['tellStep', 'finishProject', 'cancelProject'] as const;

const CASES: Case<typeof projects>[] = [
  ['postNeed', 'TEXT_RISKY', 'in bad words', resident, () => bad(Promise.resolve(NEED))],
  ['readNeed', 'NOT_FOUND', 'of none', worker, async () => ({ needId: town.id() })],
  ['readNeed', 'NOT_FOUND', 'of a neighbour’s that waits', me, async () => ({ needId: await town.waiting() })],
  ['decideNeed', 'NOT_FOUND', 'on none', worker, async () => ({ needId: town.id(), ...verdict })],
  [
    'decideNeed',
    'ALREADY_DECIDED',
    'on the community’s own',
    worker,
    async () => ({ needId: await town.need(), publish: true }),
  ],
  [
    ...(['decideNeed', 'ALREADY_DECIDED', 'decided meanwhile', worker] as const),
    async () => {
      const needId = await town.waiting();
      const first = () => town.call('decideNeed', { needId, publish: true }, { as: town.worker });
      return meanwhile({ needId, ...verdict }, first);
    },
  ],
  [
    'decideNeed',
    'TEXT_RISKY',
    'in bad words',
    worker,
    () => bad(town.waiting().then((needId) => ({ needId, ...verdict }))),
  ],
  ['closeNeed', 'NOT_FOUND', 'none', resident, async () => ({ needId: town.id() })],
  ['closeNeed', 'NOT_YOURS', 'another’s', me, async () => ({ needId: await town.waiting() })],
  [
    ...(['closeNeed', 'NEED_SHUT', 'that a project takes meanwhile', worker] as const),
    async () => {
      const needId = await town.need();
      return meanwhile({ needId }, () => town.start({ needId }));
    },
  ],
  ['offerResource', 'NO_UNIT_YET', 'for no unit', () => stranger, async () => ({ ...OFFER })],
  ['offerResource', 'TEXT_RISKY', 'in bad words', contact, () => bad(Promise.resolve(OFFER))],
  ['decideResource', 'NOT_FOUND', 'on none', worker, async () => ({ resourceId: town.id(), publish: true })],
  [
    'decideResource',
    'ALREADY_DECIDED',
    'that never waited',
    worker,
    async () => ({ resourceId: await town.offer(), publish: true }),
  ],
  [
    ...(['decideResource', 'TEXT_RISKY', 'in bad words', worker] as const),
    () => bad(town.unsure(() => town.offer()).then((resourceId) => ({ resourceId, ...verdict }))),
  ],
  ['closeResource', 'NOT_FOUND', 'none', contact, async () => ({ resourceId: town.id() })],
  [
    'closeResource',
    'NOT_UNIT_CONTACT',
    'of another unit',
    () => stranger,
    async () => ({ resourceId: await town.offer() }),
  ],
  [
    ...(['closeResource', 'RESOURCE_SHUT', 'closed meanwhile', contact] as const),
    async () => {
      const resourceId = await town.offer();
      return meanwhile({ resourceId }, () => town.call('closeResource', { resourceId }, { as: town.worker }));
    },
  ],
  ['startProject', 'NEED_SHUT', 'of a need that waits', worker, async () => plan({ needId: await town.waiting() })],
  [
    'startProject',
    'NEED_SHUT',
    'of none',
    secretary,
    async () => plan(await nowhere().then(({ needId }) => ({ needId }))),
  ],
  [
    ...(['startProject', 'NEED_SHUT', 'taken meanwhile', secretary] as const),
    async () => {
      const needId = await town.need();
      return meanwhile(plan({ needId }), () => town.start({ needId }));
    },
  ],
  ['startProject', 'RESOURCE_SHUT', 'of none', worker, async () => plan({ resourceIds: [town.id()] })],
  [
    ...(['startProject', 'RESOURCE_SHUT', 'taken back meanwhile', worker] as const),
    async () => {
      const resourceId = await town.offer();
      const close = () => town.call('closeResource', { resourceId }, { as: town.contact });
      return meanwhile(plan({ resourceIds: [resourceId] }), close);
    },
  ],
  ['startProject', 'TEXT_RISKY', 'in bad words', worker, () => bad(town.need().then((needId) => plan({ needId })))],
  [
    'startProject',
    'WORDS_UNSURE',
    'by a secretary',
    secretary,
    () => unsure(town.need().then((needId) => plan({ needId }))),
  ],
  ['readProject', 'NOT_FOUND', 'of none', worker, async () => ({ projectId: town.id() })],
  ['joinProject', 'NOT_FOUND', 'none', me, async () => ({ projectId: town.id(), named: true })],
  [
    'joinProject',
    'PROJECT_OVER',
    'that is done',
    me,
    async () => ({ projectId: (await over()).projectId, named: true }),
  ],
  [
    ...(['joinProject', 'PROJECT_OVER', 'done meanwhile', me] as const),
    async () => {
      const given = await words();
      const { projectId } = given;
      return meanwhile({ projectId, named: true }, () => town.call('finishProject', given, { as: town.worker }));
    },
  ],
  [
    ...(['joinProject', 'ALREADY_DONE', 'twice', me] as const),
    async () => {
      const given = { projectId: await town.start(), named: true };
      await town.made('projectId', 'joinProject', given, { as: member });
      return given;
    },
  ],
  [
    ...(['joinProject', 'PROJECT_FULL', 'that is full', me] as const),
    async () => {
      const projectId = town.id();
      const project = {
        title: '满',
        about: '满',
        leadId: town.worker,
        state: 'gathering',
        at: '2026-11-27T02:00:00.000Z',
      };
      const members = PROJECTS.mostMembers.value;
      await town.put('projects', {
        ...{ pk: `${town.communityId}#projects`, sk: projectId, ...project, resources: [], members, steps: 0 },
      });
      return { projectId, named: false };
    },
  ],
  ['leaveProject', 'NOT_FOUND', 'one is not in', me, async () => ({ projectId: await town.start() })],
  ...ENDS.flatMap((name): Case<typeof projects>[] => [
    [name, 'NOT_FOUND', 'of none', worker, async () => ({ projectId: town.id(), words: '好' })],
    [name, 'NOT_PROJECT_LEAD', 'of another’s', resident, () => words()],
    [name, 'PROJECT_OVER', 'that is done', worker, over],
    [
      ...([name, 'PROJECT_OVER', 'done meanwhile', worker] as const),
      async () => {
        const given = await words();
        return meanwhile(given, () => town.call('cancelProject', given, { as: town.worker }));
      },
    ],
    [name, 'TEXT_RISKY', 'in bad words', worker, () => bad(words())],
    [name, 'WORDS_UNSURE', 'by a secretary who leads', secretary, () => unsure(words({}, town.secretary))],
  ]),
  ['setPostClasses', 'TEXT_RISKY', 'in bad words', worker, () => bad(Promise.resolve({ names: ['巡逻'] }))],
  ['addPost', 'CLASS_UNKNOWN', 'of no class', worker, async () => ({ ...POST, className: '潜水' })],
  ['addPost', 'NEED_SHUT', 'for a need that waits', worker, async () => ({ ...POST, needId: await town.waiting() })],
  ['addPost', 'TEXT_RISKY', 'in bad words', worker, () => bad(Promise.resolve(POST))],
  ['readPost', 'NOT_FOUND', 'of none', worker, async () => ({ postId: town.id() })],
  ['closePost', 'NOT_FOUND', 'none', worker, async () => ({ postId: town.id() })],
  ['closePost', 'POST_SHUT', 'twice', worker, shut],
  ['nominate', 'NOT_FOUND', 'for none', me, async () => ({ postId: town.id() })],
  ['nominate', 'NOT_PARTY', 'by who did not report in', resident, async () => ({ postId: await town.post() })],
  [
    ...(['nominate', 'NOT_PARTY', 'by who withdrew the consent', () => withdrawn] as const),
    async () => ({ postId: await town.post() }),
  ],
  ['nominate', 'NOT_PARTY', 'by whose report-in ran out', () => expired, async () => ({ postId: await town.post() })],
  [
    ...(['nominate', 'ALREADY_DONE', 'twice', me] as const),
    async () => {
      const postId = await town.post();
      await town.nominated(postId, member);
      return { postId };
    },
  ],
  ['nominate', 'POST_SHUT', 'for a closed one', me, shut],
  [
    ...(['nominate', 'POST_FULL', 'for a full one', me] as const),
    async () => {
      const { given, fill } = await full();
      await fill();
      return { postId: given.postId };
    },
  ],
  ['giveUpPost', 'NOT_FOUND', 'one never asked for', me, async () => ({ postId: await town.post() })],
  [
    'decideNomination',
    'NOT_FOUND',
    'of nobody',
    worker,
    async () => ({ postId: await town.post(), personId: member, confirm: true }),
  ],
  [
    ...(['decideNomination', 'ALREADY_DECIDED', 'given up meanwhile', worker] as const),
    async () => {
      const given = await asked();
      return meanwhile(given, () => town.call('giveUpPost', { postId: given.postId }, { as: given.personId }));
    },
  ],
  [
    ...(['decideNomination', 'DECIDE_OWN', 'one’s own', () => ownWorker] as const),
    async () => {
      const postId = await town.post();
      await town.nominated(postId, ownWorker);
      return { postId, personId: ownWorker, confirm: true };
    },
  ],
  ['decideNomination', 'OTHER_BRANCH', 'by another branch’s secretary', () => otherSecretary, () => asked()],
  [
    ...(['decideNomination', 'NOMINEE_GONE', 'whose consent was withdrawn', worker] as const),
    async () => {
      const given = await asked();
      await town.withdraw(given.personId);
      return given;
    },
  ],
  [
    ...(['decideNomination', 'POST_SHUT', 'for a post closed meanwhile', worker] as const),
    async () => {
      const given = await asked();
      return meanwhile(given, () => town.call('closePost', { postId: given.postId }, { as: town.worker }));
    },
  ],
  [
    ...(['decideNomination', 'POST_FULL', 'the last place went meanwhile', worker] as const),
    async () => {
      const { given, fill } = await full();
      return meanwhile(given, fill);
    },
  ],
  [
    ...(['decideNomination', 'TEXT_RISKY', 'in bad words', worker] as const),
    () => bad(asked().then((given) => ({ ...given, confirm: false, reason: '坏话' }))),
  ],
];
let stranger: string;
let withdrawn: string;
let expired: string;
let ownWorker: string;
let otherSecretary: string;
beforeAll(async () => {
  stranger = await town.person(['unitContact']);
  withdrawn = await town.member();
  await town.withdraw(withdrawn);
  expired = await town.member('过期', { validUntil: '2026-11-27T01:59:59.000Z' });
  ownWorker = await town.member('也是工作人员');
  await town.put('directory', {
    pk: `${town.communityId}#p`,
    sk: ownWorker,
    roles: ['worker'],
    displayName: '工作人员',
  });
  ({ secretaryId: otherSecretary } = await town.branchOf('第二支部'));
});

testRefusals(projects, () => town, CASES);
