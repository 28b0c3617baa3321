import { Text } from '@tarojs/components';
import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import { PROJECTS } from '@gongzhi/shared/projects/rule-sets';
import { call } from '../../kernel/call';
import { replaceBy, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { TextArea } from '../../kernel/ui/text-area';
import { usePages } from '../../kernel/use-pages';
import { useSend } from '../use-send';
import { toggled } from './model';

/** Chooses from what units offer; what is chosen is marked. */
function Picking(props: { communityId: string; chosen: readonly string[]; pick: (resourceId: string) => void }) {
  const { communityId, chosen, pick } = props;
  const { loaded, reload } = usePages(communityId, () => call(projects.listResources, { communityId }));
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '现在没有单位提供的资源，可以只按需求立项。' }}
    >
      {({ items }) => (
        <Card>
          {items.map(({ resourceId, title, unitName }) => (
            <Row
              key={resourceId}
              label={chosen.includes(resourceId) ? `✓ ${title}` : title}
              value={unitName}
              onTap={() => pick(resourceId)}
            />
          ))}
        </Card>
      )}
    </ListState>
  );
}

/** A project is made of a need, of what units offer, or of both. */
export default function Start() {
  const { communityId, needId } = useParams('projects', 'start');
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('');
  const [resourceIds, setChosen] = useState<readonly string[]>([]);
  const { busy, failure, send } = useSend();
  const ready = title.trim() !== '' && about.trim() !== '' && (needId !== undefined || resourceIds.length > 0);
  const plan = { title, about, resourceIds: [...resourceIds], ...(needId ? { needId } : {}) };
  const start = () =>
    send(projects.startProject, { communityId, plan }, ({ projectId }) => {
      replaceBy('projects', 'project', { communityId, projectId });
      return '已立项，大家可以参加了。';
    });
  return (
    <Page
      title="立项"
      why={ready ? undefined : '请填写项目名称和怎么做，并选需求或资源。'}
      primary={{ label: '立项', busy, disabled: !ready, onTap: () => void start() }}
    >
      <Field label="项目名称" value={title} onChange={setTitle} />
      <TextArea label="怎么做" hint="谁来做、什么时候做、做到什么程度。" value={about} max={500} onChange={setAbout} />
      <Text className="heading">用哪些单位的资源（最多 {PROJECTS.mostResources.value} 项）</Text>
      <Picking
        communityId={communityId}
        chosen={resourceIds}
        pick={(id) => setChosen(toggled(resourceIds, id, PROJECTS.mostResources.value))}
      />
      {failure ? <Banner tone="danger" title="没有立项" words={failure} /> : null}
    </Page>
  );
}
