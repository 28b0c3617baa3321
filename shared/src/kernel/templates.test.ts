import { fits } from './fit';
import { MOST_ASKED, TEMPLATES, TEMPLATE_KINDS, fieldsOf, messageOf, readTemplates } from './templates';

const at = '2026-11-23T07:01:00.000Z';

test('a deployment names its templates, and nothing is asked for where it names none', () => {
  expect(readTemplates('')).toEqual({});
  expect(readTemplates('{"vote":{"id":"tmplVote"}}')).toEqual({ vote: { id: 'tmplVote', type: 'once' } });
  expect(readTemplates('{"notice":{"id":"a","type":"long","fields":{"title":"thing8"}}}').notice).toMatchObject({
    type: 'long',
  });
});

test.each([
  ['no JSON', '{'],
  ['a template nobody has', '{"gardens":{"id":"x"}}'],
  ['one without an id', '{"vote":{"id":""}}'],
  ['a field of no type', '{"vote":{"id":"x","fields":{"title":"nothing1"}}}'],
  ['a word nobody knows', '{"vote":{"id":"x","colour":"red"}}'],
])('a configuration with %s is refused when the function starts', (_, json) =>
  expect(() => readTemplates(json)).toThrow(),
);

test('its own numbers stand in the place of ours', () => {
  expect(fieldsOf('vote')).toEqual({ title: 'thing1', kind: 'phrase2', time: 'time3' });
  expect(fieldsOf('vote', { fields: { title: 'thing8' } })).toEqual({
    title: 'thing8',
    kind: 'phrase2',
    time: 'time3',
  });
});

test('every field of a message fits, whatever is said', () => {
  for (const kind of TEMPLATE_KINDS)
    for (const says of [{}, { title: '', kind: 'open', time: '明天' }, { title: '楼\n'.repeat(40), time: at }])
      for (const [key, value] of Object.entries(messageOf(kind, says, { at })))
        expect([key, fits(key, value)]).toEqual([key, true]);
});

test('a message says what it can', () => {
  expect(messageOf('vote', { title: '给 3 号楼装电梯', kind: '进行中', time: at }, { at })).toEqual({
    thing1: '给 3 号楼装电梯',
    phrase2: '进行中',
    time3: '2026年11月23日 15:01',
  });
  const configured = { id: 'x', type: 'once', fields: { title: 'thing8' } } as const;
  expect(messageOf('service', { title: '清洁' }, { at, configured })).toMatchObject({
    thing8: '清洁',
    thing3: '请点开查看',
  });
});

test('titles differ, for WeChat leaves out templates of one title, and are short', () => {
  const titles = TEMPLATE_KINDS.map((kind) => TEMPLATES[kind].says);
  expect(new Set(titles).size).toBe(titles.length);
  expect(MOST_ASKED).toBe(3);
});
