import { useState } from 'react';
import { platform } from '../../kernel/platform/platform';
import { readCsv } from '../../kernel/read-csv';
import { readFile } from './read-file';
import { readPast, type Past } from './read-past';

const ENDINGS = ['xlsx', 'csv', 'xls', 'txt'];
const UNREADABLE: Past = { rows: [], wrong: ['文件没有打开。请确认它没有被移走，再选一次。'] };

/** The table as it was picked or pasted, the later of the two; `picked`: the file's name. */
export const useTable = (changed: () => void) => {
  const [text, setText] = useState('');
  const [file, setFile] = useState<{ name: string; past: Past }>();
  const { pick } = platform.files;
  const choose = async () => {
    const found = await pick?.(ENDINGS).catch(() => 'unreadable' as const);
    if (!found) return;
    changed();
    setText('');
    if (found === 'unreadable') return setFile({ name: '', past: UNREADABLE });
    setFile({ name: found.name, past: await readFile(new Uint8Array(found.bytes)) });
  };
  const paste = (next: string) => {
    changed();
    setText(next);
    setFile(undefined);
  };
  const pasted = text.trim() === '' ? undefined : readPast(readCsv(text));
  return { past: file?.past ?? pasted, text, paste, picked: file?.name, pick: pick && (() => void choose()) };
};
