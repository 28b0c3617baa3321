import type { CorsSpec } from '../template/model';

export interface Cors {
  /** Headers of the answer to a preflight. */
  preflight(origin: string | undefined): Record<string, string>;
  /** Headers added to every other answer. */
  reply(origin: string | undefined): Record<string, string>;
}

const NONE = Object.freeze({});

const shared = (spec: CorsSpec, origin: string): Record<string, string> => ({
  'access-control-allow-origin': spec.origins.includes('*') && !spec.credentials ? '*' : origin,
  vary: 'origin',
  ...(spec.credentials && { 'access-control-allow-credentials': 'true' }),
  ...(spec.exposed.length > 0 && { 'access-control-expose-headers': spec.exposed.join(',') }),
});

/** CORS as the API's configuration says: an origin that is not on its list is told nothing. */
export const createCors = (spec: CorsSpec | undefined): Cors => {
  if (!spec) return { preflight: () => NONE, reply: () => NONE };
  const allowed = (origin: string | undefined): origin is string =>
    origin !== undefined && (spec.origins.includes('*') || spec.origins.includes(origin));
  return {
    reply: (origin) => (allowed(origin) ? shared(spec, origin) : NONE),
    preflight: (origin) =>
      allowed(origin)
        ? {
            ...shared(spec, origin),
            'access-control-allow-methods': spec.methods.join(','),
            'access-control-allow-headers': spec.headers.join(','),
            ...(spec.maxAgeSeconds !== undefined && { 'access-control-max-age': String(spec.maxAgeSeconds) }),
          }
        : NONE,
  };
};
