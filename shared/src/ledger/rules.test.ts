import fc from 'fast-check';
import { OPEN_SLICES, maySee, sliceOf } from './rules';

test.each([
  ['councils.proposal-filed', 'councils'],
  ['identity.signed-out', 'identity'],
  ['a.b.c', 'a'],
  ['nodot', ''],
  ['', ''],
  ['.x', ''],
])('the slice of %p is %p', (type, slice) => expect(sliceOf(type)).toBe(slice));

test.each([
  ['everybody sees what the council did', 'councils.vote-opened', undefined, true],
  ['a neighbour sees what the council did', 'councils.vote-opened', 'other', true],
  ['nobody sees who joined a household', 'directory.member-joined', undefined, false],
  ['a neighbour does not see it either', 'directory.member-joined', 'other', false],
  ['whoever joined sees it', 'directory.member-joined', 'me', true],
  ['a slice that only begins like an open one is not open', 'councils-secret.x', undefined, false],
  ['a type without a slice is not open', 'councils', undefined, false],
])('%s', (_, type, reader, sees) => expect(maySee({ type, actor: 'me' }, reader)).toBe(sees));

test('what is not open is seen by its own actor and by nobody else', () => {
  const slice = fc.stringMatching(/^[a-z]{1,12}$/).filter((s) => !(OPEN_SLICES as readonly string[]).includes(s));
  fc.assert(
    fc.property(slice, fc.string(), fc.option(fc.string(), { nil: undefined }), (name, actor, reader) => {
      expect(maySee({ type: `${name}.done`, actor }, reader)).toBe(actor === reader);
    }),
  );
});
