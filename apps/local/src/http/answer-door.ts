import type { RequestListener } from 'node:http';
import type { Runnable } from '../events/run-queue';
import type { FunctionSpec, Deployment } from '../template/model';
import { serveFiles } from './serve-files';
import { serveHttp } from './serve-http';

/** What answering requests takes, in a form that can be sent to another process. */
export interface Brief extends Pick<Deployment, 'routes' | 'cors'> {
  functions: readonly FunctionSpec[];
  /** Endpoints of the engine and of the other services. */
  endpoint: string;
  aws: string;
  files: string;
  code: string | undefined;
  verbose: boolean;
  h5Dir: string | undefined;
  /** The WeChat stand-in. */
  dev: string;
}

/** The listener of the door, with functions that run in this process. */
export const answerDoor = (
  { routes, cors, h5Dir, dev }: Brief,
  functions: ReadonlyMap<string, Runnable>,
  onError: (what: string, error: unknown) => void,
): RequestListener =>
  serveHttp({
    routes,
    cors,
    functions: new Map([...functions].map(([name, { invoke }]) => [name, invoke])),
    files: h5Dir ? serveFiles(h5Dir) : async () => false,
    dev,
    onError,
  });
