import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import type { Sent } from './platform/port';

type Fields = Record<string, unknown>;

const asQuery = (fields: Fields): string => {
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
};

/** The request a route's fields make: those named in the path go there, the rest into the query of a GET or the body of a command. */
export const requestOf = (route: Route, input: Fields): Pick<Sent, 'url' | 'method'> & { body?: string } => {
  const rest = { ...input };
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (!isCommand(route)) return { method: route.method, url: path + asQuery(rest) };
  const empty = route.method === 'DELETE' && Object.keys(rest).length === 0;
  return { method: route.method, url: path, ...(empty ? {} : { body: JSON.stringify(rest) }) };
};
