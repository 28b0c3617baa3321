import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './start-host';

/** Runs a script of the repository in a process of its own; it reads `wanted` from its input and prints one line of JSON. */
export const runScript = async <T>(path: string, wanted: unknown): Promise<T> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', 'tsx', path], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  child.stdin.end(JSON.stringify(wanted));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${path} ended with ${code}`);
  return JSON.parse(text) as T;
};
