import { Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { announced, isWanted, type Preferences } from '@gongzhi/shared/kernel/topics';
import type { Choices } from '../kernel/reachable';

/** The kinds of announcement that go to somebody over WeChat one by one, as the sender decides it: none without an accept; urgent ones whatever they chose. */
export const reachKinds = (choices: Choices | undefined): Kind[] =>
  choices ? Kind.options.filter((kind) => isWanted(announced(kind).topic, choices as Preferences)) : [];
