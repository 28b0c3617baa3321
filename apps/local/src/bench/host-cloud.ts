import { startCloud } from '../start';
import type { CloudOptions } from '../model';

/** The cloud in a process of its own, as `npm start` runs it: what measures it must not share its processor time. */
const run = async (options: CloudOptions): Promise<void> => {
  const cloud = await startCloud({ ...options, say: (line) => process.send?.({ line }) });
  const asked: Record<string, (what: number) => Promise<unknown>> = {
    idle: () => cloud.idle(),
    ahead: async (ms) => cloud.setAhead(ms),
    cpu: async () => Object.values(process.cpuUsage()).reduce((sum, us) => sum + us, 0),
  };
  process.on('message', (message) => {
    const [name = '', what] = String(message).split(' ');
    void asked[name]?.(Number(what)).then((answer) => process.send?.({ answer: answer ?? null }));
  });
  process.once('disconnect', () => void cloud.stop().then(() => process.exit(0)));
  const tables = cloud.deployment.tables;
  process.send?.({ ready: { url: cloud.url, openingKey: cloud.openingKey, endpoint: cloud.engine.endpoint, tables } });
};

// ten thousand people are more than an argument can hold
process.once('message', (options: CloudOptions) => {
  run(options).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
