import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { projects } from '@gongzhi/shared/projects/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { TextArea } from '../../kernel/ui/text-area';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { namesOf, typedOf, wrongOf } from './model';

const TITLE = '岗位类别';
const MOST = 150;

/** Posts set before keep their class. */
function Form(props: { communityId: string; classes: Output<typeof projects.readPostClasses>; done: () => void }) {
  const { communityId, classes, done } = props;
  const [typed, setTyped] = useState(() => typedOf(classes.names));
  const { busy, act } = useAct(done);
  const wrong = wrongOf(typed);
  const save = () => void act(projects.setPostClasses, { communityId, names: namesOf(typed) }, '已保存。');
  return (
    <Page title={TITLE} why={wrong} primary={{ label: '保存', busy, disabled: wrong !== undefined, onTap: save }}>
      <Text className="block">设岗位时从这些类别里选。已经设好的岗位不变。</Text>
      <TextArea label="岗位类别" hint="一行写一类" value={typed} max={MOST} onChange={setTyped} />
      <Text className="block small">
        {`现在的类别来自：${classes.source}（${classes.sourceDate}）${classes.verified ? '' : '，名称没有核对过原文'}。`}
      </Text>
    </Page>
  );
}

/** A worker names the classes of posts. */
export default function Classes() {
  const { communityId } = useParams('projects', 'classes');
  const { loaded, reload } = useLoaded(communityId, () => call(projects.readPostClasses, { communityId }));
  if (loaded.value) return <Form communityId={communityId} classes={loaded.value} done={reload} />;
  return (
    <Page title={TITLE}>
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
