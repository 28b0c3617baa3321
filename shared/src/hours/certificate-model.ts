import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Grade, sums } from './model';

/** A certificate's number: the year it was issued in and ten characters nobody can guess. */
export const CertificateNumber = z
  .string()
  .check(z.regex(/^\d{4}-[0-9A-HJKMNP-TV-Z]{10}$/, '请填写证明编号，例如 2026-AB2CD3EF4G'));

/** `public`: hangs out and may not be printed yet. */
export const CertificateState = z.enum(['public', 'valid', 'revoked']);
export type CertificateState = z.infer<typeof CertificateState>;

const proven = {
  number: CertificateNumber,
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  ...sums,
  /** Recorded minutes by their evidence, the strongest first; none of 0. */
  grades: z.array(z.strictObject({ grade: Grade, minutes: z.int() })),
  issuer: z.string(),
  issuedAt: Instant,
  publicUntil: Instant,
  revokedAt: z.optional(Instant),
  revokedReason: z.optional(z.string()),
};
/** What anybody who holds the number may read of a certificate: enough to see whether the paper is true. */
export const Proof = z.strictObject({ ...proven, state: CertificateState, maskedName: z.string(), hours: z.string() });
export type Proof = z.infer<typeof Proof>;

/** A certificate as its volunteer and the community see it (民政部令第67号: name, number, time in hours, content, issuer). */
export const Certificate = z.strictObject({
  ...proven,
  state: CertificateState,
  batchId: Id,
  volunteerId: Id,
  name: z.string(),
  /** The volunteer's number in the national system, where it was told. */
  volunteerNumber: z.optional(z.string()),
  /** Recorded time in hours, by the community's step when it was issued. */
  hours: z.string(),
  /** What was done, the longest first; `more` counts what has no line. */
  lines: z.array(z.strictObject({ title: z.string(), day: z.iso.date(), minutes: z.int() })),
  more: z.int(),
  responsible: z.string(),
  handler: z.string(),
  contact: z.string(),
  note: z.optional(z.string()),
});
export type Certificate = z.infer<typeof Certificate>;

/** Certificates issued together. */
export const Batch = z.strictObject({
  batchId: Id,
  issuedAt: Instant,
  publicUntil: Instant,
  count: z.int(),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
});
export type Batch = z.infer<typeof Batch>;

/** A document for printing. */
export const Sheet = z.strictObject({
  fileName: z.string(),
  mediaType: z.literal('application/pdf'),
  base64: z.string(),
});
