import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Kind } from '@gongzhi/shared/kernel/service/model';
import { Field } from '../../kernel/ui/field';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import type { Act } from '../../kernel/use-act';
import { useDraft } from '../../kernel/use-draft';
import { KIND_OPTIONS } from '../words';
import { askedWords } from './model';

const EMPTY: { title: string; about: string; kind: Kind } = { title: '', about: '', kind: 'neighbour' };

/** A neighbour asks for help, in a few words; they stay on the phone until they are sent. */
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
  const { draft, change, clear } = useDraft(`ask-help ${communityId}`, EMPTY);
  const { title, about, kind } = draft;
  const ask = async () => {
    if (!(await act(volunteering.askHelp, { communityId, title, about, kind }, askedWords))) return;
    clear();
    onClose();
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
      <Field
        label="需要什么帮助"
        value={title}
        placeholder="例如：换一个灯泡"
        onChange={(next) => change({ title: next })}
      />
      <TextArea
        label="说明"
        value={about}
        max={300}
        hint="什么时候方便，要几个人"
        onChange={(next) => change({ about: next })}
      />
      <Segmented label="哪一类" options={KIND_OPTIONS} value={kind} onChange={(next) => change({ kind: next })} />
    </Sheet>
  );
}
