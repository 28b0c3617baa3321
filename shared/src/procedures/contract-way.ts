import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { PROCEDURE_IDS } from '@gongzhi/shared/kernel/ways/definitions';
import { AffairKind } from '@gongzhi/shared/kernel/ways/shapes';
import { Way, WayRecord } from './model';

const inMatter = { communityId: CommunityId, proposalId: Id };
const GateId = z.string().check(z.regex(/^[a-z-]{3,20}$/));
const Heads = z.int().check(z.minimum(0), z.maximum(100_000));
/** A day in China, `2026-11-26`. */
const Day = z.iso.date();
const STEP = ['NOT_FOUND', 'NOT_YOUR_STEP', 'STEP_BLOCKED', 'ALREADY_DONE', 'TEXT_RISKY', 'STALE'] as const;
const LEADS = ['worker', 'chair'] as const;
/** Every role a gate of a shipped procedure names; which of them may act in one is said by the gate. */
const ACTS = ['worker', 'chair', 'branchSecretary'] as const;

/** The way of one matter. Part of the slice's contract. */
export const ways = defineContract({
  readWay: {
    summary: 'The way of a matter: its stages and gates, by what each was passed, what is next and why not yet',
    method: 'GET',
    path: '/procedures/{communityId}/matters/{proposalId}',
    access: 'public',
    input: z.strictObject(inMatter),
    output: Way,
    refusals: ['NOT_FOUND'],
  },
  chooseProcedure: {
    summary:
      'Say what kind of affair a matter is and by which procedure it goes; again, as long as no vote was opened, or when one decided nothing (too few took part, or a poll): then it goes its way anew. The numbers of this moment are kept with it. Units: the way, its record and that no vote is there',
    method: 'POST',
    path: '/procedures/{communityId}/matters/{proposalId}',
    access: LEADS,
    input: z.strictObject({ ...inMatter, kind: AffairKind, procedureId: z.enum([...PROCEDURE_IDS, 'election']) }),
    output: z.strictObject({ proposalId: Id, procedureId: z.enum(PROCEDURE_IDS), at: Instant }),
    refusals: ['NOT_FOUND', 'ELECTION_NOT_HERE', 'VOTE_EXISTS', 'STALE'],
    units: 14,
  },
  publishNotice: {
    summary: 'Publish a notice or what is to be decided, by which its days begin. Units: the way and the words',
    method: 'POST',
    path: '/procedures/{communityId}/matters/{proposalId}/notices',
    access: ACTS,
    input: z.strictObject({ ...inMatter, gateId: GateId, text: text(500, '公示内容') }),
    output: z.strictObject({ gateId: GateId, endsAt: Instant, estimated: z.boolean(), at: Instant }),
    refusals: STEP,
    units: 12,
  },
  recordStep: {
    summary:
      'Record a step that was held on the spot, with its figures: it counts when enough were there and agreed. Units: the way and the words',
    method: 'POST',
    path: '/procedures/{communityId}/matters/{proposalId}/steps',
    access: ACTS,
    input: z
      .strictObject({
        ...inMatter,
        gateId: GateId,
        heldOn: Day,
        place: line(40, '地点'),
        entitled: Heads,
        present: Heads,
        agreed: Heads,
        note: z.optional(text(300, '意见')),
      })
      .check(
        z.refine(({ entitled, present }) => present <= entitled, {
          error: '到会人数不能多于应到人数',
          path: ['present'],
        }),
        z.refine(({ present, agreed }) => agreed <= present, { error: '同意人数不能多于到会人数', path: ['agreed'] }),
      ),
    output: z.strictObject({ gateId: GateId, at: Instant }),
    refusals: [...STEP, 'STEP_NOT_CARRIED', 'NOT_YET'],
    units: 12,
  },
  correctStep: {
    summary:
      'Take back a step that was recorded or published wrongly, with the reason: it and what came after it must be done again before the vote; the old stays to be read. Units: the way and the words',
    method: 'POST',
    path: '/procedures/{communityId}/matters/{proposalId}/corrections',
    access: ACTS,
    input: z.strictObject({ ...inMatter, gateId: GateId, reason: line(100, '更正的理由') }),
    output: z.strictObject({ gateId: GateId, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_YOUR_STEP', 'VOTE_EXISTS', 'TEXT_RISKY', 'STALE'],
    units: 14,
  },
  listRecords: {
    summary: "What happened on a matter's way, newest first, with the words of notices and the figures of steps",
    method: 'GET',
    path: '/procedures/{communityId}/matters/{proposalId}/records',
    access: 'public',
    input: z.strictObject({ ...inMatter, cursor: z.optional(Cursor) }),
    output: pageOf(WayRecord),
    refusals: [],
  },
});
