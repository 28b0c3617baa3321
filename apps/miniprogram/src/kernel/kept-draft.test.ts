import { draftKey, readDraft, writeDraft } from './kept-draft';

const EMPTY = { title: '', kind: 'repair', by: { name: '' } };
const shelf = () => {
  const kept = new Map<string, string>();
  return {
    read: (key: string) => kept.get(key),
    write: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  };
};

test('what was typed comes back as it was, with what may be left out', () => {
  const storage = shelf();
  const draft = { ...EMPTY, title: '换灯泡', spot: { lat: 1, lng: 2 } };
  writeDraft(storage, 'k', { draft, empty: EMPTY });
  expect(readDraft(storage, 'k', EMPTY)).toEqual(draft);
});

test('what was taken back again is not kept', () => {
  const storage = shelf();
  writeDraft(storage, 'k', { draft: { ...EMPTY, title: '换' }, empty: EMPTY });
  writeDraft(storage, 'k', { draft: { ...EMPTY }, empty: EMPTY });
  expect(storage.read('k')).toBeUndefined();
});

test.each([
  ['', 'nothing'],
  ['{"title":"换', 'half a draft'],
  ['null', 'null'],
  ['"换灯泡"', 'a text'],
  ['{"title":"换灯泡"}', 'fewer fields than there are now'],
  ['{"title":1,"kind":"repair","by":{}}', 'a field of another kind'],
])('%j (%s) is no draft', (text) => {
  const storage = shelf();
  storage.write('k', text);
  expect(readDraft(storage, 'k', EMPTY)).toBeUndefined();
});

test('each person has their own', () => {
  expect(draftKey('ask-help 1', 'a')).not.toBe(draftKey('ask-help 1', 'b'));
  expect(draftKey('ask-help 1', undefined)).toBe('draft ask-help 1 ');
});
