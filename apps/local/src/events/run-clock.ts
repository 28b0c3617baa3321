import { randomUUID } from 'node:crypto';
import type { RuleSpec } from '../template/model';
import { ACCOUNT, REGION } from '../template/name-resource';
import { parseSchedule } from './parse-schedule';
import type { Queue } from './run-queue';

export interface Clock {
  /** Fires every schedule now; resolves when what they started is done. */
  tick(): Promise<void>;
  stop(): void;
}

const MINUTE = 60_000;

const eventOf = ({ arn }: RuleSpec) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: ACCOUNT,
  time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  region: REGION,
  resources: [arn],
  detail: {},
});

/** The schedules of the rules. With `running` they fire at the start of each minute that is theirs, otherwise only on `tick`. */
export const runClock = (rules: readonly RuleSpec[], queue: Queue, running: boolean): Clock => {
  const since = new Date();
  const scheduled = rules.flatMap((rule) => (rule.schedule ? [{ rule, isDue: parseSchedule(rule.schedule) }] : []));
  const fire = (rule: RuleSpec) =>
    rule.targets.map(({ fn, input, onFailure }) =>
      queue.add(
        {
          id: randomUUID(),
          fn,
          onFailure,
          event: input === undefined ? eventOf(rule) : (JSON.parse(input) as unknown),
        },
        false,
      ),
    );
  let next: NodeJS.Timeout | undefined;
  const sleep = () => {
    next = setTimeout(
      () => {
        const minute = new Date(Math.floor(Date.now() / MINUTE) * MINUTE);
        for (const { rule, isDue } of scheduled) if (isDue(minute, since)) void Promise.all(fire(rule));
        sleep();
      },
      MINUTE - (Date.now() % MINUTE),
    );
  };
  if (running && scheduled.length > 0) sleep();
  return {
    tick: async () => void (await Promise.all(scheduled.flatMap(({ rule }) => fire(rule)))),
    stop: () => clearTimeout(next),
  };
};
