import { setTimeout as pass } from 'node:timers/promises';
import { fail } from './errors';
import { fits, type Template } from './field-rules';
import { pushEvent } from './push-event';
import { SENSITIVE } from './word-lists';
import { type Asked, type Handle, type World, personOf } from './world';

export const balanceKey = (openid: string, templateId: string): string => `${openid} ${templateId}`;

const templateOf = ({ seed }: World, id: unknown): Template =>
  seed.templates.find((template) => template.id === id) ?? fail(40037);

/** Query allowed, leading slash and unpublished pages not. */
export const checkPage = ({ seed }: World, page: unknown): void => {
  if (page === undefined || page === '') return;
  const path = String(page).split('?')[0] ?? '';
  if (path.startsWith('/') || (seed.pages && !seed.pages.includes(path))) fail(41030);
};

const valuesOf = ({ fields }: Template, data: unknown): Record<string, string> => {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<string, { value?: unknown }>;
  const entries = fields.map((field) => {
    const value = given[field]?.value;
    if (!fits(field, value)) fail(47003, `data.${field}.value ${value === undefined ? 'is empty' : 'invalid'}`);
    return [field, String(value)];
  });
  return Object.fromEntries(entries);
};

const checkWords = (data: Record<string, string>): void => {
  const texts = Object.values(data);
  if (SENSITIVE.some((word) => texts.some((text) => text.includes(word)))) fail(45168);
};

const spendAccept = ({ balances }: World, openid: string, template: Template): void => {
  const key = balanceKey(openid, template.id);
  const balance = balances.get(key) ?? 0;
  if (balance <= 0) fail(43101);
  if (template.kind === 'once') balances.set(key, balance - 1);
};

const deliver = (world: World, openid: string, template: Template, { body }: Asked): void => {
  checkPage(world, body['page']);
  const data = valuesOf(template, body['data']);
  checkWords(data);
  spendAccept(world, openid, template);
  const page = body['page'] ? { page: String(body['page']) } : {};
  world.sent.push({ at: world.now().toISOString(), openid, templateId: template.id, ...page, data });
  const item = { TemplateId: template.id, MsgID: String(world.sent.length), ErrorCode: '0', ErrorStatus: 'success' };
  const event = { event: 'subscribe_msg_sent_event', from: openid, list: [item], wrapper: 'SubscribeMsgSentEvent' };
  const pushing = pushEvent(world, event).finally(() => world.pending.delete(pushing));
  world.pending.add(pushing);
};

/** POST /cgi-bin/message/subscribe/send. A second send to one person while the first is under way gets 43108. */
export const sendMessage: Handle = async (world, asked) => {
  const { openid } = personOf(world, asked.body['touser']);
  const template = templateOf(world, asked.body['template_id']);
  if (world.sending.has(openid)) fail(43108);
  world.sending.add(openid);
  try {
    await pass(world.seed.sendMs);
    deliver(world, openid, template, asked);
  } finally {
    world.sending.delete(openid);
  }
  return { errcode: 0, errmsg: 'ok' };
};
