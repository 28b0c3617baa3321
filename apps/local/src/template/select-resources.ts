import { nameResource } from './name-resource';
import type { Resource, Stack } from './read-assembly';
import type { Resolve } from './resolve-value';

/** A resource whose properties are resolved one by one, when they are asked for. */
export interface Found {
  id: string;
  name: string;
  stack: Stack;
  resource: Resource;
  /** A property, resolved; `Code.S3Key` looks inside. @throws naming the resource and the property */
  get<T>(path: string): T | undefined;
  /** As `get`, for a property that must be there. */
  need<T>(path: string): T;
}

const digInto = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      value,
    );

const found = (stack: Stack, id: string, resource: Resource, resolve: Resolve): Found => {
  const get = <T>(path: string): T | undefined => {
    try {
      return resolve(digInto(resource.Properties, path), stack) as T | undefined;
    } catch (error) {
      throw new Error(`${stack.id}/${id} (${resource.Type}) ${path}: ${(error as Error).message}.`, { cause: error });
    }
  };
  const need = <T>(path: string): T => {
    const value = get<T>(path);
    if (value === undefined) throw new Error(`${stack.id}/${id} (${resource.Type}) has no ${path}.`);
    return value;
  };
  return { id, stack, resource, name: nameResource(stack, id), get, need };
};

/** Every resource of one type, in the order of the templates. */
export const createSelector =
  (stacks: readonly Stack[], resolve: Resolve) =>
  (type: string): Found[] =>
    stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources ?? {})
        .filter(([, resource]) => resource.Type === type)
        .map(([id, resource]) => found(stack, id, resource, resolve)),
    );
export type Select = ReturnType<typeof createSelector>;
