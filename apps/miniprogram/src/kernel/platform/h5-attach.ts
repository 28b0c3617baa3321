import type { Attach, Attached } from './port';

/** Files picked on this page, by the addresses they are shown under. */
const picked = new Map<string, File>();

const pick = (accept: string): Promise<Attached | undefined> =>
  new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept });
    input.onchange = () => {
      const file = input.files?.[0];
      if (!file) return resolve(undefined);
      const path = URL.createObjectURL(file);
      picked.set(path, file);
      resolve({ path, name: file.name, bytes: file.size });
    };
    input.oncancel = () => resolve(undefined);
    input.click();
  });

/** A browser's own form: only XMLHttpRequest tells how far it is. */
export const attach: Attach = {
  // Asked for JPEG, an iPhone turns its own kind of pictures into it.
  picture: () => pick('image/jpeg,image/png'),
  document: () => pick('.pdf,.docx,.xlsx'),
  send: ({ url, fields, path }, progress) =>
    new Promise((resolve, reject) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const file = picked.get(path);
      if (!file) return reject(new Error('the file is no longer there'));
      form.append('file', file);
      const sending = new XMLHttpRequest();
      sending.upload.onprogress = ({ loaded, total }) => progress(Math.floor((100 * loaded) / Math.max(1, total)));
      sending.onload = () => resolve(sending.status);
      sending.onerror = sending.onabort = () => reject(new Error('the line broke'));
      sending.open('POST', url);
      sending.send(form);
    }),
};
