import { api } from '@gongzhi/local/demo/api';
import { doorKey, type Door } from '@gongzhi/shared/kernel/door-key';
import type { Cast, Resident } from './kill-cast';
import type { Intent } from './kill-writers';
import type { Engine, Item } from './read-engine';
import { HERE, STREET } from './town';

const { councils, directory, votes } = api;

type Found = (Item | undefined)[];
/** What an act changed, read by key. `made`: the id its answer names, when it made something. */
type Look = (engine: Engine, one: Intent, made: string) => Promise<Found>;

const field = ({ fields }: Intent, name: string): string => String(fields?.[name]);
const all = (...reads: Promise<Item | undefined>[]): Promise<Found> => Promise.all(reads);

/** A text where everybody reads it or, when the content check was too slow on a busy computer, among those that wait. */
const shown = async (
  get: Engine['get'],
  [pk, sk]: readonly [string, string],
  made: string,
): Promise<Item | undefined> => (await get('councils', pk, sk)) ?? get('councils', `${HERE}#waiting`, made);

const LOOKS = new Map<unknown, Look>([
  [
    councils.fileProposal,
    ({ get }, { actor }, made) =>
      all(
        get('councils', `${HERE}#p#${made}`, 'text'),
        get('councils', `${HERE}#author#${actor.personId}`, made),
        get('councils', `${HERE}#p#${made}`, `support#${actor.personId}`),
        shown(get, [`${HERE}#proposals`, made], made),
      ),
  ],
  [
    councils.supportProposal,
    ({ get }, one) => all(get('councils', `${HERE}#p#${field(one, 'proposalId')}`, `support#${one.actor.personId}`)),
  ],
  [
    councils.addPoint,
    ({ get }, one, made) =>
      all(
        shown(get, [`${HERE}#p#${field(one, 'proposalId')}#${field(one, 'column')}`, made], made),
        shown(get, [`${HERE}#p#${field(one, 'proposalId')}`, `node#${made}`], made),
      ),
  ],
  [
    votes.castVote,
    ({ get }, one) => all(get('votes', `${HERE}#v#${field(one, 'voteId')}#b`, (one.actor as Resident).householdId)),
  ],
  [directory.joinByPhone, ({ get }, { actor }) => all(get('directory', `${HERE}#p`, actor.personId))],
  [
    directory.openCommunity,
    ({ get }, one) => all(get('directory', `${STREET}#communities`, field(one, 'communityId'))),
  ],
  [
    directory.importRoll,
    ({ get }, { fields }) =>
      all(
        ...(fields?.['rows'] as Door[]).map((at) => {
          const { building, door } = doorKey(at);
          return get('directory', `${HERE}#h#${building}`, door);
        }),
      ),
  ],
]);

/** A ballot is its own record; of everything else the event is. */
export const recordOf = async (engine: Engine, one: Intent): Promise<Item | undefined> => {
  if (one.route !== votes.castVote) return engine.act(one.scope, one.actor.personId, one.key);
  const [ballot] = await tracesOf(engine, one, undefined);
  return ballot && { answer: { voteId: field(one, 'voteId'), choice: ballot['choice'], castAt: ballot['at'] } };
};

export const tracesOf = (engine: Engine, one: Intent, record: Item | undefined): Promise<Found> => {
  const made = String((record?.['answer'] as { id?: string } | undefined)?.id ?? 'nothing');
  const look = LOOKS.get(one.route);
  if (!look) throw new Error(`nobody looks for ${one.route.path}`);
  return look(engine, one, made);
};

const count = (items: readonly Item[], test: (item: Item) => boolean): number => items.filter(test).length;
const typed = (type: string) => (item: Item) => item['type'] === `councils.${type}`;

/** A proposal's figures beside what they count and the events that made them: each line must hold one number only. */
const ofProposal = async ({ under, events }: Engine, head: Item): Promise<Record<string, number[]>> => {
  const id = String(head['sk']);
  const [items, history, ...columns] = await Promise.all([
    under('councils', `${HERE}#p#${id}`),
    events(HERE, id),
    ...['for', 'concern', 'question'].map((column) => under('councils', `${HERE}#p#${id}#${column}`)),
  ]);
  const starts = (prefix: string) => count(items, ({ sk }) => String(sk).startsWith(prefix));
  return {
    [`${id} filed`]: [1, count(history, typed('proposal-filed')), starts('text')],
    [`${id} supports`]: [Number(head['supports']), starts('support#'), 1 + count(history, typed('proposal-supported'))],
    [`${id} points`]: [
      Number(head['points']),
      starts('node#'),
      columns.flat().length,
      count(history, (event) => typed('point-added')(event) && (event['data'] as Item)['state'] === 'published'),
    ],
  };
};

const ofVotes = async ({ under, get }: Engine, { votes }: Cast): Promise<Record<string, number[]>> => {
  const figures = await Promise.all(
    votes.map(async (voteId) => {
      const ballots = await under('votes', `${HERE}#v#${voteId}#b`);
      const turnout = await get('votes', `${HERE}#v#${voteId}`, 'turnout');
      return [
        `${voteId} turnout`,
        [Number(turnout?.['n'] ?? 0), ballots.length, new Set(ballots.map(({ sk }) => sk)).size],
      ] as const;
    }),
  );
  return Object.fromEntries(figures.map(([name, line]) => [name, [...line]]));
};

const ofRoll = async ({ under, get }: Engine): Promise<Record<string, number[]>> => {
  const buildings = await under('directory', `${HERE}#b`);
  const homes = (await Promise.all(buildings.map(({ sk }) => under('directory', `${HERE}#h#${String(sk)}`)))).flat();
  const members = await under('directory', `${HERE}#p`);
  const community = await get('directory', `${STREET}#communities`, HERE);
  const sum = (items: readonly Item[], name: string) => items.reduce((total, item) => total + Number(item[name]), 0);
  return {
    households: [Number(community?.['households']), homes.length, sum(buildings, 'households')],
    joined: [sum(homes, 'joined'), count(members, (member) => member['householdId'] !== undefined)],
  };
};

/** Every figure that is kept beside what it counts. */
export const figuresOf = async (engine: Engine, cast: Cast): Promise<Record<string, number[]>> => {
  const heads = await engine.under('councils', `${HERE}#proposals`);
  const parts = await Promise.all([
    ...heads.map((head) => ofProposal(engine, head)),
    ofVotes(engine, cast),
    ofRoll(engine),
  ]);
  return Object.assign({}, ...parts) as Record<string, number[]>;
};
