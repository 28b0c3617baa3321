import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Certificate, CertificateNumber, Proof, Sheet } from './certificate-model';

const here = { communityId: CommunityId };
const cursor = z.optional(Cursor);
const ofCertificate = { ...here, number: CertificateNumber };
const CERTIFICATE = '/hours/{communityId}/certificates/{number}';

/** Certificates as their volunteers hold them, hung out, verified by anybody, revoked. */
export const proofs = defineContract({
  listMyCertificates: {
    summary: 'The caller’s certificates, the newest first',
    method: 'GET',
    path: '/hours/{communityId}/mine/certificates',
    access: 'person',
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Certificate),
    refusals: [],
  },
  printMyCertificate: {
    summary: 'One of the caller’s certificates as a PDF',
    method: 'GET',
    path: '/hours/{communityId}/mine/certificates/{number}/sheet',
    access: 'person',
    input: z.strictObject(ofCertificate),
    output: Sheet,
    refusals: ['NOT_FOUND', 'IN_PUBLICITY', 'CERTIFICATE_REVOKED'],
  },
  verifyCertificate: {
    summary: 'Whether a certificate is true, with the grade of its evidence, for whoever holds its number',
    method: 'GET',
    path: CERTIFICATE,
    access: 'public',
    input: z.strictObject(ofCertificate),
    output: Proof,
    refusals: ['NOT_FOUND'],
  },
  listPublicity: {
    summary: 'Certificates that hang out now, with names made unreadable, the first to end first',
    method: 'GET',
    path: '/hours/{communityId}/publicity',
    access: 'public',
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Proof),
    refusals: [],
  },
  revokeCertificate: {
    summary: 'Revoke a certificate, with a reason that whoever verifies it reads',
    method: 'POST',
    path: `${CERTIFICATE}/revocations`,
    access: ['worker'],
    input: z.strictObject({ ...ofCertificate, reason: line(60, '撤销理由') }),
    output: z.strictObject({ number: CertificateNumber, at: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED', 'TEXT_RISKY'],
  },
});
