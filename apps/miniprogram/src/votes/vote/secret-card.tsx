import { View } from '@tarojs/components';
import { isPoll, namedFor } from '@gongzhi/shared/kernel/kind-words';
import type { Choice, Vote } from '@gongzhi/shared/votes/model';
import { Banner } from '../../kernel/ui/banner';
import type { PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { CHOICE_WORDS } from './model';
import { KeptReceipt } from './kept-receipt';
import { maySecretly, secretWords } from './secret-words';
import type { Secret } from './use-secret';

const CHOICES = (Object.entries(CHOICE_WORDS) as [Choice, string][]).map(([value, label]) => ({ value, label }));
const SURE =
  '这是无记名表决：投出就不能改，也不能撤回。票上没有您的名字，投出以后谁也看不到您投了什么，这部手机上也不留。';
const TITLES = { unsure: '不知道有没有送到', refused: '没有投成' } as const;

/** The one action of a secret vote's page; looking again when there is nothing to cast. */
export const secretPrimary = (
  vote: Vote,
  { choice, busy, casting, cast, setSure }: Secret,
  refresh: PrimaryButtonProps,
): { primary: PrimaryButtonProps; why?: string } => {
  if (!maySecretly(vote)) return { primary: refresh };
  if (!choice) return { primary: { label: '投票', disabled: true }, why: '请先在上面选一项。' };
  return casting?.state === 'unsure'
    ? {
        primary: { label: '再送一次', busy, onTap: () => void cast() },
        why: '用的是同一个查票码，不会变成两票。',
      }
    : { primary: { label: `投“${CHOICE_WORDS[choice]}”票`, onTap: () => setSure(true) }, why: '投出就不能改。' };
};

function Choosing({ secret }: { secret: Secret }) {
  const { choice, setChoice, casting } = secret;
  // an unanswered try may have arrived: what is sent again is the same
  if (choice && casting?.state === 'unsure') return null;
  return (
    <View className="stack">
      <Segmented label="您的选择" options={CHOICES} value={choice} onChange={setChoice} />
    </View>
  );
}

function Failed({ casting }: Pick<Secret, 'casting'>) {
  return casting && 'says' in casting ? (
    <Banner tone="danger" title={TITLES[casting.state]} words={casting.says} />
  ) : null;
}

/** How the reader's ballot stands. Nothing while a try is unanswered: that is said above. */
function Standing({ vote, secret: { casting, receipt, busy } }: { vote: Vote; secret: Secret }) {
  const voted = vote.mine?.voted === true;
  const open = busy || casting?.state === 'unsure';
  const words = voted || !open ? secretWords(vote, receipt) : undefined;
  return words ? <Banner tone={voted ? 'ok' : 'note'} words={namedFor(isPoll(vote), words)} /> : null;
}

function Sure({ vote, secret: { choice, sure, setSure, busy, cast } }: { vote: Vote; secret: Secret }) {
  if (!sure || !choice) return null;
  return (
    <Sheet
      title={`确认投“${CHOICE_WORDS[choice]}”票`}
      words={namedFor(isPoll(vote), SURE)}
      onClose={() => setSure(false)}
      confirm={{ label: '投出这一票', busy, onTap: () => void cast() }}
    />
  );
}

/** The reader's part in a secret vote: choosing once, then only that the ballot is recorded, and the receipt. */
export function SecretCard({ vote, secret }: { vote: Vote; secret: Secret }) {
  return (
    <>
      <Failed casting={secret.casting} />
      <Standing vote={vote} secret={secret} />
      {maySecretly(vote) ? <Choosing secret={secret} /> : null}
      <KeptReceipt vote={vote} receipt={secret.receipt} />
      <Sure vote={vote} secret={secret} />
    </>
  );
}
