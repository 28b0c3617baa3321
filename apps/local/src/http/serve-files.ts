import { readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The file a path names inside `dir`, or nothing when it points outside. */
const fileFor = (dir: string, path: string): string | undefined => {
  try {
    const file = normalize(join(dir, decodeURIComponent(path)));
    if (!file.startsWith(normalize(dir) + sep)) return undefined;
    return path.endsWith('/') ? join(file, 'index.html') : file;
  } catch {
    return undefined;
  }
};

export type ServeFile = (path: string, response: ServerResponse, head: boolean) => Promise<boolean>;

/** Files of a folder; resolves to false when there is none of that name. Nothing is cached: a rebuild shows at once. */
export const serveFiles =
  (dir: string): ServeFile =>
  async (path, response, head) => {
    const file = fileFor(dir, path);
    const size =
      file &&
      (await stat(file).then(
        (it) => (it.isFile() ? it.size : undefined),
        () => undefined,
      ));
    if (file === undefined || size === undefined) return false;
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': size,
      'cache-control': 'no-cache',
    });
    response.end(head ? undefined : await readFile(file));
    return true;
  };
