import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import type { ResourceKind } from '@gongzhi/shared/projects/model';
import { back, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { useSend } from '../use-send';
import { RESOURCE_OPTIONS } from '../words';

/** A unit's contact offers something: a place, goods, skills; never money. */
export default function Resource() {
  const { communityId } = useParams('projects', 'resource');
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('');
  const [when, setWhen] = useState('');
  const [kind, setKind] = useState<ResourceKind>('place');
  const { busy, failure, send } = useSend();
  const ready = title.trim() !== '' && about.trim() !== '';
  const plan = { communityId, title, about, kind, ...(when.trim() ? { when } : {}) };
  const offer = () =>
    send(projects.offerResource, plan, ({ state }) => {
      back();
      return state === 'open' ? '已公布，社区能看到了。' : '已收到，社区工作者看过以后公布。';
    });
  return (
    <Page
      title="提供资源"
      why={ready ? undefined : '请填写提供什么和说明。'}
      primary={{ label: '提交', busy, disabled: !ready, onTap: () => void offer() }}
    >
      <Segmented label="提供哪一类" options={RESOURCE_OPTIONS} value={kind} onChange={setKind} />
      <Field label="提供什么" value={title} placeholder="例如：报告厅" onChange={setTitle} />
      <Field label="什么时候可以用（可以不填）" value={when} placeholder="例如：周六周日" onChange={setWhen} />
      <TextArea
        label="说明"
        hint="多大、多少、怎么预约。不收钱款；请不要写个人的姓名和电话。"
        value={about}
        max={300}
        onChange={setAbout}
      />
      {failure ? <Banner tone="danger" title="没有提交成功" words={failure} /> : null}
    </Page>
  );
}
