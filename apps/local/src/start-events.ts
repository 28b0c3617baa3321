import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { keepJournal } from './events/keep-journal';
import { createBus } from './events/put-events';
import { runClock } from './events/run-clock';
import { type Runnable, runQueue } from './events/run-queue';
import type { Door } from './http/open-door';
import { keepFile } from './keep-file';
import { keepLetters } from './keep-letters';
import type { House } from './open-house';
import { createPace } from './pace';
import type { Secrets } from './secrets/fill-secrets';
import { serveAws } from './serve-aws';
import { type Checkpoints, consumeStream } from './streams/consume-stream';
import { runStreams } from './streams/run-streams';
import type { Deployment, StreamSpec } from './template/model';

export interface Started {
  deployment: Deployment;
  functions: ReadonlyMap<string, Runnable>;
  /** Clients of the engine. */
  data: { db: DynamoDBClient; streams: DynamoDBStreamsClient };
  aws: Door;
  secrets: Secrets;
}

const invokerOf = (functions: Started['functions'], { id, fn }: StreamSpec) => {
  const to = functions.get(fn);
  if (!to) throw new Error(`The mapping ${id} leads to ${fn}, which is not a function of the templates.`);
  return to.invoke;
};

/** Streams, bus and clock, and what they could not deliver. */
export const startEvents = async (
  { options, say, onError, kept, stopping, bell, ends }: House,
  { deployment, functions, data, aws, secrets }: Started,
) => {
  const pace = createPace(options.fast ?? false, stopping.signal, Boolean(options.processes));
  const letters = keepLetters(kept('dead-letters.jsonl'), ({ queue }) => say(`set aside: ${queue ?? 'no queue'}`));
  const queue = runQueue({ functions, letters, pace, onError, journal: keepJournal(kept('bus.jsonl')) });
  aws.open(
    serveAws({ bus: createBus(deployment.rules, queue), secrets: deployment.secrets, valueOf: secrets.valueOf }),
  );
  queue.resume();
  const clock = runClock(deployment.rules, queue, pace.clock);
  const tools = {
    db: data.db,
    streams: data.streams,
    checkpoints: keepFile<Checkpoints>(kept('checkpoints.json'), {}),
    letters,
    pace,
    onError,
  };
  const consumers = await Promise.all(
    deployment.streams.map((spec) => consumeStream(spec, invokerOf(functions, spec), tools)),
  );
  const streams = runStreams(consumers, {
    pace,
    bell,
    stopped: stopping.signal,
    onError: (error) => onError('streams', error),
  });
  ends.push(
    () => queue.settle(),
    () => streams.ended,
    () => clock.stop(),
    () => stopping.abort(),
  );
  const idle = async (): Promise<void> => {
    const [read, ran] = [await streams.drain(), await queue.settle()];
    if (read || ran) await idle();
  };
  return { letters, clock, idle };
};
