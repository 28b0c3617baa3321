import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Agreement, AgreementPlan, Unit, UnitProfile, UnitThanks } from './model';

const inCommunity = { communityId: CommunityId };
const ofUnit = { ...inCommunity, unitId: Id };
const cursor = z.optional(Cursor);
const reason = line(60, '原因');
const UnitReceipt = z.strictObject({ unitId: Id, at: Instant });
const AgreementReceipt = z.strictObject({ agreementId: Id, at: Instant });
const ThanksReceipt = z.strictObject({ thanksId: Id, at: Instant });

export const units = defineContract({
  listUnits: {
    summary: 'Units of the community, those added last first; anybody may look',
    method: 'GET', path: '/units/{communityId}/units', access: 'public',
    input: z.strictObject({ ...inCommunity, cursor }),
    output: pageOf(Unit), refusals: [],
  },
  addUnit: {
    summary: 'Put a unit on the list. Units: two for each KB of the text',
    method: 'POST', path: '/units/{communityId}/units', access: ['worker'],
    input: z.strictObject({ ...inCommunity, ...UnitProfile.shape }),
    output: UnitReceipt, refusals: ['TEXT_RISKY'],
  },
  readUnit: {
    summary: 'A unit; anybody may look',
    method: 'GET', path: '/units/{communityId}/units/{unitId}', access: 'public',
    input: z.strictObject(ofUnit),
    output: Unit, refusals: ['NOT_FOUND'],
  },
  changeUnit: {
    summary: 'A worker, or whoever speaks for the unit, writes anew what is said of it',
    method: 'PUT', path: '/units/{communityId}/units/{unitId}', access: ['worker', 'unitContact'],
    input: z.strictObject({ ...ofUnit, ...UnitProfile.shape }),
    output: UnitReceipt, refusals: ['NOT_FOUND', 'UNIT_CLOSED', 'NOT_UNIT_CONTACT', 'TEXT_RISKY', 'WORDS_UNSURE'],
  },
  closeUnit: {
    summary: 'The unit takes part no more, with the reason everybody reads: nobody speaks for it, what it did stays',
    method: 'POST', path: '/units/{communityId}/units/{unitId}/closing', access: ['worker'],
    input: z.strictObject({ ...ofUnit, reason }),
    output: UnitReceipt, refusals: ['NOT_FOUND', 'UNIT_CLOSED', 'TEXT_RISKY'],
  },
  readMine: {
    summary: 'The unit the caller speaks for',
    method: 'GET', path: '/units/{communityId}/mine', access: ['unitContact'],
    input: z.strictObject(inCommunity),
    output: Unit, refusals: ['NO_UNIT_YET'],
  },
  listContacts: {
    summary: 'Who speaks for a unit in the app, for whoever keeps the list',
    method: 'GET', path: '/units/{communityId}/units/{unitId}/contacts', access: ['worker'],
    input: z.strictObject(ofUnit),
    output: z.strictObject({ contacts: z.array(z.strictObject({ personId: Id, name: z.string() })) }),
    refusals: ['NOT_FOUND'],
  },
  listAgreements: {
    summary: 'Agreements of a unit, those recorded last first; anybody may look',
    method: 'GET', path: '/units/{communityId}/units/{unitId}/agreements', access: 'public',
    input: z.strictObject({ ...ofUnit, cursor }),
    output: pageOf(Agreement), refusals: [],
  },
  addAgreement: {
    summary: 'Record an agreement that was signed on paper',
    method: 'POST', path: '/units/{communityId}/units/{unitId}/agreements', access: ['worker'],
    input: z.strictObject({ ...ofUnit, plan: AgreementPlan }),
    output: AgreementReceipt, refusals: ['NOT_FOUND', 'UNIT_CLOSED', 'TEXT_RISKY'],
  },
  withdrawAgreement: {
    summary: 'An agreement ends before its last day, with the reason everybody reads',
    method: 'POST', path: '/units/{communityId}/units/{unitId}/agreements/{agreementId}/withdrawal', access: ['worker'],
    input: z.strictObject({ ...ofUnit, agreementId: Id, reason }),
    output: AgreementReceipt, refusals: ['NOT_FOUND', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
  listThanks: {
    summary: 'What the community thanked a unit for, the newest first; anybody may look',
    method: 'GET', path: '/units/{communityId}/units/{unitId}/thanks', access: 'public',
    input: z.strictObject({ ...ofUnit, cursor }),
    output: pageOf(UnitThanks), refusals: [],
  },
  thankUnit: {
    summary: 'Publish thanks to a unit',
    method: 'POST', path: '/units/{communityId}/units/{unitId}/thanks', access: ['worker'],
    input: z.strictObject({ ...ofUnit, words: text(200, '感谢的话') }),
    output: ThanksReceipt, refusals: ['NOT_FOUND', 'UNIT_CLOSED', 'TEXT_RISKY'],
  },
  removeThanks: {
    summary: 'Take published thanks off the page: the words go, that they were there and why they went stays',
    method: 'POST', path: '/units/{communityId}/units/{unitId}/thanks/{thanksId}/removal', access: ['worker'],
    input: z.strictObject({ ...ofUnit, thanksId: Id, reason }),
    output: ThanksReceipt, refusals: ['NOT_FOUND', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
});
