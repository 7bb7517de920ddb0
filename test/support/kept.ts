import type { TestApp } from './web-app.ts';

/** What the journeys of kept dossiers share. */

export async function postForm(
  { app }: TestApp,
  address: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return await app.request(address, { method: 'POST', body: new URLSearchParams(fields), headers });
}

/** Saves a version of what this key opens, and gives the address of the sheet, without its message. */
export async function keep(web: TestApp, key: string, comment = ''): Promise<string> {
  const response = await postForm(web, '/mes-dossiers', { cle: key, commentaire: comment });
  if (response.status !== 303) throw new Error(`${response.status}: ${await response.text()}`);
  return (response.headers.get('Location') ?? '').replace(/\?.*/, '');
}

/** « abc… » of `/mes-dossiers/abc…`. */
export function addressIn(sheet: string): string {
  return sheet.split('/').at(-1) ?? '';
}

/** Shares a version, and gives the token of the newest link of the sheet. */
export async function share(web: TestApp, sheet: string, version = 1): Promise<string> {
  const known = await tokens(web, sheet);
  await postForm(web, `${sheet}/partager`, { version: String(version) });
  const token = (await tokens(web, sheet)).find((item) => !known.includes(item));
  if (token === undefined) throw new Error('no link was made');
  return token;
}

async function tokens({ app }: TestApp, sheet: string): Promise<string[]> {
  const html = await (await app.request(sheet)).text();
  return [...html.matchAll(/name="lien" value="([^"]*)"/g)].map(([, token = '']) => token);
}
