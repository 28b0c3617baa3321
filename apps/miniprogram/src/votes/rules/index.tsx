import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { RuleInForce } from '@gongzhi/shared/votes/contract-rules';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import type { Belonging } from '../../kernel/standing-core';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { FORCE_WORDS, ofRule, settingWords, sourceWords, thresholdRows } from './model';
import { ShareSheet } from './share-sheet';

function RuleCard({ inForce, set }: { inForce: RuleInForce; set: (() => void) | undefined }) {
  const { rule, configurable, settings } = inForce;
  return (
    <Card>
      <Text className="block strong">{rule.name}</Text>
      <Text className="block small">{FORCE_WORDS[rule.force]}</Text>
      {thresholdRows(rule).map((row) => (
        <Row key={row.label} {...row} />
      ))}
      <Text className="block small">{sourceWords(rule)}</Text>
      {settings.map((setting) => (
        <Text key={setting.setAt} className="block small">
          {settingWords(setting)}
        </Text>
      ))}
      {configurable && set ? (
        <View className="stack">
          <PrimaryButton kind="plain" label="设定本社区的比例" onTap={set} />
        </View>
      ) : null}
    </Card>
  );
}

const maySet = (here: Belonging | undefined, communityId: string): boolean =>
  here?.scope === communityId && here.roles.some((role) => role === 'chair' || role === 'worker');

/** By what votes are decided here, for everybody; the chair and workers set what the law leaves to the community. */
export default function Rules() {
  const { communityId } = useParams('votes', 'rules');
  const { standing } = usePresence();
  const { loaded, reload } = useLoaded(communityId, () => call(votes.readRules, { communityId }));
  const [setting, setSetting] = useState<string>();
  const set = maySet(standing?.belonging, communityId) ? setSetting : undefined;
  const chosen = ofRule(loaded.value?.items ?? [], setting);
  const close = () => {
    setSetting(undefined);
    reload();
  };
  return (
    <Page title="表决规则">
      <ListState loaded={loaded} retry={reload}>
        {({ items }) => (
          <>
            {items.map((inForce) => (
              <RuleCard key={inForce.rule.ruleId} inForce={inForce} set={set && (() => set(inForce.rule.ruleId))} />
            ))}
          </>
        )}
      </ListState>
      {chosen ? <ShareSheet communityId={communityId} rule={chosen.rule} onClose={close} /> : null}
    </Page>
  );
}
