import type { Control } from './control';
import type { Fault } from './world';

type Body = Readonly<Record<string, unknown>>;
type Serve = (control: Control, key: string, body: Body) => unknown;

const WORDS: readonly unknown[] = ['timeout', 'garbage', 'down', 'lost'];
const isFault = (fault: unknown): fault is Fault => typeof fault === 'number' || WORDS.includes(fault);

const addFault = (control: Control, { path, fault, times = 1 }: Body) => {
  if (typeof path !== 'string' || !isFault(fault)) throw new Error('A fault is { path, fault, times? }');
  control.failNext(path, fault, Number(times));
  return {};
};

const answerPopup = async (control: Control, key: string, body: Body) => {
  const answers = Object.entries(body).map(([id, answer]) => [id, answer === 'accept' ? 'accept' : 'reject'] as const);
  await control.answerPopup(key, Object.fromEntries(answers));
  return Object.fromEntries(answers.map(([id]) => [id, control.balance(key, id)]));
};

const ROUTES: readonly (readonly [method: string, path: RegExp, serve: Serve])[] = [
  ['GET', /^\/dev\/people$/, (control) => control.people()],
  ['POST', /^\/dev\/people\/([^/]+)\/login-code$/, (control, key) => ({ code: control.loginCode(key) })],
  ['POST', /^\/dev\/people\/([^/]+)\/phone-code$/, (control, key) => ({ code: control.phoneCode(key) })],
  ['POST', /^\/dev\/people\/([^/]+)\/popup$/, answerPopup],
  ['GET', /^\/dev\/sent$/, (control) => control.sent()],
  ['POST', /^\/dev\/faults$/, (control, _, body) => addFault(control, body)],
];

/** The stand-in's own pages under /dev, which WeChat has not: undefined when the path is not one of them. */
export const serveDev = async (
  control: Control,
  method: string,
  path: string,
  body: Body,
): Promise<{ status: number; body: unknown }> => {
  for (const [needed, pattern, serve] of ROUTES) {
    const match = method === needed && pattern.exec(path);
    if (!match) continue;
    try {
      return { status: 200, body: await serve(control, decodeURIComponent(match[1] ?? ''), body) };
    } catch (error) {
      return { status: 404, body: { error: error instanceof Error ? error.message : 'unknown' } };
    }
  }
  return { status: 404, body: { error: 'no such page' } };
};
