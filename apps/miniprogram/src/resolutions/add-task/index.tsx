import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { LIST_REFS, isNamed, type Asked, type Due, type ListRef } from '@gongzhi/shared/kernel/task';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { DueField } from '../../kernel/ui/due-field';
import { Field } from '../../kernel/ui/field';
import { OwnerField } from '../../kernel/ui/owner-field';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';

const LISTS = (Object.keys(LIST_REFS) as ListRef[]).map((value) => ({ value, label: LIST_REFS[value].label }));

/** One task of a resolution: what, who, until when, and under which list it stands. */
export default function AddTask() {
  const { communityId, proposalId } = useParams('resolutions', 'add-task');
  const [title, setTitle] = useState('');
  const [what, setWhat] = useState('');
  const [owner, setOwner] = useState<Asked>({ outside: '' });
  const [due, setDue] = useState<Due>({ workingDays: 10 });
  const [listRef, setListRef] = useState<ListRef>('duty');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const add = async () => {
    setBusy(true);
    const outcome = await call(resolutions.addTask, { communityId, proposalId, title, what, owner, due, listRef });
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.says);
    toast('任务已分派，已通知提案人和附议人。');
    back();
  };
  const ready = title.trim() !== '' && what.trim() !== '' && isNamed(owner);
  return (
    <Page
      title="分派任务"
      why={ready ? undefined : '请填写任务名称、要做什么和负责人。'}
      primary={{ label: '分派任务', busy, disabled: !ready, onTap: () => void add() }}
    >
      {failure ? <Banner tone="danger" title="没有分派成功" words={failure} /> : null}
      <Field label="任务名称" value={title} onChange={setTitle} />
      <TextArea label="要做什么" value={what} max={300} onChange={setWhat} />
      <Text className="heading">由谁负责</Text>
      <OwnerField
        members={(cursor) => call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) })}
        owner={owner}
        onChange={setOwner}
      />
      <Text className="heading">什么时候完成</Text>
      <Text className="block small">工作日从明天起算，跳过周末和法定节假日。</Text>
      <DueField due={due} onChange={setDue} />
      <Text className="heading">在哪张清单上</Text>
      <Segmented label="在哪张清单上" options={LISTS} value={listRef} onChange={setListRef} />
      <Banner
        tone={listRef === 'none' ? 'waiting' : 'note'}
        {...(listRef === 'none' ? { title: '可拒绝' } : {})}
        words={LIST_REFS[listRef].hint}
      />
    </Page>
  );
}
