import { Text, View } from '@tarojs/components';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { SKILLS, type Skill } from '@gongzhi/shared/kernel/skills';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { a11y } from '../../kernel/ui/a11y';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';

const ALL = Object.keys(SKILLS) as Skill[];

/** One of many that may be chosen together. */
function Choice({ label, on, onTap }: { label: string; on: boolean; onTap: () => void }) {
  return (
    <View className="row" hoverClass="row-pressed" onClick={onTap} {...a11y({ role: 'checkbox', checked: on, label })}>
      <Text className="row-label">{label}</Text>
      <Text className="row-value">{on ? '✓ 我会' : '没有选'}</Text>
    </View>
  );
}

function Own({ communityId, skills, reload }: { communityId: string; skills: readonly Skill[]; reload: () => void }) {
  const { busy, act } = useAct(reload);
  const toggle = (skill: Skill) => {
    if (busy) return;
    const has = skills.includes(skill);
    const said = has ? `已去掉“${SKILLS[skill]}”。` : `已加上“${SKILLS[skill]}”。`;
    void act(has ? exchange.removeSkill : exchange.addSkill, { communityId, skill }, said);
  };
  return (
    <Card>
      {ALL.map((skill) => (
        <Choice key={skill} label={SKILLS[skill]} on={skills.includes(skill)} onTap={() => toggle(skill)} />
      ))}
    </Card>
  );
}

/** What one can do, as one chooses to say it; a worker looks for people by it. */
export default function Skills() {
  const { communityId } = useParams('exchange', 'skills');
  const worker = useRolesIn(communityId).includes('worker');
  const { loaded, reload } = useLoaded(communityId, () => call(exchange.readSkills, { communityId }));
  return (
    <Page title="我的技能">
      <Card>
        <Text className="block">您愿意用什么帮邻居？点一下选上，再点一下去掉。</Text>
        <Text className="block small">自愿填写。社区工作者找人帮忙时能看到，别的邻居看不到。</Text>
      </Card>
      <ListState loaded={loaded} retry={reload}>
        {({ skills }) => <Own communityId={communityId} skills={skills} reload={reload} />}
      </ListState>
      {worker ? (
        <>
          <Text className="heading">按技能找人</Text>
          <Card>
            {ALL.map((skill) => (
              <Row
                key={skill}
                label={`找会${SKILLS[skill]}的人`}
                onTap={() => open('exchange', 'skilled', { communityId, skill })}
              />
            ))}
          </Card>
        </>
      ) : null}
    </Page>
  );
}
