import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Kind } from '@gongzhi/shared/kernel/service/model';
import { Field } from '../../kernel/ui/field';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import type { Act } from '../../kernel/use-act';
import { KIND_OPTIONS } from '../words';
import { askedWords } from './model';

/** A neighbour asks for help, in a few words. */
export function AskSheet({
  communityId,
  busy,
  act,
  onClose,
}: {
  communityId: string;
  busy: boolean;
  act: Act;
  onClose: () => void;
}) {
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('');
  const [kind, setKind] = useState<Kind>('neighbour');
  const ask = async () => {
    if (await act(volunteering.askHelp, { communityId, title, about, kind }, askedWords)) onClose();
  };
  return (
    <Sheet
      title="我要求助"
      words="本社区的邻居都能看到。请不要写身份证号、门牌号和病情，见面再说。"
      onClose={onClose}
      confirm={{
        label: '发出求助',
        busy,
        disabled: title.trim() === '' || about.trim() === '',
        onTap: () => void ask(),
      }}
    >
      <Field label="需要什么帮助" value={title} placeholder="例如：换一个灯泡" onChange={setTitle} />
      <TextArea label="说明" value={about} max={300} hint="什么时候方便，要几个人" onChange={setAbout} />
      <Segmented label="哪一类" options={KIND_OPTIONS} value={kind} onChange={setKind} />
    </Sheet>
  );
}
