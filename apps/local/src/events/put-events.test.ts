import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepLetters } from '../keep-letters';
import { createPace } from '../pace';
import type { FunctionSpec, RuleSpec } from '../template/model';
import { keepJournal } from './keep-journal';
import { createBus } from './put-events';
import { runClock } from './run-clock';
import { runQueue } from './run-queue';

const spec = (name: string): FunctionSpec => ({
  name,
  arn: `arn:${name}`,
  code: '',
  handler: '',
  entry: undefined,
  env: {},
  timeoutMs: 1_000,
  memoryMb: 128,
  retries: 1,
  onFailure: undefined,
});
const target = (fn: string, input?: string) => ({ fn, input, onFailure: 'arn:dead' });
const rule = (more: Partial<RuleSpec>): RuleSpec => ({
  name: 'r',
  arn: 'arn:rule',
  bus: 'green',
  pattern: undefined,
  schedule: undefined,
  targets: [target('hear')],
  ...more,
});
const entry = { Source: 'gongzhi', DetailType: 'garden.planted', Detail: '{"id":"1"}', EventBusName: 'green' };
type Heard = { id: string; detail: unknown; source: string };

/** A bus whose function `hear` does what `answer` says and remembers what it heard. */
const start = (
  rules: RuleSpec[],
  { answer = () => undefined, file }: { answer?: () => unknown; file?: string } = {},
) => {
  const heard: Heard[] = [];
  const stopping = new AbortController();
  const letters = keepLetters(undefined, () => undefined);
  const invoke = async (event: unknown) => {
    heard.push(event as Heard);
    return answer();
  };
  const functions = new Map([['hear', { spec: spec('hear'), invoke }]]);
  const queue = runQueue({
    functions,
    letters,
    journal: keepJournal(file),
    pace: createPace(true, stopping.signal),
    onError: () => undefined,
  });
  return { heard, letters, queue, stopping, bus: createBus(rules, queue), clock: runClock(rules, queue, false) };
};

describe('the bus', () => {
  const all = rule({ pattern: { source: ['gongzhi'] } });

  it('hands an event to the rules it fits, as EventBridge shapes it', async () => {
    const { bus, queue, heard } = start([
      all,
      rule({ pattern: { source: ['other'] } }),
      rule({ bus: 'red', pattern: { source: ['gongzhi'] } }),
    ]);
    const { FailedEntryCount, Entries } = bus.putEvents({ Entries: [entry] });
    await queue.settle();
    expect([FailedEntryCount, heard]).toEqual([
      0,
      [
        {
          version: '0',
          id: Entries[0]?.EventId,
          'detail-type': 'garden.planted',
          source: 'gongzhi',
          account: '000000000000',
          time: expect.stringMatching(/^[\dT:-]{19}Z$/),
          region: 'local',
          resources: [],
          detail: { id: '1' },
        },
      ],
    ]);
  });

  it('finds a bus by its ARN', () =>
    expect(
      start([all]).bus.putEvents({ Entries: [{ ...entry, EventBusName: 'arn:aws:events:local:0:event-bus/green' }] })
        .FailedEntryCount,
    ).toBe(0));

  it.each([
    ['without a source', { ...entry, Source: '' }, 'InvalidArgument'],
    ['whose detail is no JSON', { ...entry, Detail: '{' }, 'MalformedDetail'],
    ['whose detail is a list', { ...entry, Detail: '[]' }, 'MalformedDetail'],
    ['for a bus that does not exist', { ...entry, EventBusName: 'blue' }, 'InvalidArgument'],
  ])('refuses an entry %s and takes the others', (_, bad, code) => {
    const { FailedEntryCount, Entries } = start([all]).bus.putEvents({ Entries: [bad, entry] });
    expect([FailedEntryCount, Entries.map(({ ErrorCode }) => ErrorCode)]).toEqual([1, [code, undefined]]);
  });

  it('invokes again what fails, then sets it aside', async () => {
    const { bus, queue, heard, letters } = start([all], { answer: () => Promise.reject(new Error('deaf')) });
    bus.putEvents({ Entries: [entry] });
    await queue.settle();
    expect([heard.length, letters.list()]).toMatchObject([
      2,
      [{ queue: 'arn:dead', body: { responsePayload: { errorMessage: 'deaf' } } }],
    ]);
  });

  it('gives a target its own input', async () => {
    const { bus, queue, heard } = start([
      rule({ pattern: { source: ['gongzhi'] }, targets: [target('hear', '{"only":"this"}')] }),
    ]);
    bus.putEvents({ Entries: [entry] });
    await queue.settle();
    expect(heard).toEqual([{ only: 'this' }]);
  });

  it('sets aside what is for a function that is no more', async () => {
    const { bus, queue, letters } = start([rule({ pattern: { source: ['gongzhi'] }, targets: [target('gone')] })]);
    bus.putEvents({ Entries: [entry] });
    await queue.settle();
    expect(letters.list()).toMatchObject([{ queue: 'arn:dead' }]);
  });

  it('delivers after a restart what it had accepted and not delivered, and nothing else', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'gongzhi-bus-'));
    const file = join(dir, 'bus.jsonl');
    let stuck = false;
    const first = start([all], { file, answer: () => (stuck ? new Promise(() => undefined) : undefined) });
    first.bus.putEvents({ Entries: [entry] });
    await first.queue.settle();
    stuck = true;
    first.bus.putEvents({
      Entries: [
        { ...entry, Detail: '{"id":"2"}' },
        { ...entry, Detail: '{"id":"3"}' },
      ],
    });
    const second = start([all], { file });
    second.queue.resume();
    await second.queue.settle();
    expect(second.heard.map(({ detail }) => detail)).toEqual([{ id: '2' }, { id: '3' }]);
    expect(readFileSync(file, 'utf8')).toBe('');
    rmSync(dir, { recursive: true });
  });
});

describe('the clock', () => {
  it('fires every schedule when told and waits for what it started', async () => {
    const { clock, heard } = start([rule({ schedule: 'rate(1 minute)' }), rule({ pattern: { source: ['gongzhi'] } })]);
    await clock.tick();
    expect(heard).toMatchObject([{ source: 'aws.events', detail: {}, resources: ['arn:rule'] }]);
  });

  it('fires by itself at the minutes of a schedule', async () => {
    jest.useFakeTimers({ now: new Date('2026-11-23T07:00:30Z') });
    const { queue, heard } = start([]);
    const clock = runClock([rule({ schedule: 'rate(2 minutes)' })], queue, true);
    await jest.advanceTimersByTimeAsync(31_000);
    const early = heard.length;
    await jest.advanceTimersByTimeAsync(240_000);
    clock.stop();
    jest.useRealTimers();
    await queue.settle();
    expect([early, heard.length]).toEqual([1, 3]);
  });
});
