import { useEffect, useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { call } from '../../kernel/call';
import { replaceBy, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Page } from '../../kernel/ui/page';
import { AttachFiles } from '../attach-files';
import { AttachLinks } from '../attach-links';
import { WhenFields, WordsFields } from './fields';
import { contentOf, faultsOf, missingOf } from './model';
import { useAnnouncementDraft } from './use-announcement-draft';
import { WhomFields } from './whom-fields';

/** Writing an announcement; what is typed stays on this phone until it is kept. */
export default function Write() {
  const { communityId, announcementId } = useParams('announcements', 'write');
  const drafting = useAnnouncementDraft({ communityId, announcementId });
  const { draft, change, revision, clear, failure: unread } = drafting;
  const [state, setState] = useState<{ busy: boolean; failure?: string; faults: Record<string, string> }>({
    ...{ busy: false, faults: {} },
  });
  // the audience is counted while the text is written
  useEffect(() => void call(announcements.openCensus, { communityId }), [communityId]);
  const missing = missingOf(draft);
  const save = async () => {
    setState({ busy: true, faults: {} });
    const seen = announcementId ? { announcementId, revision } : {};
    const outcome = await call(announcements.saveDraft, { communityId, content: contentOf(draft), ...seen });
    if (!outcome.ok) {
      return setState({ busy: false, failure: outcome.says, faults: faultsOf(outcome.invalid ?? []) });
    }
    clear();
    return replaceBy('announcements', 'preview', { communityId, announcementId: outcome.value.announcementId });
  };
  const fields = { communityId, draft, change, faults: state.faults };
  return (
    <Page
      title={announcementId ? '改通知' : '写通知'}
      why={missing}
      primary={{ label: '看看效果', busy: state.busy, disabled: missing !== undefined, onTap: () => void save() }}
    >
      {unread ? <Banner tone="danger" title="没有读到草稿" words={unread} /> : null}
      <WordsFields {...fields} />
      <WhenFields {...fields} />
      <WhomFields {...fields} />
      <AttachFiles communityId={communityId} files={draft.files} onChange={(files) => change({ files })} />
      <AttachLinks communityId={communityId} links={draft.links} onChange={(links) => change({ links })} />
      {state.failure ? <Banner tone="danger" title="还没有保存" words={state.failure} /> : null}
    </Page>
  );
}
