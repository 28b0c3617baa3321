import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LOCAL_ACCESS } from '../engine';
import { createTables } from '../tables';
import { sampleOf, type Sample } from './drive-load';
import { ROOT, type Host } from './start-host';

/** Conditional puts straight into the engine, from a process of its own. */
export interface Puts {
  run(count: number, inFlight: number): Promise<Sample>;
  end(): void;
}

/** A table like the votes', followed by nobody, and a process that puts ballots into it. */
export const startPuts = async ({ endpoint, tables }: Host): Promise<Puts> => {
  const votes = tables.find(({ name }) => /votes/.test(name));
  if (!votes) throw new Error('the deployment has no votes table');
  const db = new DynamoDBClient({ ...LOCAL_ACCESS, endpoint });
  await createTables(db, [{ ...votes, name: 'bench-puts' }]);
  db.destroy();
  const script = [`${ROOT}/functions/measure-puts.mjs`, JSON.stringify({ endpoint, table: 'bench-puts' })];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', 'tsx', ...script], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  await once(child, 'message');
  return {
    run: async (count, inFlight) => {
      const answer = once(child, 'message');
      child.send({ count, inFlight });
      const [{ latencies, seconds, cpuUs }] = (await answer) as [
        { latencies: number[]; seconds: number; cpuUs: number },
      ];
      return { ...sampleOf(latencies, seconds, 0), cpuUs: cpuUs / count };
    },
    end: () => child.disconnect(),
  };
};
