import { TEMPLATE_KINDS, messageOf, readTemplates } from '@gongzhi/shared/kernel/templates';
import { fits } from './field-rules';
import { LOCAL_CONFIGURATION, LOCAL_TEMPLATES } from './local-templates';

test('the stand-in has what the deployment is configured for, and takes its messages', () => {
  const configured = readTemplates(LOCAL_CONFIGURATION);
  for (const kind of TEMPLATE_KINDS) {
    const template = LOCAL_TEMPLATES.find(({ id }) => id === configured[kind]?.id);
    const data = messageOf(kind, { title: '加装扶手' }, { at: '2026-11-23T01:00:00.000Z' });
    expect(Object.keys(data).sort()).toEqual([...(template?.fields ?? [])].sort());
    for (const [field, value] of Object.entries(data)) expect([field, fits(field, value)]).toEqual([field, true]);
  }
});
