import { S3Error, signatureOf } from './check-signature';
import type { Form } from './read-form';

interface Policy {
  expiration: string;
  conditions: (Record<string, string> | [string, string | number, string | number])[];
}
const denied = (message: string) => new S3Error(403, 'AccessDenied', `Invalid according to Policy: ${message}`);

/** Fields no condition has to name. */
const FREE = new Set(['policy', 'x-amz-signature', 'file']);

type Rule = { names: string; holds: (value: string, size: number) => boolean; says: string };
const rulesOf = ({ conditions }: Policy): Rule[] =>
  conditions.flatMap((condition): Rule[] => {
    if (!Array.isArray(condition))
      return Object.entries(condition).map(([name, value]) => ({
        ...{ names: name.toLowerCase(), says: JSON.stringify(condition) },
        holds: (given) => given === value,
      }));
    const [kind, first, second] = condition;
    const says = JSON.stringify(condition);
    if (kind === 'content-length-range')
      return [{ names: '', says, holds: (_, size) => size >= Number(first) && size <= Number(second) }];
    const names = String(first).replace('$', '').toLowerCase();
    if (kind === 'eq') return [{ names, says, holds: (given) => given === second }];
    if (kind === 'starts-with') return [{ names, says, holds: (given) => given.startsWith(String(second)) }];
    throw denied(says);
  });

const readPolicy = (text: string): Policy => {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Policy;
  } catch {
    throw new S3Error(400, 'InvalidPolicyDocument');
  }
};
const isTooLarge = (rules: Rule[], size: number) => rules.find(({ names, holds }) => names === '' && !holds('', size));

/** A field no condition of the policy names. */
const extraIn = (fields: Form['fields'], rules: readonly Rule[]): string | undefined => {
  const named = new Set(rules.map(({ names }) => names));
  return [...fields.keys()].find((name) => !FREE.has(name) && !named.has(name) && !name.startsWith('x-ignore-'));
};
const checkSigned = (given: ReadonlyMap<string, string>, text: string): void => {
  if (!text) throw new S3Error(403, 'AccessDenied');
  if (signatureOf(given.get('x-amz-credential') ?? '', text) !== given.get('x-amz-signature'))
    throw new S3Error(403, 'SignatureDoesNotMatch');
};

/** Whether a form may be taken: signed by us, in time, each condition met, and no field that no condition names. @throws S3Error */
export const checkPolicy = ({ fields, file }: Form, bucket: string, now: Date): void => {
  const given = new Map([...fields, ['bucket', bucket]]);
  const text = given.get('policy') ?? '';
  checkSigned(given, text);
  const policy = readPolicy(text);
  if (!(now.getTime() < Date.parse(policy.expiration))) throw denied('Policy expired.');
  const rules = rulesOf(policy);
  const broken = rules.find(({ names, holds }) => names !== '' && !holds(given.get(names) ?? '', 0));
  if (broken) throw denied(`Policy Condition failed: ${broken.says}`);
  const extra = extraIn(fields, rules);
  if (extra) throw denied(`Extra input fields: ${extra}`);
  if (!file) throw new S3Error(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
  const { length } = file.bytes;
  if (isTooLarge(rules, length)) throw new S3Error(400, length === 0 ? 'EntityTooSmall' : 'EntityTooLarge');
};
