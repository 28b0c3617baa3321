import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { groupCode } from '@gongzhi/shared/kernel/spoken-codes';
import { spyOn } from '../kernel/test-spy';
import { TABLES, stageSurvey, type Survey } from './test-survey';

let engine: TestTables;
let stage: Survey;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(() => {
  stage = stageSurvey(engine.endpoint);
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const pdftotext = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'pdftotext'))
  .find(existsSync);
/** The words of each page, where poppler's pdftotext is installed. */
const pagesOf = (base64: string): string[] | undefined => {
  if (!pdftotext) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  writeFileSync(join(folder, 'all.pdf'), Buffer.from(base64, 'base64'));
  const words = execFileSync(pdftotext, ['-raw', join(folder, 'all.pdf'), '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return words.split('\f').filter((page) => page.trim() !== '');
};
const refusal = ({ body }: { body: Record<string, unknown> }) => body['refused'];
const print = (roundId: string, part: number, as: string, more: object = {}) =>
  stage.call('printLetters', { roundId, part, ...more }, { as });

/** A round of which every third household is in the app. */
const opened = async () => {
  await stage.roll([80, 80], undefined, (i) => i % 3 === 0);
  return stage.quarter({ sample: 120 });
};

it('prints every household without the app once over all files, with its door, its code and no name', async () => {
  const { roundId, by } = await opened();
  const invited = await stage.invited(roundId);
  const without = invited.filter(({ people }) => people.length === 0).map(({ code }) => groupCode(code));
  const printed: string[] = [];
  let letters = 0;
  for (const part of [1, 2, 3]) {
    const { status, body } = await print(roundId, part, by, { phone: '0571-87654321' });
    expect([status, Number(body['letters']) <= 50]).toEqual([200, true]);
    letters += Number(body['letters']);
    for (const page of pagesOf(String(body['base64'])) ?? []) {
      printed.push(/[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page)?.[0] ?? '');
      for (const words of [
        '小营巷社区',
        '1单元',
        '住户收',
        '2026年第四季度社区工作',
        '环境卫生',
        '只能答一次',
        '0571-87654321',
      ])
        expect(page).toContain(words);
      expect(page).not.toContain('邻居');
    }
  }
  expect(letters).toBe(without.length);
  expect(printed.sort()).toEqual(pdftotext ? without.sort() : []);
  expect(refusal(await print(roundId, 4, by))).toBe('LETTERS_NONE');
});

it('prints the same again, whoever has answered by then: nobody reads off a letter who did', async () => {
  const { roundId, by } = await opened();
  const first = await print(roundId, 1, by);
  for (const { code } of (await stage.invited(roundId)).slice(0, 60))
    await stage.giveBy(code, ['satisfied', 'satisfied']);
  const again = await print(roundId, 1, by);
  expect(again.body['letters']).toBe(first.body['letters']);
  const words = [first, again].map(({ body }) => pagesOf(String(body['base64'])));
  expect(words[1]).toEqual(words[0]);
  expect(again.units.read).toBe(first.units.read);
});

it('leaves an event with numbers alone, once a request, and nothing of whom it went to', async () => {
  const { roundId, by } = await opened();
  const ask = () => stage.call('printLetters', { roundId, part: 1 }, { as: by, key: 'the-same-key' });
  const { body } = await ask();
  expect((await ask()).body['letters']).toBe(body['letters']);
  const told = stage.said.filter(({ type }) => type === 'satisfaction.letters-printed');
  expect(told.map(({ actor, data }) => [actor, data])).toEqual([[by, { roundId, part: 1, letters: body['letters'] }]]);
  const ledger = (await spyOn(engine.endpoint).items('ledger')).map((item) => JSON.stringify(item));
  for (const { unitId, code } of await stage.invited(roundId))
    expect(ledger.some((text) => text.includes(unitId) || text.includes(code))).toBe(false);
});

it('is for the street alone, and only while the round is open', async () => {
  const { roundId, by } = await opened();
  for (const role of ['worker', 'chair', 'branchSecretary', 'resident'] as const)
    expect(refusal(await print(roundId, 1, await stage.person([role])))).toBe('NOT_ELIGIBLE');
  stage.later(14);
  expect(refusal(await print(roundId, 1, by))).toBe('SURVEY_OVER');
  await stage.tick();
  expect(refusal(await print(roundId, 1, by))).toBe('SURVEY_OVER');
});

it('has nothing to print where everybody is in the app', async () => {
  await stage.roll([40]);
  const { roundId, by } = await stage.quarter({ sample: 30 });
  expect(refusal(await print(roundId, 1, by))).toBe('LETTERS_NONE');
});

it('keeps no code: what is stored leads from no letter to its household without the pepper', async () => {
  const { roundId } = await opened();
  const stored = (
    await Promise.all(['answers', 'satisfaction', 'ledger'].map((name) => spyOn(engine.endpoint).items(name)))
  )
    .flat()
    .map((item) => JSON.stringify(item));
  for (const { code } of await stage.invited(roundId))
    expect(stored.some((text) => text.includes(code) || text.includes(groupCode(code)))).toBe(false);
});
