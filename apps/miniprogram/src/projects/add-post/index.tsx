import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import { PROJECTS } from '@gongzhi/shared/projects/rule-sets';
import { call } from '../../kernel/call';
import { open, replaceBy, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { useLoaded } from '../../kernel/use-loaded';
import { useSend } from '../use-send';
import { EMPTY, missingWords, type Draft } from './model';

/** The classes of posts, with where their names come from. */
function Classes(props: { communityId: string; value: string; onChange: (name: string) => void }) {
  const { communityId, value, onChange } = props;
  const { loaded, reload } = useLoaded(communityId, () => call(projects.readPostClasses, { communityId }));
  useDidShow(reload);
  return (
    <ListState loaded={loaded} retry={reload}>
      {({ names, source, verified }) => (
        <>
          <Segmented
            label="岗位类别"
            options={names.map((name) => ({ value: name, label: name }))}
            value={value}
            onChange={onChange}
          />
          <Row label="修改岗位类别" onTap={() => open('projects', 'classes', { communityId })} />
          <Text className="block small">{`类别来自：${source}${verified ? '' : '。名称没有核对过原文'}`}</Text>
        </>
      )}
    </ListState>
  );
}

/** A worker sets a post by what is needed. */
export default function AddPost() {
  const { communityId, needId } = useParams('projects', 'add-post');
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const { busy, failure, send } = useSend();
  const type = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const { className, title, about, slots } = draft;
  const plan = { communityId, className, title, about, slots: Number(slots), ...(needId ? { needId } : {}) };
  const add = () =>
    send(projects.addPost, plan, ({ postId }) => {
      replaceBy('projects', 'post', { communityId, postId });
      return '岗位设好了，党员现在可以认领。';
    });
  const missing = missingWords(draft, PROJECTS.mostSlots.value);
  return (
    <Page
      title="设岗位"
      why={missing}
      primary={{ label: '设立', busy, disabled: missing !== undefined, onTap: () => void add() }}
    >
      <Classes communityId={communityId} value={className} onChange={(name) => type({ className: name })} />
      <Field label="岗位名称" value={title} placeholder="例如：夜间巡逻" onChange={(words) => type({ title: words })} />
      <TextArea label="做什么" value={about} max={300} onChange={(words) => type({ about: words })} />
      <Field label="人数" type="number" value={slots} onChange={(words) => type({ slots: words })} />
      {failure ? <Banner tone="danger" title="没有设立成功" words={failure} /> : null}
    </Page>
  );
}
