/** Characters that file systems or headers do not take. */
const unsafe = /[\p{Cc}"*/:<>?\\|\u202a-\u202e\u2066-\u2069]+/gu;
const MAX_LENGTH = 120;

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /['()]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * `Content-Disposition` of a download whose name may be in any script (RFC 6266): clients that know no
 * `filename*` get the name in ASCII. `name` comes without its extension.
 */
export function attachment(name: string, extension: string): string {
  const clean = Array.from(name.toWellFormed().replace(unsafe, ' ').replace(/\s+/gu, ' ').trim());
  const full = clean
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^\.+|[. ]+$/g, '');
  const ascii = full
    .normalize('NFKD')
    .replace(/[^ -~]/g, '')
    .trim();
  const named = (text: string): string => `${text === '' ? 'quiz' : text}.${extension}`;
  return `attachment; filename="${named(ascii)}"; filename*=UTF-8''${encoded(named(full))}`;
}
