import type { Read, Reply } from './answers';
import { EVERYWHERE } from './errcodes';
import { WechatUnavailable } from './failures';

export interface Request {
  query?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; without one the call is a GET. */
  body?: unknown;
}
export interface Line {
  baseUrl: string;
  fetch: typeof fetch;
  /** Longest wait for one answer, body included, in milliseconds. */
  timeoutMs: number;
  pause: (ms: number) => Promise<void>;
}

const BUSY_PAUSE_MS = 300;

/** Errors of a connection that was never made: whatever was to be asked did not leave. */
const UNSENT = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  'UND_ERR_CONNECT_TIMEOUT',
]);
const codeOf = (error: unknown): string => {
  const { cause } = (error ?? {}) as { cause?: { code?: unknown; errors?: { code?: unknown }[] } };
  return String(cause?.code ?? cause?.errors?.[0]?.code ?? '');
};
const reasonOf = (error: unknown): 'timeout' | 'unsent' | 'network' => {
  if ((error as Error | undefined)?.name === 'TimeoutError') return 'timeout';
  return UNSENT.has(codeOf(error)) ? 'unsent' : 'network';
};

const unreachable = (path: string, error: unknown): WechatUnavailable =>
  new WechatUnavailable({ path, reason: reasonOf(error) });

const bytesOf = async (line: Line, path: string, { query, body }: Request): Promise<Uint8Array> => {
  const url = new URL(path, line.baseUrl);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await line.fetch(url, {
      ...(body !== undefined && post),
      signal: AbortSignal.timeout(line.timeoutMs),
    });
    if (response.status !== 200) throw new WechatUnavailable({ path, reason: 'status', status: response.status });
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    // the cause is left out: it may hold the URL, and the URL holds the secret
    throw error instanceof WechatUnavailable ? error : unreachable(path, error);
  }
};

/** One call. A busy answer (-1) is asked once more after a random moment, so that a crowd does not come back together. */
export const sendRequest = async <T>(line: Line, path: string, request: Request, read: Read<T>): Promise<Reply<T>> => {
  const first = read(await bytesOf(line, path, request), path);
  if (first.ok || EVERYWHERE[first.errcode] !== 'retry') return first;
  await line.pause(BUSY_PAUSE_MS * (0.3 + 0.7 * Math.random()));
  return read(await bytesOf(line, path, request), path);
};
