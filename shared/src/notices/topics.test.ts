import { KINDS, type Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { fits } from '@gongzhi/shared/kernel/fit';
import { TOLD } from './rules';
import {
  CHANNELS,
  DIGEST_HOURS,
  TOPICS,
  TOPIC_NAMES,
  URGENT,
  announced,
  isWanted,
} from '@gongzhi/shared/kernel/topics';
import { isQuiet } from '@gongzhi/shared/kernel/quiet-hours';

test.each([
  ['everything', { off: [] }, ['vote', 'service'], true],
  ['what was turned off', { off: ['vote'] as const }, ['vote'], false],
  ['the rest', { off: ['vote'] as const }, ['service', 'announced.event'], true],
  ['what waits for the digest', { off: [], digestHour: 18 as const }, ['vote', 'announced.event'], false],
  ['what is urgent, whatever is chosen', { off: [...TOPIC_NAMES], digestHour: 18 as const }, [URGENT], true],
])('%s', (_, preferences, topics, wanted) =>
  expect(topics.map((topic) => isWanted(topic, preferences))).toEqual(topics.map(() => wanted)),
);

test('each kind of announcement has a topic, but the urgent one, and words that fit a phrase', () => {
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const { topic, word } = announced(kind);
    expect([kind, topic in TOPICS]).toEqual([kind, kind !== 'urgent']);
    expect(fits('phrase1', word)).toBe(true);
  }
});

test('only what is told at all is sent, in words that fit', () => {
  for (const [type, { word, topic }] of Object.entries(CHANNELS)) {
    expect(TOLD as readonly string[]).toContain(type);
    expect([type, fits('phrase2', word), topic === URGENT || topic in TOPICS]).toEqual([type, true, true]);
  }
});

test('a digest comes at no quiet hour', () => {
  for (const hour of DIGEST_HOURS)
    expect(isQuiet(new Date(`2026-11-23T${String(hour).padStart(2, '0')}:00:00.000+08:00`))).toBe(false);
});
