/** Where a request leads. */
export interface Match<T> {
  routeKey: string;
  target: T;
  /** Path parameters, encoded as the path was. */
  parameters: Record<string, string> | undefined;
}
interface Place<T> {
  literals: Map<string, Place<T>>;
  /** What stands under a `{parameter}` here; its name belongs to the route. */
  parameter?: Place<T>;
  ends: Map<string, End<T>>;
  /** `{proxy+}`: everything further. */
  greedy: Map<string, End<T>>;
}
interface End<T> {
  routeKey: string;
  target: T;
  /** Position of each parameter's segment → its name. */
  names: readonly (readonly [number, string])[];
}

const place = <T>(): Place<T> => ({ literals: new Map(), ends: new Map(), greedy: new Map() });

const next = <T>(at: Place<T>, segment: string): Place<T> => {
  if (segment.startsWith('{')) return (at.parameter ??= place());
  const known = at.literals.get(segment) ?? place<T>();
  at.literals.set(segment, known);
  return known;
};

const add = <T>(root: Place<T>, routeKey: string, target: T): void => {
  const [method = '', path = ''] = routeKey.split(' ');
  const segments = path.split('/').slice(1);
  const names = segments.flatMap((segment, i) =>
    segment.startsWith('{') ? [[i, segment.slice(1, -1).replace('+', '')] as const] : [],
  );
  const isGreedy = path.endsWith('+}');
  const at = (isGreedy ? segments.slice(0, -1) : segments).reduce(next, root);
  (isGreedy ? at.greedy : at.ends).set(method, { routeKey, target, names });
};

const endFor = <T>(ends: Map<string, End<T>>, method: string) => ends.get(method) ?? ends.get('ANY');

const walk = <T>(at: Place<T>, segments: readonly string[], depth: number, method: string): End<T> | undefined => {
  const segment = segments[depth];
  if (segment === undefined) return endFor(at.ends, method);
  const literal = at.literals.get(segment);
  const exact = literal && walk(literal, segments, depth + 1, method);
  if (exact) return exact;
  const variable = at.parameter && segment !== '' ? walk(at.parameter, segments, depth + 1, method) : undefined;
  return variable ?? endFor(at.greedy, method);
};

const parametersOf = <T>(
  { names, routeKey }: End<T>,
  segments: readonly string[],
): Record<string, string> | undefined => {
  if (names.length === 0) return undefined;
  const value = (position: number) =>
    routeKey.endsWith('+}') && position === names.at(-1)?.[0]
      ? segments.slice(position).join('/')
      : (segments[position] ?? '');
  return Object.fromEntries(names.map(([position, name]) => [name, value(position)]));
};

interface Keyed {
  /** `GET /councils/{communityId}/proposals`, `GET /councils/{proxy+}`, or `$default`. */
  routeKey: string;
}
/**
 * Routes as API Gateway chooses among them: the full path before a parameter before `{proxy+}` before `$default`
 * (AWS, HTTP API developer guide, “Routing API requests”). The gateway has a route a method and slice; a slice's function finds
 * the contract's route among its own by the same rules.
 */
export const createMatcher = <R extends Keyed, T>(routes: readonly R[], targetOf: (route: R) => T) => {
  const root = place<T>();
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  for (const route of routes) if (route !== fallback) add(root, route.routeKey, targetOf(route));
  const otherwise: Match<T> | undefined = fallback && {
    routeKey: '$default',
    target: targetOf(fallback),
    parameters: undefined,
  };
  return (method: string, path: string): Match<T> | undefined => {
    const segments = path.split('/').slice(1);
    const end = walk(root, segments, 0, method);
    return end ? { routeKey: end.routeKey, target: end.target, parameters: parametersOf(end, segments) } : otherwise;
  };
};
