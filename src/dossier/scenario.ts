import type { RawDossier } from '../input/description.ts';
import type { Problem, Reading } from '../input/problem.ts';
import { resolveDossier } from './resolution.ts';

/** A case of the study, as its file gives it. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly mainPath: string;
  readonly paths: readonly { readonly id: string; readonly kind: string; readonly label: string }[];
  /** As typed: what is shown in the form, answered by the API and saved. */
  readonly dossier: RawDossier;
}

/** Reads one file of `scenarios/`; its name must be its id. */
export function readScenario(fileName: string, text: string): Reading<Scenario> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refusedFile({
      path: '',
      message: 'JSON illisible : une virgule, un guillemet ou une accolade manque',
    });
  }
  const resolved = resolveDossier(json);
  if (!resolved.ok) return resolved;
  const { id, title, summary, mainPath, paths } = resolved.value.values;
  if (`${id}.json` !== fileName) {
    return refusedFile({
      path: 'id',
      message: `l’identifiant doit être le nom du fichier : écrivez "${fileName.replace(/\.json$/, '')}"`,
    });
  }
  const names = paths.map((path) => ({ id: path.id, kind: path.kind, label: path.label }));
  return { ok: true, value: { id, title, summary, mainPath, paths: names, dossier: json as RawDossier } };
}

function refusedFile(problem: Problem): Reading<Scenario> {
  return { ok: false, problems: [problem] };
}
