import { signForm, signHeaders, signUrl, type Signer } from './sign-v4';

/** How a file is sent to its place: a form whose fields come before the file. */
export interface Ticket {
  url: string;
  fields: Record<string, string>;
}
export interface Ticketing {
  /** Most bytes the store takes. */
  bytes: number;
  now: Date;
  until: Date;
}
export interface Addressing {
  now: Date;
  seconds: number;
  /** The name it is kept under on a device; without one it is shown. */
  saveAs?: string;
}
/** Raised when the store does not do what it is asked: nothing is known of what was sent. The error holds no key. */
export class StoreBroken extends Error {}

export interface StoreOptions {
  /** The bucket’s address, without a slash at its end. */
  base: string;
  bucket: string;
  signer: () => Signer;
  fetch?: typeof fetch;
  now?: () => Date;
}
export type FileStore = ReturnType<typeof createFileStore>;

const ATTEMPTS = 3;
/** Below a function's ten seconds with all attempts. */
const TIMEOUT_MS = 2_500;
const EMPTY = new Uint8Array();

/**
 * The files of the deployment, in one bucket. S3 is asked over HTTP with our own signatures: the SDK's client would add 300 kB
 * to a bundle that may have 400, for four requests.
 */
export const createFileStore = ({ base, bucket, signer, now = () => new Date(), ...options }: StoreOptions) => {
  const send = options.fetch ?? fetch;
  const urlTo = (key: string) => new URL(`${base}/${key}`);
  const once = async (method: 'GET' | 'PUT' | 'DELETE', key: string, given?: { body: Uint8Array; type: string }) => {
    const url = urlTo(key);
    const body = given?.body ?? EMPTY;
    const headers = signHeaders(
      signer(),
      { method, url, now: now() },
      { headers: given ? { 'content-type': given.type } : {}, body },
    );
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const sent = given ? { body: body as Uint8Array<ArrayBuffer> } : {};
    const answer = await send(url, { method, headers, signal, ...sent });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  /** Asks up to three times; all requests of this store may be repeated. */
  const ask = async (...asked: Parameters<typeof once>) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await once(...asked).catch(() => ({ status: 0, bytes: Buffer.alloc(0) }));
      if ((answer.status > 0 && answer.status < 500) || attempt === ATTEMPTS) return answer;
    }
  };
  return {
    ticket: (key: string, { bytes, now: at, until }: Ticketing): Ticket => ({
      url: `${base}/`,
      fields: signForm(signer(), {
        ...{ fields: { key }, now: at, until },
        conditions: [{ bucket }, ['content-length-range', 1, bytes]],
      }),
    }),
    /** What lies there; S3 says 403 of what is not there to whoever may not list. @throws StoreBroken */
    read: async (key: string): Promise<Buffer | undefined> => {
      const { status, bytes } = await ask('GET', key);
      if (status === 200) return bytes;
      if (status === 403 || status === 404) return undefined;
      throw new StoreBroken(`read: ${status}`);
    },
    /** @throws StoreBroken */
    write: async (key: string, body: Uint8Array, type: string): Promise<void> => {
      const { status } = await ask('PUT', key, { body, type });
      if (status !== 200) throw new StoreBroken(`write: ${status}`);
    },
    /** @throws StoreBroken */
    drop: async (key: string): Promise<void> => {
      const { status } = await ask('DELETE', key);
      if (status !== 204) throw new StoreBroken(`drop: ${status}`);
    },
    /** An address that hands it to whoever has it, for a while. */
    urlOf: (key: string, { now: at, seconds, saveAs }: Addressing): string => {
      const url = urlTo(key);
      const said = saveAs && `attachment; filename*=UTF-8''${encodeURIComponent(saveAs)}`;
      if (said) url.searchParams.set('response-content-disposition', said);
      return signUrl(signer(), { method: 'GET', url, now: at }, seconds);
    },
  };
};

/** The signer Lambda gives a function, read each time. */
const signerIn = (env: NodeJS.ProcessEnv) => (): Signer => ({
  accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
  secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
  sessionToken: env['AWS_SESSION_TOKEN'],
  region: env['AWS_REGION'] ?? '',
});

/** The store as the deployment says; `AWS_ENDPOINT_URL_S3` leads it elsewhere, as it would lead the SDK. */
export const openFileStore = (
  { FILES_BUCKET: bucket, FILES_DOMAIN: domain }: Record<'FILES_BUCKET' | 'FILES_DOMAIN', string>,
  env: NodeJS.ProcessEnv = process.env,
): FileStore => {
  const endpoint = env['AWS_ENDPOINT_URL_S3'];
  return createFileStore({
    base: endpoint ? `${endpoint}/${bucket}` : `https://${domain}`,
    ...{ bucket, signer: signerIn(env) },
  });
};
