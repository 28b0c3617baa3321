import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ask, Side, Speech } from './model';
import { mayAct, type Floor, type ShutRefusal } from './rules';
import type { SpeakingRule } from './rule-sets';

/** What one person was granted on a matter: speeches, and their seconds. */
export interface Spoken {
  count: number;
  seconds: number;
}
const NONE: Spoken = { count: 0, seconds: 0 };

type Talk = Pick<Floor, 'status' | 'item'>;
const onItem = (talk: Talk): ShutRefusal | Refusal<'NO_ITEM'> | undefined =>
  mayAct(talk) ?? (talk.item === undefined ? refuse('NO_ITEM') : undefined);

/** Asking for the floor: somebody in the room, not yet waiting, with speeches and seconds left on this matter. */
export const mayAsk = (
  talk: Talk & { speech?: Speech | undefined },
  person: { personId: string; present: boolean; asked: boolean; spoken?: Spoken | undefined },
  rule: SpeakingRule,
): ShutRefusal | Refusal<'NO_ITEM' | 'NOT_PRESENT' | 'ALREADY_ASKED' | 'SPOKEN_OUT'> | undefined => {
  const no = onItem(talk);
  if (no) return no;
  if (!person.present) return refuse('NOT_PRESENT');
  if (person.asked || talk.speech?.personId === person.personId) return refuse('ALREADY_ASKED');
  return secondsFor(person.spoken, rule) > 0 ? undefined : refuse('SPOKEN_OUT', { times: rule.speechesPerMatter });
};

/** Seconds a speech is granted: the rule's, or what is left of the person's time on this matter; 0 when nothing is. */
export const secondsFor = ({ count, seconds }: Spoken = NONE, rule: SpeakingRule): number =>
  count >= rule.speechesPerMatter ? 0 : Math.max(0, Math.min(rule.speechSeconds, rule.matterSeconds - seconds));

const before = (a: Ask, b: Ask) => a.spoken - b.spoken || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/**
 * Who speaks next: the other side than the last speaker's while anybody of it waits (for goes first), on that side whoever
 * has spoken least on this matter, then whoever asked first. Without
 * alternation the side is not looked at.
 */
export const nextAsk = <A extends Ask>(
  asks: readonly A[],
  lastSide: Side | undefined,
  { alternate }: Pick<SpeakingRule, 'alternate'>,
): A | undefined => {
  const wanted: Side = lastSide === 'for' ? 'against' : 'for';
  const ordered = [...asks].sort(before);
  return (alternate ? ordered.find(({ side }) => side === wanted) : undefined) ?? ordered[0];
};

export const mayCallNext = (
  talk: Talk & { speech?: Speech | undefined },
): ShutRefusal | Refusal<'NO_ITEM' | 'SPEECH_ON'> | undefined =>
  onItem(talk) ?? (talk.speech ? refuse('SPEECH_ON') : undefined);

export const mayExtend = (
  talk: Talk & { speech?: Speech | undefined },
  rule: SpeakingRule,
): ShutRefusal | Refusal<'NO_SPEECH' | 'EXTENDED_OUT'> | undefined => {
  const no = mayAct(talk);
  if (no) return no;
  if (!talk.speech) return refuse('NO_SPEECH');
  return talk.speech.extensions < rule.extensions ? undefined : refuse('EXTENDED_OUT', { times: rule.extensions });
};

/** Whole seconds somebody has had the floor: never less than none, whatever a clock says. */
export const spokenSeconds = ({ startedAt }: Pick<Speech, 'startedAt'>, now: Date): number =>
  Math.max(0, Math.round((now.getTime() - new Date(startedAt).getTime()) / 1_000));
