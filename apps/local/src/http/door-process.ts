/** A process that answers requests beside the others: its parent (share-door.ts) hands it connections. */
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { runFunctions } from '../functions/run-functions';
import { traceError } from '../say-error';
import { answerDoor, type Brief } from './answer-door';
import { SERVER_OPTIONS } from './open-door';

const say = (line: string) => void process.send?.({ say: line });
const onError = (what: string, error: unknown) => say(`${what}: ${traceError(error)}`);

const isClock = (message: unknown): message is { ahead: number } =>
  typeof message === 'object' && message !== null && 'ahead' in message;

const run = (brief: Brief): void => {
  const { functions, load, reload, setAhead } = runFunctions(brief.functions, { ...brief, say });
  for (const { name, error } of load()) onError(name, error);
  const server = createServer(SERVER_OPTIONS, answerDoor(brief, functions, onError));
  process.on('message', (message, socket) => {
    if (message === 'reload') reload();
    else if (isClock(message)) setAhead(message.ahead);
    else if (socket) server.emit('connection', (socket as Socket).resume());
  });
  process.send?.('ready');
};

process.on('unhandledRejection', (error) => onError('unhandled', error));
// Ctrl-C reaches the whole group: the parent says when it is over, by leaving.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit(0));
process.once('message', (brief) => run(brief as Brief));
