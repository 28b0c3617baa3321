import { basename } from 'node:path';
import { placeOf } from '../places.mjs';

const ROLES = ['contract', 'rules', 'repo', 'index', 'on-events', 'model'];
const EMPTY_WORDS = /^(utils?|helpers?|common|types?|misc|lib|shared)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const camel = (name) => name.replace(/-(\w)/g, (_, char) => char.toUpperCase());

/** Names a module exports by declaration or by list. */
const exportsOf = (program) =>
  program.body
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration, specifiers }) => [
      ...specifiers.map(({ exported }) => exported.name),
      ...(declaration?.declarations ?? (declaration ? [declaration] : [])).map(({ id }) => id?.name),
    ]);

const isSliceFile = ({ workspace, slice, isTest }) =>
  workspace === 'functions' && slice !== '' && slice !== 'kernel' && !isTest;

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      kebab: "'{{name}}': files and folders are kebab-case, so a path can be guessed and works on every disk.",
      empty:
        "'{{name}}' says nothing about what is inside. Name the file after the idea it holds; what two slices use goes to kernel/ under its own name.",
      role: "'{{name}}' is no role file ({{roles}}) and no <verb-noun>. In functions a write is one file named after what it does: cast-vote.ts exports castVote.",
      verb: "{{file}} must export '{{want}}': the file's name is the name of what it does.",
      barrel:
        'No barrels: whoever imports names the file that holds the thing (@gongzhi/shared/councils/rules). Export it where it is written.',
    },
  },
  create(context) {
    const place = placeOf(context.filename);
    const stem = basename(place.path).replace(/^\.|\.\w+$/g, '');
    const folders = place.workspace ? place.rest.split('/').slice(0, -1) : [];
    const report = (messageId, data) => context.report({ loc: { line: 1, column: 0 }, messageId, data });
    const barrel = (node) => node.source && context.report({ node, messageId: 'barrel' });
    return {
      ExportAllDeclaration: barrel,
      ExportNamedDeclaration: barrel,
      Program() {
        const words = [...folders, ...stem.split('.')];
        for (const name of words.filter((word) => !KEBAB.test(word))) report('kebab', { name });
        if (place.workspace)
          for (const name of words.filter((word) => EMPTY_WORDS.test(word))) report('empty', { name });
      },
      'Program:exit'(node) {
        if (!isSliceFile(place) || ROLES.includes(stem)) return;
        if (!stem.includes('-')) report('role', { name: stem, roles: ROLES.join(' ') });
        else if (!exportsOf(node).includes(camel(stem))) report('verb', { file: `${stem}.ts`, want: camel(stem) });
      },
    };
  },
};
