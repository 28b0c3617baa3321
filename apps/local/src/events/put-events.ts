import { randomUUID } from 'node:crypto';
import type { RuleSpec } from '../template/model';
import { ACCOUNT, REGION } from '../template/name-resource';
import { matchPattern } from './match-pattern';
import type { Queue } from './run-queue';

interface Entry {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Time?: number;
  Resources?: string[];
}
interface Outcome {
  EventId?: string;
  ErrorCode?: string;
  ErrorMessage?: string;
}

/** Entries one call may carry (docs.aws.amazon.com/eventbridge, API_PutEvents, read 2026-11-23). */
export const ENTRIES_MAX = 10;

const detailOf = (text: string): unknown => {
  try {
    const detail: unknown = JSON.parse(text);
    return typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail : undefined;
  } catch {
    return undefined;
  }
};

const refusal = (ErrorCode: string, ErrorMessage: string): Outcome => ({ ErrorCode, ErrorMessage });
/** A bus may be named by its name or its ARN. */
const busName = (given = 'default') => given.slice(given.lastIndexOf('/') + 1);

/** The bus: an event reaches every rule of its bus whose pattern it fits, or its entry is refused with EventBridge's code. */
export const createBus = (rules: readonly RuleSpec[], queue: Queue) => {
  const buses = new Set(['default', ...rules.map(({ bus }) => bus)]);
  const put = ({ Source, DetailType, Detail, EventBusName, Time, Resources = [] }: Entry): Outcome => {
    if (!Source || !DetailType || !Detail) return refusal('InvalidArgument', 'Source, DetailType and Detail are required.');
    const detail = detailOf(Detail);
    if (!detail) return refusal('MalformedDetail', 'Detail is malformed.');
    const bus = busName(EventBusName);
    if (!buses.has(bus)) return refusal('InvalidArgument', `Event bus ${bus} does not exist.`);
    const id = randomUUID();
    const time = new Date(Time === undefined ? Date.now() : Time * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
    const event = { version: '0', id, 'detail-type': DetailType, source: Source, account: ACCOUNT, time, region: REGION, resources: Resources, detail };
    const hit = rules.filter((rule) => rule.bus === bus && rule.pattern && matchPattern(rule.pattern, event));
    for (const { fn, input, onFailure } of hit.flatMap(({ targets }) => targets)) {
      void queue.add({ id: randomUUID(), fn, onFailure, event: input === undefined ? event : (JSON.parse(input) as unknown) }, true);
    }
    return { EventId: id };
  };
  return {
    putEvents: ({ Entries = [] }: { Entries?: Entry[] }) => {
      const outcomes = Entries.map(put);
      return { FailedEntryCount: outcomes.filter(({ ErrorCode }) => ErrorCode).length, Entries: outcomes };
    },
  };
};
export type Bus = ReturnType<typeof createBus>;
