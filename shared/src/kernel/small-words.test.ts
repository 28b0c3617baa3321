import fc from 'fast-check';
import { GRADES, TRACKS } from './hour-grades';
import { standing, type Line } from './hour-lines';
import { maskName } from './mask-name';
import { Grade, KINDS, Kind } from './service/model';
import { SKILLS } from './skills';

/** Words that several slices show, and the small rules beside them. */
describe('a masked name', () => {
  test.each([
    ['', '*'],
    [' ', '*'],
    ['王', '*'],
    ['王芳', '王*'],
    ['王秀兰', '王*兰'],
    ['欧阳秀兰', '欧**兰'],
    [' 王秀兰\n', '王*兰'],
    ['𠮷野家', '𠮷*家'],
    ['阿卜杜热合曼·买买提', '阿********提'],
    ['Li', 'L*'],
  ])('of “%s” is “%s”', (name, masked) => expect(maskName(name)).toBe(masked));
  test('is as long as the name, and shows its first and last letter at most', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'王李赵钱孙𠮷A·'), { minLength: 2, maxLength: 12 }), (letters) => {
        const masked = [...maskName(letters.join(''))];
        expect(masked).toHaveLength(letters.length);
        expect(masked.slice(1, -1)).toEqual(letters.slice(1, -1).map(() => '*'));
        expect([masked[0], masked.at(-1)]).toEqual([letters[0], letters.length > 2 ? letters.at(-1) : '*']);
      }),
    );
  });
  test('is never the name itself', () => {
    const names = fc.string({ unit: 'grapheme' }).filter((name) => name.trim() !== '' && !name.includes('*'));
    fc.assert(fc.property(names, (name) => maskName(name) !== name.trim()));
  });
});

describe('lines of hours that stand', () => {
  const line = (entryId: string, reverses?: string): Line => ({
    entryId,
    minutes: 60,
    ...(reverses ? { reverses } : {}),
  });
  test('are those that were not taken back', () => {
    const lines = [line('a'), line('b'), line('c', 'a'), line('d'), line('e', 'lost')];
    expect(standing(lines).map(({ entryId }) => entryId)).toEqual(['b', 'd']);
    expect(standing([])).toEqual([]);
    // whatever comes first
    expect(standing([line('c', 'a'), line('a')])).toEqual([]);
  });
  test('add up to all minutes less those taken back', () => {
    const entries = fc.uniqueArray(fc.nat({ max: 200 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        entries,
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.nat({ max: 500 })),
        (ids, back, minutes) => {
          const made = ids.map((n) => ({ entryId: `e${n}`, minutes: minutes.next().value as number }));
          const gone = made.filter(() => back.next().value as boolean);
          const reversals = gone.map(({ entryId, minutes: of }) => ({
            entryId: `r${entryId}`,
            minutes: of,
            reverses: entryId,
          }));
          const sum = (lines: readonly Line[]) => lines.reduce((all, { minutes: of }) => all + of, 0);
          const shuffled = [...reversals, ...made].sort((a, b) =>
            a.entryId.slice(-1).localeCompare(b.entryId.slice(-1)),
          );
          expect(sum(standing(shuffled))).toBe(sum(made) - sum(gone));
          expect(standing(standing(shuffled))).toEqual(standing(shuffled));
        },
      ),
    );
  });
});

describe('what there is to choose from', () => {
  const labels = {
    ...{ skills: Object.values<string>(SKILLS), kinds: Object.values<string>(KINDS) },
    ...{
      grades: Object.values(GRADES).map(({ label }) => label),
      tracks: Object.values(TRACKS).map(({ label }) => label),
    },
  };
  test.each(Object.entries(labels))('%s: each is said in Chinese, shortly, and no two are the same', (_, words) => {
    expect(new Set(words).size).toBe(words.length);
    for (const one of words) expect(one).toMatch(/^\p{Script=Han}{2,10}$/u);
  });
  test('grades and tracks say what they mean in whole sentences', () => {
    const hints: string[] = [...Object.values(GRADES), ...Object.values(TRACKS)].map(({ hint }) => hint);
    expect(new Set(hints).size).toBe(hints.length);
    for (const hint of hints)
      expect(hint).toMatch(/^\p{Script=Han}[\p{Script=Han}，、]{7,}。$|^\p{Script=Han}+，.*。$/u);
  });
  test('every grade that a service is settled with has its words, the strongest first', () => {
    const named = Object.keys(GRADES);
    expect(named.slice(0, Grade.options.length)).toEqual(Grade.options);
    expect(named.slice(Grade.options.length)).toEqual(['imported']);
  });
  test('every kind is taken and nothing else, with words that tell what to do', () => {
    for (const kind of Object.keys(KINDS)) expect(Kind.safeParse(kind, { jitless: true }).success).toBe(true);
    for (const wrong of ['', '其他', 'Other', 'toString', null, undefined, 3])
      expect(Kind.safeParse(wrong, { jitless: true }).error?.issues.map(({ message }) => message)).toEqual([
        '请选择服务类别',
      ]);
  });
});
