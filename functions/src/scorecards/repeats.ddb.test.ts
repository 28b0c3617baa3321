import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { testFaults, testRefusals, testRepeats, type Act, type Case } from '../kernel/test-acts';
import { createFaults } from '../kernel/test-faults';
import { DUTIES, SCHEME, TABLES, of, stageScorecards, type Staged } from './test-scorecards';

/** Every command again, at once and against a table that fails; and every refusal. */
let engine: TestTables;
let stage: Staged;
let street: string;
const faults = createFaults();
const Q = '2026Q4';
beforeAll(async () => {
  engine = await startTables(TABLES);
}, 300_000);
beforeEach(async () => {
  stage = stageScorecards(engine.endpoint, faults.through);
  street = await stage.person(['supervisor'], '周敏');
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const as = () => street;
const here = () => stage as never;
const ready = async () => {
  await stage.setUp(street);
  stage.later();
};
const acts: Act<typeof scorecards>[] = [
  { name: 'setDuties', as, input: async () => ({ items: DUTIES }), other: { items: DUTIES.slice(1) } },
  {
    name: 'setScheme',
    as,
    input: async () => {
      await stage.call('setDuties', { items: DUTIES }, { as: street });
      return { indicators: SCHEME };
    },
    other: { indicators: [of(1, 1_000)] },
  },
  {
    name: 'makeCard',
    as,
    input: async () => {
      if (!(await stage.repo.schemes.last(stage.streetId))) await ready();
      // a quarter of its own each time
      quarters += 1;
      stage.world.now = new Date(Date.UTC(2027 + quarters, 1, 2));
      return { quarter: `${2026 + quarters}Q4` };
    },
    other: { quarter: '2026Q4' },
    second: 'CARD_MADE',
  },
];
let quarters = 0;
beforeEach(() => {
  quarters = 0;
});

describe('again', () => testRepeats(scorecards, here, acts));
describe('faults', () => testFaults(here, faults, acts));

const cases: Case<typeof scorecards>[] = [
  [
    'setDuties',
    'STALE',
    'another set it first',
    as,
    async () => {
      stage.world.meanwhile = async () => void (await stage.call('setDuties', { items: DUTIES }, { as: street }));
      return { items: DUTIES.slice(1) };
    },
  ],
  ['setScheme', 'SCHEME_FAULTY', 'no list is there', as, async () => ({ indicators: SCHEME })],
  [
    'setScheme',
    'STALE',
    'another set it first',
    as,
    async () => {
      await stage.call('setDuties', { items: DUTIES }, { as: street });
      stage.world.meanwhile = async () => void (await stage.call('setScheme', { indicators: SCHEME }, { as: street }));
      return { indicators: [of(1, 1_000)] };
    },
  ],
  [
    'makeCard',
    'CARD_EARLY',
    'the quarter runs',
    as,
    async () => {
      await stage.setUp(street);
      return { quarter: Q };
    },
  ],
  [
    'makeCard',
    'NO_SCHEME',
    'there was none then',
    as,
    async () => {
      await ready();
      return { quarter: '2026Q3' };
    },
  ],
  [
    'makeCard',
    'CARD_MADE',
    'it is there',
    as,
    async () => {
      await ready();
      await stage.call('makeCard', { quarter: Q }, { as: street });
      return { quarter: Q };
    },
  ],
  [
    'makeCard',
    'CARD_MADE',
    'somebody made it meanwhile',
    as,
    async () => {
      await ready();
      stage.world.meanwhile = async () => void (await stage.call('makeCard', { quarter: Q }, { as: street }));
      return { quarter: Q };
    },
  ],
  ['readCard', 'NOT_FOUND', 'none was made', as, async () => ({ quarter: Q })],
];
describe('refused', () => testRefusals(scorecards, here, cases));
