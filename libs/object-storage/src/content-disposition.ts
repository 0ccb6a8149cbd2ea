/** `attachment` with the name in both forms of RFC 6266, or `inline` without one. */
export function contentDisposition(fileName: string | undefined): string {
  if (fileName === undefined) return 'inline';
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
