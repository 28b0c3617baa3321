import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { MOST } from '@gongzhi/shared/announcements/model';
import { call } from '../../kernel/call';
import { replaceBy, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { WhenFields, WordsFields } from './fields';
import { contentOf, faultsOf, missingOf } from './model';
import { useAnnouncementDraft, type Drafting } from './use-announcement-draft';
import { PickMatter, WhomFields } from './whom-fields';

/** What is attached: pages of this product, for the house keeps no files. */
function Links({ communityId, drafting: { draft, change } }: { communityId: string; drafting: Drafting }) {
  const [picking, setPicking] = useState(false);
  const { links } = draft;
  const add = (id: string, title: string) => {
    setPicking(false);
    const label = [...title].slice(0, 30).join('');
    if (!links.some((link) => link.id === id)) change({ links: [...links, { to: 'proposal', id, label }] });
  };
  return (
    <>
      <Text className="heading">附上</Text>
      {links.length > 0 ? (
        <Card>
          {links.map(({ id, label }) => (
            <Row
              key={id}
              label={label}
              value="拿掉"
              onTap={() => change({ links: links.filter((link) => link.id !== id) })}
            />
          ))}
        </Card>
      ) : null}
      {picking ? <PickMatter communityId={communityId} label="附上哪件事" onPick={add} /> : null}
      {!picking && links.length < MOST.links ? (
        <PrimaryButton kind="plain" label="附上一件议事事项" onTap={() => setPicking(true)} />
      ) : null}
    </>
  );
}

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
      <Links communityId={communityId} drafting={drafting} />
      {state.failure ? <Banner tone="danger" title="还没有保存" words={state.failure} /> : null}
    </Page>
  );
}
