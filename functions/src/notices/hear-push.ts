import { setTimeout as wait } from 'node:timers/promises';
import { letterOf, type Outcome } from '@gongzhi/shared/kernel/outcomes';
import { TEMPLATE_KINDS, type TemplateKind, type Templates } from '@gongzhi/shared/kernel/templates';
import { ANSWERS, afterPrompt, afterTurnedOff, type Answer } from '@gongzhi/shared/notices/subscriptions';
import type { Pages } from '../kernel/pages';
import type { Pushed } from '../kernel/wechat/open-callback';
import { openidMac } from '../kernel/wechat/openid';
import { claimOf, type Claim } from './model';
import { moveOutcome } from './move-outcome';
import type { Repo } from './repo';
import type { Whose } from './repo-subscriptions';

export interface Hearing {
  pages: Pages;
  repo: Repo;
  sends: Repo['sends'];
  templates: Templates;
  /** Whose openid this is, by its HMAC. */
  personOf: (mac: string) => Promise<string | undefined>;
  appid: string;
  pepper: string;
  clock: () => Date;
  pause?: (ms: number) => Promise<unknown>;
}
type Subscriptions = Extract<Pushed, { event: 'subscriptions' }>;
type Item = Subscriptions['items'][number];

/** The push comes within milliseconds of the send; the sender has written its outcome after so long. */
const MOMENT_MS = 1_500;
/** WeChat repeats a push three times within seconds. */
const PUSHES_KEPT = 4;

const answerOf = (status = ''): Answer | undefined =>
  status.startsWith('accept') ? 'accept' : ANSWERS.find((answer) => answer === status);

/** An answer to the prompt, which the app tells of too: a push that comes again is known by its second and changes nothing. */
const hearPopup = ({ repo, clock }: Hearing, of: Whose, { SubscribeStatusString }: Item, push: string) => {
  const answer = answerOf(SubscribeStatusString);
  if (!answer) return undefined;
  return repo.subscriptions.hear(of, (before) => {
    const { pushes = [] } = before;
    if (pushes.includes(push)) return undefined;
    const after = afterPrompt(before, { answer, by: 'push', type: of.type }, clock());
    return { ...after, pushes: [...pushes, push].slice(-PUSHES_KEPT) };
  });
};

const hearChange = async ({ repo }: Hearing, of: Whose, { SubscribeStatusString }: Item): Promise<void> => {
  if (SubscribeStatusString === 'reject') await repo.subscriptions.hear(of, afterTurnedOff);
};

const letterAt = async (
  { sends }: Hearing,
  { sendId, chunk }: Claim,
  personId: string,
): Promise<string | undefined> => {
  const found = await sends.chunk(sendId, chunk);
  return found?.out[found.people.indexOf(personId)];
};

/** The letter that stands there, or a moment later when none does. */
const letterSoon = async (hearing: Hearing, claim: Claim, personId: string): Promise<string | undefined> => {
  const letter = await letterAt(hearing, claim, personId);
  if (letter !== '.') return letter;
  await (hearing.pause ?? wait)(MOMENT_MS);
  return letterAt(hearing, claim, personId);
};

/** Which outcomes the push puts right, by what stands there; what a late one arrived for is not free any more. */
const corrects = (letter: string | undefined, failed: boolean): [from: Outcome, to: Outcome] | undefined => {
  if (letter === letterOf('unclear')) return ['unclear', failed ? 'refused' : 'delivered'];
  if (letter === letterOf('delivered') && failed) return ['delivered', 'refused'];
  return letter === letterOf('uncertain') && !failed ? ['uncertain', 'delivered'] : undefined;
};

/**
 * What became of the message that took the last place. While the sender has not written an outcome it is looked at once more
 * after a moment, so that most pushes cost no write; one it never writes, because it was killed, is kept beside the claim.
 */
const hearSent = async (hearing: Hearing, of: Whose, { ErrorCode = 0 }: Item): Promise<void> => {
  const { repo } = hearing;
  const { claim: text = '' } = await repo.subscriptions.read(of);
  const claim = claimOf(text);
  if (!claim) return;
  const letter = await letterSoon(hearing, claim, of.personId);
  if (letter === '.') return void (await repo.subscriptions.say(of, text, ErrorCode));
  const move = corrects(letter, ErrorCode !== 0);
  if (!move) return;
  const [from, to] = move;
  const also = from === 'uncertain' && of.type === 'once' ? [repo.subscriptions.returnWrite(of, -1)] : [];
  await moveOutcome(hearing, { of: claim, personId: of.personId, from, to, also });
};

const kindOf = (templates: Templates, id: string): TemplateKind | undefined =>
  TEMPLATE_KINDS.find((kind) => templates[kind]?.id === id);

/**
 * Takes what WeChat pushed of subscriptions. Whoever is not known, and a template that is not ours, is passed over. A push that
 * comes again changes nothing.
 */
export const hearPush =
  (hearing: Hearing) =>
  async (pushed: Subscriptions): Promise<void> => {
    const personId = await hearing.personOf(openidMac(hearing.pepper, hearing.appid, pushed.openid));
    if (!personId) return;
    for (const item of pushed.items) {
      const kind = kindOf(hearing.templates, item.TemplateId);
      if (!kind) continue;
      const of: Whose = { personId, kind, type: hearing.templates[kind]?.type ?? 'once' };
      if (pushed.kind === 'popup') await hearPopup(hearing, of, item, pushed.at);
      else if (pushed.kind === 'change') await hearChange(hearing, of, item);
      else await hearSent(hearing, of, item);
    }
  };
