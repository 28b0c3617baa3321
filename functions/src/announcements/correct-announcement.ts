import { mayChangeOut, mayCorrect, needsSecond } from '@gongzhi/shared/announcements/rules';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from '../kernel/check-words';
import { checkContent } from './check-content';
import { correcting, withdrawing } from './approve-announcement';
import { moveAnnouncement, type Move } from './move-announcement';
import type { Handle } from './repo';

/** For everybody, and for what the content check would not let pass by itself, the correction waits for a second person. */
export const correctAnnouncement: Handle<'correctAnnouncement'> = async ({ revision, words, note, ...ids }, ctx) =>
  moveAnnouncement(ids, ctx, async (seen) => {
    const { repo, now, caller } = ctx;
    const refused = mayChangeOut(seen, revision);
    if (refused) return refused;
    const before = await repo.texts.read(ids, seen.version);
    if (!before) throw new Error('an announcement without a text');
    const idle = mayCorrect({ before: before.words, after: words }, now);
    if (idle) return idle;
    const checked = await checkContent(ids.communityId, { ...words, body: `${note}\n${words.body}` }, ctx);
    if (isRefusal(checked)) return checked;
    const text = { words, note, at: now.toISOString() };
    if (!checked.waits && !needsSecond(seen.audience)) return correcting(ids, seen, { before, after: text }, ctx);
    const waiting: Move = {
      change: { proposedBy: caller.personId },
      writes: [repo.texts.write(ids, 'proposed', text), repo.heads.waitWrite(ids)],
      event: { type: 'announcements.correction-submitted', data: { kind: seen.kind } },
    };
    return waiting;
  });

export const withdrawAnnouncement: Handle<'withdrawAnnouncement'> = async ({ revision, reason, ...ids }, ctx) =>
  moveAnnouncement(ids, ctx, async (seen) => {
    const refused = mayChangeOut(seen, revision);
    if (refused) return refused;
    const checked = await checkWords({ title: '撤回的理由', text: reason }, ctx);
    return isRefusal(checked) ? checked : withdrawing(ids, seen, reason, ctx);
  });
