import { randomBytes } from 'node:crypto';
import { publicUntil } from '@gongzhi/shared/hours/certificate-rules';
import { inHours } from '@gongzhi/shared/hours/rules';
import { base32 } from '@gongzhi/shared/kernel/ids';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { yearInChina } from '@gongzhi/shared/kernel/time';
import { commit } from '../kernel/commit';
import { checkWords } from './check-words';
import { gatherProof } from './gather-proof';
import type { Handle } from './repo';

const newNumber = (now: Date): string => `${yearInChina(now)}-${base32(randomBytes(10))}`;
const hasMinutes = ({ recorded, honorary, imported }: { recorded: number; honorary: number; imported: number }) =>
  recorded + honorary + imported > 0;

/** Those without a minute that can be proved are left out and counted. */
export const issueCertificates: Handle<'issueCertificates'> = async ({ communityId, volunteers, ...said }, ctx) => {
  const { repo, now, caller } = ctx;
  const ids = [...new Set(volunteers.map(({ volunteerId }) => volunteerId))];
  if (ids.includes(caller.personId)) return refuse('OWN_HOURS');
  const names = await ctx.names.of(communityId, ids);
  if (names.size < ids.length) return refuse('NO_SUCH_VOLUNTEER');
  const risky = await checkWords(ctx, [said.issuer, said.note ?? ''].join('\n').trim());
  if (risky) return risky;
  const rule = await repo.settings.read(communityId);
  const proofs = await Promise.all(ids.map((volunteerId) => gatherProof(ctx, { communityId, volunteerId }, said)));
  const proven = ids.flatMap((volunteerId, i) => {
    const proof = proofs[i];
    return proof && hasMinutes(proof) ? [{ volunteerId, proof }] : [];
  });
  if (proven.length === 0) return refuse('NOTHING_TO_CERTIFY');
  const batchId = ctx.id();
  const at = now.toISOString();
  const until = publicUntil(now, rule.publicityDays);
  const times = { issuedAt: at, publicUntil: until };
  const certificates = proven.map(({ volunteerId, proof }) => {
    const { volunteerNumber } = volunteers.find((one) => one.volunteerId === volunteerId) ?? {};
    const who = { volunteerId, name: names.get(volunteerId) ?? '', ...(volunteerNumber ? { volunteerNumber } : {}) };
    return {
      number: newNumber(now),
      ...who,
      ...proof,
      ...said,
      ...times,
      batchId,
      hours: inHours(proof.recorded, rule.stepMinutes),
    };
  });
  const numbers = certificates.map(({ number }) => number);
  const volunteerIds = proven.map(({ volunteerId }) => volunteerId).join(',');
  const { fromDay, toDay } = said;
  const writes = [
    repo.certificates.batchWrite(communityId, batchId, { ...times, fromDay, toDay, numbers }),
    ...certificates.map(({ number, ...certificate }) => repo.certificates.issueWrite(communityId, number, certificate)),
  ];
  const answer = { batchId, issued: numbers.length, skipped: ids.length - numbers.length, publicUntil: until, at };
  const event = {
    type: 'hours.certificates-issued',
    subject: batchId,
    data: { issued: numbers.length, publicUntil: until, volunteerIds },
  };
  return (await commit(ctx, writes, event, answer)) as typeof answer;
};
