import { Text } from '@tarojs/components';
import { party } from '@gongzhi/shared/party/contract';
import type { Seen } from '@gongzhi/shared/party/model';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { MemberCard } from '../member-card';

function Others({ seen }: { seen: Seen }) {
  return (
    <>
      <Text className="heading">报到支部的书记看到</Text>
      {seen.secretary ? <MemberCard one={seen.secretary} /> : <Text className="block">看不到您。</Text>}
      <Text className="heading">您单位的联系人看到</Text>
      {seen.unit ? <MemberCard one={seen.unit} /> : <Text className="block">看不到您。</Text>}
      <Text className="heading">社区工作者看到</Text>
      {seen.worker ? (
        <MemberCard
          one={seen.worker}
          more={[`报到支部：${seen.worker.branch.name}`, seen.worker.unit ? `单位：${seen.worker.unit.name}` : '']}
        />
      ) : (
        <Text className="block">只看到人数。有报到等着确认时，才看到那一份。</Text>
      )}
      <Text className="heading">邻居和其他人看到</Text>
      <Text className="block">
        {seen.neighbour
          ? `名单里有“${seen.neighbour.displayName}”这个称呼，没有别的。`
          : '看不到您，只看到社区一共有多少位。'}
      </Text>
      <Text className="heading">街道看到</Text>
      <Text className="block">只看到人数，少于三人的不显示。</Text>
    </>
  );
}

interface Both {
  seen: Seen;
  open: boolean;
}
const readBoth = async (communityId: string): Promise<Outcome<Both>> => {
  const [seen, mine] = await Promise.all([
    call(party.readSeen, { communityId }),
    call(party.readReport, { communityId }),
  ]);
  if (!seen.ok) return seen;
  if (!mine.ok) return mine;
  return { ok: true, value: { seen: seen.value, open: mine.value.report?.open === true } };
};

/** Exactly what others are given of the reader, and whether everybody may see them. */
export default function SeenByOthers() {
  const { communityId } = useParams('party', 'seen');
  const { loaded, reload } = useLoaded(communityId, () => readBoth(communityId));
  const { busy, act } = useAct(reload);
  const isOpen = loaded.value?.open === true;
  const set = (open: boolean) =>
    act(party.setOpen, { communityId, open }, open ? '已公开称呼。' : '不再公开，名单里没有您了。');
  return (
    <Page title="别人看到的我">
      <ListState loaded={loaded} retry={reload}>
        {({ seen }) => (
          <>
            <Others seen={seen} />
            <Card>
              <Text className="block strong">要不要公开？</Text>
              <Text className="block">公开以后，谁都能在名单里看到您的称呼。公开不公开都一样办事，随时可以改。</Text>
              <PrimaryButton
                kind="plain"
                label={isOpen ? '不再公开' : '公开我的称呼'}
                busy={busy}
                onTap={() => void set(!isOpen)}
              />
            </Card>
          </>
        )}
      </ListState>
    </Page>
  );
}
