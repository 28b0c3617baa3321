import type { Draft } from '@gongzhi/shared/announcements/model';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { actionsOf } from './model';

const words = { title: '停水', body: '接水', links: [] };
const draft = (more: Partial<Draft>): Draft => ({
  ...{ announcementId: 'x', title: '停水', kind: 'service', state: 'draft', at: '', version: 1, whole: true },
  ...{ revision: 1, words, audience: {}, mine: true, ...more },
});
const proposed = (mine: boolean) => ({ words, note: '日期', mine });

test.each<[string, Partial<Draft>, Role[], string[]]>([
  ['its own draft', {}, ['worker'], ['preview']],
  ['another’s draft', { mine: false }, ['worker'], []],
  ['the own that waits', { state: 'waiting' }, ['worker'], ['take-back']],
  ['another’s that waits', { state: 'waiting', mine: false }, ['worker'], ['approve', 'send-back', 'take-back']],
  ['what waits, for the street', { state: 'waiting', mine: false }, ['supervisor'], ['approve', 'send-back']],
  ['what is scheduled', { state: 'scheduled' }, ['worker'], ['take-back']],
  ['what is scheduled, for the street', { state: 'scheduled' }, ['supervisor'], []],
  ['what is out', { state: 'published' }, ['worker'], ['progress', 'calls', 'correct', 'withdraw']],
  ['what is out, for the street', { state: 'published' }, ['supervisor'], ['progress']],
  [
    'a correction',
    { state: 'published', proposed: proposed(false) },
    ['supervisor'],
    ['approve', 'send-back', 'progress'],
  ],
  [
    'the own correction',
    { state: 'published', proposed: proposed(true) },
    ['worker'],
    ['progress', 'calls', 'correct', 'withdraw'],
  ],
  ['what was withdrawn', { state: 'withdrawn' }, ['worker'], []],
])('of %s one may do what the server lets one do', (_, more, roles, want) =>
  expect(actionsOf(draft(more), roles).map(({ action }) => action)).toEqual(want),
);
