import { randomUUID } from 'node:crypto';
import { api, type Actor } from '@gongzhi/local/demo/api';
import type { RollRow } from '@gongzhi/shared/directory/model';
import type { Route } from '@gongzhi/shared/kernel/contract';
import { proposalText, type Cast } from './kill-cast';
import { knock } from './knock';
import { HERE, STREET } from './town';

const { councils, directory } = api;

type Fields = Record<string, unknown>;
/** One thing somebody wants done: one key, however often it is sent. */
export interface Intent {
  route: Route;
  /** Asked for when it is first sent: a phone's code is made then. */
  ask: () => Promise<Fields> | Fields;
  actor: Actor;
  /** Scope of its event. */
  scope: string;
  key: string;
  fields?: Fields;
  answer?: Fields;
  /** Its phone code was lost with the answer: the phone asks for another, and this one must have left nothing. */
  lapsed?: true;
}
type Supply = Generator<Intent, void, void>;

const intent = (route: Route, actor: Actor, ask: Intent['ask'], scope: string = HERE): Intent => ({
  route,
  actor,
  ask,
  scope,
  key: randomUUID(),
});

function* file(people: readonly Actor[]): Supply {
  for (let n = 0; n < 4; n += 1) {
    for (const actor of people)
      yield intent(councils.fileProposal, actor, () => ({ communityId: HERE, ...proposalText(`第 ${n} 件事`) }));
  }
}
/** Everything on the board by everybody, while the board grows. */
function* support({ board }: Cast, people: readonly Actor[]): Supply {
  for (let n = 0; n < board.length; n += 1) {
    const { proposalId, authorId } = board[n] as Cast['board'][number];
    for (const actor of people)
      if (actor.personId !== authorId)
        yield intent(councils.supportProposal, actor, () => ({ communityId: HERE, proposalId }));
  }
}
function* points({ board }: Cast, people: readonly Actor[]): Supply {
  for (let n = 0; n < 50; n += 1) {
    for (const actor of people) {
      const column = (['for', 'concern', 'question'] as const)[n % 3];
      yield intent(councils.addPoint, actor, () => ({
        communityId: HERE,
        proposalId: board[n % 2]?.proposalId,
        column,
        body: `第 ${n} 条意见。`,
      }));
    }
  }
}
function* ballots({ votes }: Cast, people: readonly Actor[]): Supply {
  for (const voteId of votes) {
    for (const [n, actor] of people.entries())
      yield intent(api.votes.castVote, actor, () => ({
        communityId: HERE,
        voteId,
        choice: n % 3 === 0 ? 'against' : 'for',
      }));
  }
}
function* joining(people: readonly Actor[]): Supply {
  for (const actor of people)
    yield intent(directory.joinByPhone, actor, async () => ({
      communityId: HERE,
      phoneCode: await actor.phoneCode(),
      displayName: '新邻居',
    }));
}
/** Buildings nobody else writes, eight doors at a time. */
function* imports({ worker }: Cast): Supply {
  for (let n = 100; n < 200; n += 1) {
    const rows: RollRow[] = Array.from({ length: 8 }, (_, i) => ({
      building: `${n}号楼`,
      unit: '1单元',
      room: `${i + 1}01`,
      adults: [{ name: '住户', phone: String(13_000_000_000 + n * 10 + i) }],
    }));
    yield intent(directory.importRoll, worker, () => ({ communityId: HERE, fileHash: 'a'.repeat(64), rows }));
  }
}
/** Those of the street that the demo leaves closed. */
function* openings({ supervisor }: Cast): Supply {
  for (const n of [52, 57, 58, 59, 60, 61, 62, 63, 64, 65]) {
    yield intent(
      directory.openCommunity,
      supervisor,
      () => ({ streetId: STREET, communityId: `${STREET}0${n}` }),
      STREET,
    );
  }
}
function* together(...supplies: Supply[]): Supply {
  for (const supply of supplies) yield* supply;
}

/** What each of the sixteen clients does, one thing after another; who is through with their own speaks. */
export const writersOf = (cast: Cast): Supply[] => {
  const third = (n: number) => cast.residents.filter((_, i) => i % 3 === n);
  const half = (n: number) => cast.joiners.filter((_, i) => i % 2 === n);
  return [
    ...[0, 1, 2].flatMap((n) => [
      together(file(third(n)), points(cast, third(n))),
      together(support(cast, third(n)), points(cast, third(n))),
      points(cast, third(n)),
      together(ballots(cast, third(n)), points(cast, third(n))),
    ]),
    ...[0, 1].map((n) => together(joining(half(n)), points(cast, third(n)))),
    imports(cast),
    together(openings(cast), points(cast, third(2))),
  ];
};

/** Sends an intent, under its key. @throws when no whole answer came */
export const send = async (url: string, one: Intent) => {
  one.fields ??= await one.ask();
  const heard = await knock(url, one.route, one.fields, { token: one.actor.token, key: one.key });
  if (heard.status === 200) one.answer ??= heard.body;
  if (heard.body['refused'] === 'PHONE_CODE_BAD') one.lapsed = true;
  return heard;
};
