/** The address of a web page, when a text is one and nothing else: `http` or `https`, never a script. */
export function webLink(text: string | undefined): string | undefined {
  const trimmed = (text ?? '').trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  return url.username === '' && url.password === '' ? url.href : undefined;
}
