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
interface BusEvent {
  id: string;
  source: string;
  'detail-type': string;
  [field: string]: unknown;
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
const timeOf = (seconds: number | undefined) =>
  new Date(seconds === undefined ? Date.now() : seconds * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');

/** The event as rules and targets see it, or why its entry is refused. */
const read = (entry: Entry, buses: ReadonlySet<string>): { event: BusEvent; bus: string } | Outcome => {
  const { Source: source, DetailType, Detail, Resources: resources = [] } = entry;
  if (!source || !DetailType || !Detail)
    return refusal('InvalidArgument', 'Source, DetailType and Detail are required.');
  const detail = detailOf(Detail);
  if (!detail) return refusal('MalformedDetail', 'Detail is malformed.');
  const bus = busName(entry.EventBusName);
  if (!buses.has(bus)) return refusal('InvalidArgument', `Event bus ${bus} does not exist.`);
  const head = { version: '0', id: randomUUID(), 'detail-type': DetailType, source, account: ACCOUNT };
  return { bus, event: { ...head, time: timeOf(entry.Time), region: REGION, resources, detail } };
};

/** The bus: an event reaches every rule of its bus whose pattern it fits, or its entry is refused with EventBridge's code. */
export const createBus = (rules: readonly RuleSpec[], queue: Queue) => {
  const buses = new Set(['default', ...rules.map(({ bus }) => bus)]);
  const put = (entry: Entry): Outcome => {
    const found = read(entry, buses);
    if (!('event' in found)) return found;
    const { event, bus } = found;
    const hit = rules.filter((rule) => rule.bus === bus && rule.pattern && matchPattern(rule.pattern, event));
    for (const { fn, input, onFailure } of hit.flatMap(({ targets }) => targets)) {
      void queue.add(
        { id: randomUUID(), fn, onFailure, event: input === undefined ? event : (JSON.parse(input) as unknown) },
        true,
      );
    }
    return { EventId: event.id };
  };
  return {
    putEvents: ({ Entries = [] }: { Entries?: Entry[] }) => {
      const outcomes = Entries.map(put);
      return { FailedEntryCount: outcomes.filter(({ ErrorCode }) => ErrorCode).length, Entries: outcomes };
    },
  };
};
export type Bus = ReturnType<typeof createBus>;
