/** A name as part of an address: lower case ASCII letters, digits and hyphens; letters of other scripts stay. */
export function slugOf(name: string): string {
  const slug = name
    .replace(/[đĐ]/g, 'd')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'category' : slug;
}
