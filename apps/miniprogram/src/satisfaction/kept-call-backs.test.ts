import { makeKeptCallBacks } from './kept-call-backs';

const stage = () => {
  const kept = new Map<string, string>();
  let made = 0;
  const storage = {
    read: (key: string) => kept.get(key),
    write: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  };
  return { kept, callBacks: makeKeptCallBacks(storage, async () => `code ${(made += 1)}`) };
};

it('is made once for a code and told again, also after the phone was switched off', async () => {
  const { kept, callBacks } = stage();
  expect(await callBacks.of('ABCDE-FGHJK')).toBe('code 1');
  expect(await callBacks.of('ABCDE-FGHJK')).toBe('code 1');
  expect(await callBacks.of('ZZZZZ-ZZZZZ')).toBe('code 2');
  expect(kept.size).toBe(2);
  expect([callBacks.known('ABCDE-FGHJK'), callBacks.known('00000-00000')]).toEqual(['code 1', undefined]);
});

it('leaves nothing on the phone when it is dropped', async () => {
  const { kept, callBacks } = stage();
  await callBacks.of('ABCDE-FGHJK');
  callBacks.drop('ABCDE-FGHJK');
  expect(kept.size).toBe(0);
  expect(await callBacks.of('ABCDE-FGHJK')).toBe('code 2');
});
