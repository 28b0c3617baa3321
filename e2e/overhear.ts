/** Values that say nothing about anybody: ids, division codes, days and instants, hashes, numbers of rooms. */
const HARMLESS = [
  /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/,
  /^\d{9}(\d{3})?$/,
  /^\d{4}-\d\d(-\d\d(T[\d:.]+Z)?)?$/,
  /^[0-9a-f]{64}$/,
  /^.?$/,
  /^[\d-]{1,8}$/,
];
/** Fields that carry only words of the contracts. */
const OF_CONTRACTS =
  /^(state|stage|phase|choice|column|outcome|order|roles?|refused|purpose|version|type|via|unit|ruleId|force|kind|by|path|message|stageId|gateId|procedureId|mediaType|outcomes|requestId|of|criterionId)$/;

const telling = (text: string): boolean => !HARMLESS.some((form) => form.test(text));

/** The telling texts of a JSON value; members of a list go under the list's name. */
const textsOf = (value: unknown, field = ''): string[] => {
  if (typeof value === 'string') return telling(value) && !OF_CONTRACTS.test(field) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsOf(member, Array.isArray(value) ? field : name));
};
const textsIn = (body: unknown): string[] => {
  try {
    return typeof body === 'string' ? textsOf(JSON.parse(body) as unknown) : [];
  } catch {
    return [];
  }
};

/**
 * Listens to everything this test sends and is answered, from now on. `words()`: every text of it that must not be found
 * in a log: names, phones, codes, tokens, cursors and whatever people wrote.
 */
export const overhear = () => {
  const heard = new Set<string>();
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    const bearer = new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '');
    for (const text of [...(bearer ? [bearer] : []), ...textsIn(init?.body), ...textsIn(await response.clone().text())])
      heard.add(text);
    return response;
  };
  return {
    words: (): string[] => [...heard],
    stop: () => {
      globalThis.fetch = real;
    },
  };
};
