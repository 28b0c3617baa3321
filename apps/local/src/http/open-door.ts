import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { HEADERS_MAX } from './serve-http';

export const SERVER_OPTIONS = { maxHeaderSize: HEADERS_MAX, keepAliveTimeout: 60_000 };

export interface Door {
  url: string;
  /** From now on requests are answered by `listener`; before, with 503. */
  open(listener: RequestListener): void;
  /** From now on every new connection is given away, unread. */
  share(give: (socket: Socket) => void): void;
  /** Lets requests under way end, for a second at most. */
  close(): Promise<void>;
  /** Cuts every connection. */
  slam(): void;
}

const inUse = (port: number) =>
  new Error(`端口 ${port} 已被占用，请先关闭占用它的程序。\nPort ${port} is in use: stop the program that holds it.`);

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? inUse(port) : error));
    server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });

/** Takes the port first, so that everything else can be told the address. Without `port` it takes a free one. */
export const openDoor = async (port = 0): Promise<Door> => {
  let listener: RequestListener = (_, response) => void response.writeHead(503, { 'retry-after': '1' }).end();
  const server = createServer(SERVER_OPTIONS, (request, response) => listener(request, response));
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}`,
    open: (next) => {
      listener = next;
    },
    share: (give) => {
      // Set by its constructor only when asked, and `http` has no way to ask.
      (server as Server & { pauseOnConnect: boolean }).pauseOnConnect = true;
      server.removeAllListeners('connection').on('connection', give);
    },
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), 1_000);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
    slam: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
