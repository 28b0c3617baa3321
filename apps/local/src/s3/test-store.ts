import { LOCAL_ACCESS } from '../engine';
import { openDoor } from '../http/open-door';
import type { BucketSpec } from '../template/model';
import { serveS3 } from './serve-s3';

export const BUCKET: BucketSpec = {
  name: 'files',
  cors: {
    ...{ origins: ['https://gongzhi.example.cn'], methods: ['GET', 'POST'], headers: ['content-type'], exposed: [] },
    ...{ credentials: false, maxAgeSeconds: 3_600 },
  },
  expiries: [{ prefix: 'uploads/', days: 1 }],
};

/** The stand-in of S3 with one bucket, its clock as it is told. For tests. */
export const startStore = async (now: () => Date, dir?: string) => {
  const door = await openDoor();
  const { listener, meet } = serveS3({ buckets: [BUCKET], dir, now });
  door.open(listener);
  const { credentials, region } = LOCAL_ACCESS;
  /** Sends a form as a browser does, fields first. */
  const send = async (url: string, fields: Record<string, string>, bytes: Uint8Array) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]));
    const answer = await fetch(url, { method: 'POST', body: form });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    ...{ base: `${door.url}/files`, bucket: 'files', signer: () => ({ ...credentials, region }) },
    ...{ meet, send, stop: () => door.close() },
  };
};
export type TestStore = Awaited<ReturnType<typeof startStore>>;
