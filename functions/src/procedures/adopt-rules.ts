import { refuse } from '@gongzhi/shared/kernel/refusals';
import { gatesOf, numberKey, procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import { mayAdopt } from '@gongzhi/shared/kernel/ways/terms';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import type { Handle } from './repo';

type Own = Parameters<Handle<'adoptRules'>>[0]['own'][number];
const whyNot = ({ procedureId, gateId, number }: Own) => {
  const procedure = procedureOf(procedureId);
  const gate = procedure && gatesOf(procedure).find((one) => one.gateId === gateId);
  return gate ? mayAdopt(gate, number) : refuse('NOT_FOUND');
};

/** The community's numbers from now on; what is under way keeps the numbers it began with. */
export const adoptRules: Handle<'adoptRules'> = async ({ communityId, own, source }, ctx) => {
  const { repo, now } = ctx;
  const no = own.map(whyNot).find((one) => one !== undefined) ?? (await checkWords(ctx, source));
  if (no) return no;
  const before = await repo.rules.read(communityId);
  const changed = Object.fromEntries(own.map((one) => [numberKey(one.procedureId, one.gateId), one.number]));
  const [version, at] = [(before?.version ?? 0) + 1, now.toISOString()];
  const writes = repo.rules.adoptWrites(communityId, { version, own: { ...before?.own, ...changed }, source, at });
  const event = { type: 'procedures.rules-adopted', subject: communityId, data: { version, ...changed } };
  const done = await commit(ctx, writes, event, { version, at });
  return isLost(done) ? refuse('STALE') : done;
};
