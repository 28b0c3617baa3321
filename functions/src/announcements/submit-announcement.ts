import { mayEdit, maySend, needsSecond } from '@gongzhi/shared/announcements/rules';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { checkContent } from './check-content';
import { moveAnnouncement, type Move } from './move-announcement';
import { letOut } from './publish-announcement';
import type { Handle } from './repo';
import type { HeadItem } from './repo-heads';

/** For everybody, and for what the content check would not let pass by itself, a second person decides first. */
export const submitAnnouncement: Handle<'submitAnnouncement'> = async (
  { publishAt, override, revision, ...ids },
  ctx,
) =>
  moveAnnouncement(ids, ctx, async (seen) => {
    const { repo, now, caller } = ctx;
    const refused =
      mayEdit(seen, { personId: caller.personId, seen: revision }) ?? maySend({ ...seen, publishAt, override }, now);
    if (refused) return refused;
    const text = await repo.texts.read(ids, 1);
    const checked = text ? await checkContent(ids.communityId, text.words, ctx) : { waits: true };
    if (isRefusal(checked)) return checked;
    const asked = {
      publishAt,
      override: override === undefined ? undefined : (true as const),
      overrideReason: override,
    };
    const sent = { ...seen, ...asked } as HeadItem;
    if (!checked.waits && !needsSecond(seen.audience)) {
      const out = letOut(ids, sent, { repo, now });
      return { ...out, change: { ...asked, ...out.change } };
    }
    const data = { kind: seen.kind, override: sent.override === true };
    const change = { ...asked, state: 'waiting' as const, reason: undefined };
    const waiting: Move = {
      ...{ change, writes: [repo.heads.waitWrite(ids)] },
      event: { type: 'announcements.submitted', data },
    };
    return waiting;
  });
