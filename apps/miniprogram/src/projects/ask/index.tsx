import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import type { NeedKind } from '@gongzhi/shared/projects/model';
import { back, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { useSend } from '../use-send';
import { NEED_OPTIONS } from '../words';

/** Writing what is needed. */
export default function Ask() {
  const { communityId } = useParams('projects', 'ask');
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('');
  const [amount, setAmount] = useState('');
  const [kind, setKind] = useState<NeedKind>('place');
  const { busy, failure, send } = useSend();
  const ready = title.trim() !== '' && about.trim() !== '';
  const post = () =>
    send(projects.postNeed, { communityId, title, about, kind, ...(amount.trim() ? { amount } : {}) }, ({ state }) => {
      back();
      return state === 'open' ? '已公布，大家能看到了。' : '已收到，社区工作者看过以后公布。';
    });
  return (
    <Page
      title="提需求"
      why={ready ? undefined : '请填写需要什么和说明。'}
      primary={{ label: '提交', busy, disabled: !ready, onTap: () => void post() }}
    >
      <Segmented label="需要哪一类" options={NEED_OPTIONS} value={kind} onChange={setKind} />
      <Field label="需要什么" value={title} placeholder="例如：借一间会议室" onChange={setTitle} />
      <Field label="数量（可以不填）" value={amount} placeholder="例如：1 间、10 把" onChange={setAmount} />
      <TextArea
        label="说明"
        hint="什么时候用，做什么用。不显示您的名字；请不要写门牌号、电话和病情。不收钱款。"
        value={about}
        max={300}
        onChange={setAbout}
      />
      {failure ? <Banner tone="danger" title="没有提交成功" words={failure} /> : null}
    </Page>
  );
}
