import { withoutControls } from '../sites/standard/plain-text.ts';

/** The name of a file as its sender says it, short, without folders nor control characters. */
export function fileNameOf(said: string): string {
  const last = said.slice(0, 1000).split(/[/\\]/).at(-1) ?? '';
  return withoutControls(last).trim().slice(0, 160);
}
