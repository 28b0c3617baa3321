import { ACCOUNT, REGION, referTo } from './name-resource';
import type { Stack } from './read-assembly';

export type Parameters = Readonly<Record<string, string>>;
export type Resolve = (value: unknown, stack: Stack) => unknown;

type Intrinsic = (argument: unknown, stack: Stack, tools: Tools) => unknown;
interface Tools {
  resolve: Resolve;
  stacks: readonly Stack[];
  parameters: Parameters;
}

const PSEUDO: Readonly<Record<string, (stack: Stack) => string | undefined>> = {
  'AWS::Partition': () => 'aws',
  'AWS::Region': () => REGION,
  'AWS::AccountId': () => ACCOUNT,
  'AWS::URLSuffix': () => 'amazonaws.com',
  'AWS::StackName': (stack) => stack.name,
  'AWS::NoValue': () => undefined,
};

const parameterOf = (name: string, stack: Stack, parameters: Parameters): unknown => {
  const value = parameters[name] ?? stack.template.Parameters?.[name]?.Default;
  if (value === undefined) throw new Error(`the parameter ${name} of ${stack.id} has no value`);
  return value;
};

const ref = (name: string, stack: Stack, { parameters }: Tools): unknown => {
  const pseudo = PSEUDO[name];
  if (pseudo) return pseudo(stack);
  return stack.template.Parameters?.[name] ? parameterOf(name, stack, parameters) : referTo(stack, name);
};

const getAtt = (argument: unknown, stack: Stack): string => {
  const [id = '', ...path] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
  return referTo(stack, id, path.join('.'));
};

const sub: Intrinsic = (argument, stack, tools) => {
  const [text, own] = Array.isArray(argument)
    ? [String(argument[0]), (argument[1] ?? {}) as Record<string, unknown>]
    : [String(argument), {}];
  return text
    .replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
      if (name in own) return String(tools.resolve(own[name], stack));
      return String(name.includes('.') ? getAtt(name, stack) : ref(name, stack, tools));
    })
    .replaceAll('${!', '${');
};

const importValue: Intrinsic = (argument, stack, tools) => {
  const wanted = tools.resolve(argument, stack);
  for (const owner of tools.stacks) {
    const output = Object.values(owner.template.Outputs ?? {}).find(
      ({ Export }) => Export && tools.resolve(Export.Name, owner) === wanted,
    );
    if (output) return tools.resolve(output.Value, owner);
  }
  throw new Error(`no stack exports ${String(wanted)}, which ${stack.id} imports`);
};

const listOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new Error(`expected a list, found ${JSON.stringify(value)}`);
};

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, stack, tools) => ref(String(name), stack, tools),
  'Fn::GetAtt': getAtt,
  'Fn::Sub': sub,
  'Fn::ImportValue': importValue,
  'Fn::Join': (argument, stack, { resolve }) => {
    const [separator, parts] = listOf(argument);
    return listOf(resolve(parts, stack)).join(String(separator));
  },
  'Fn::Split': (argument, stack, { resolve }) => {
    const [separator, text] = listOf(argument);
    return String(resolve(text, stack)).split(String(separator));
  },
  'Fn::Select': (argument, stack, { resolve }) => {
    const [index, list] = listOf(argument);
    return listOf(resolve(list, stack))[Number(index)];
  },
};

const intrinsicOf = (value: object): [name: string, argument: unknown] | undefined => {
  const [[name, argument] = [''], ...others] = Object.entries(value) as [string, unknown][];
  return others.length === 0 && (name === 'Ref' || name.startsWith('Fn::')) ? [name, argument] : undefined;
};

/**
 * Turns a template's values into plain ones: references, joins and imports across the stacks. What no running part asks
 * for is never resolved. @throws naming an intrinsic, parameter, resource or export it cannot resolve
 */
export const createResolver = (stacks: readonly Stack[], parameters: Parameters): Resolve => {
  const resolve: Resolve = (value, stack) => {
    if (Array.isArray(value))
      return value.map((member) => resolve(member, stack)).filter((member) => member !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const found = intrinsicOf(value);
    if (!found) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolve(member, stack)]));
    const intrinsic = INTRINSICS[found[0]];
    if (!intrinsic) throw new Error(`the local cloud does not understand ${found[0]} (in ${stack.id})`);
    return intrinsic(found[1], stack, { resolve, stacks, parameters });
  };
  return resolve;
};
