import { confidenceOf, flagsOf, type Arrivals } from './flag-rules';

const QUIET: Arrivals = {
  answered: 60,
  hours: [4, 6, 5, 7, 3, 8, 9, 9, 9],
  devices: [1, 1, 2],
  helpers: [2, 9],
  straight: 10,
  disowned: 0,
  pressure: 0,
  questions: 3,
};

it.each<[string, Partial<Arrivals>, object[]]>([
  ['nothing out of the way', {}, []],
  ['an hour far above the others', { hours: [3, 4, 3, 4, 3, 43] }, [{ kind: 'burst', count: 43 }]],
  ['an hour above the others, of few', { answered: 20, hours: [1, 1, 9, 9] }, []],
  ['an hour in which all answered, and no other', { hours: [60] }, []],
  ['three from one phone', { devices: [1, 3, 2] }, [{ kind: 'sameDevice', count: 3 }]],
  ['nine in ten in straight lines', { straight: 54 }, [{ kind: 'straightLining', count: 54 }]],
  ['the same over two questions', { straight: 54, questions: 2 }, []],
  ['ten entered by one worker in an hour', { helpers: [3, 10, 12] }, [{ kind: 'assistedBurst', count: 22 }]],
  ['a household that did not give its answer', { disowned: 1 }, [{ kind: 'disowned', count: 1 }]],
  ['somebody asked for it', { pressure: 2 }, [{ kind: 'pressure', count: 2 }]],
])('%s', (_, more, flags) => expect(flagsOf({ ...QUIET, ...more })).toEqual(flags));

it('is thought less of with each kind of flag', () => {
  const [a, b] = flagsOf({ ...QUIET, pressure: 1, devices: [5] });
  expect([confidenceOf([]), confidenceOf([a!]), confidenceOf([a!, b!])]).toEqual(['high', 'lowered', 'low']);
});
