import type { Context } from 'hono';
import { importPage } from '../../views/kept-import.ts';
import type { RawDossier } from '../input/description.ts';
import type { Problem, Reading } from '../input/problem.ts';
import { labelAt } from '../report/dossier-wording.ts';
import { findDossier } from '../store/kept-dossiers.ts';
import { readJsonText } from './api/json-text.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { readComment, saveVersion, versionToKeep } from './kept-saving.ts';

/** A text longer than this is not shown again in the page: its file is still where it was. */
const LONGEST_SHOWN = 200_000;

interface Sent {
  /** As text; undefined when it is no text. */
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What was sent: a file, or a text pasted in the form. Not both. */
async function sentText(file: unknown, pasted: unknown): Promise<Sent> {
  const said = (message: string, text: string | undefined): Sent => ({
    text,
    problems: [{ path: '', message }],
  });
  const typed = typeof pasted === 'string' ? pasted : '';
  const isFile = file instanceof File && (file.size > 0 || file.name !== '');
  if (!isFile && typed.trim() === '') {
    return said('rien n’a été envoyé : choisissez un fichier .json, ou collez son contenu', typed);
  }
  if (!isFile) return { text: typed.replace(/^\ufeff/, ''), problems: [] };
  if (typed.trim() !== '') {
    return said('un fichier et un texte ont été envoyés : gardez l’un des deux', typed);
  }
  const text = decoded(await file.arrayBuffer());
  if (text === undefined) {
    return said('le fichier n’est pas un texte en UTF-8 : prenez un .json téléchargé depuis Levier', '');
  }
  return { text, problems: text.trim() === '' ? [{ path: '', message: 'le fichier est vide' }] : [] };
}

/** The JSON of a text, or where it stops being JSON. */
function readDossierText(text: string): Reading<unknown> {
  const reading = readJsonText(text);
  switch (reading.kind) {
    case 'value':
      return { ok: true, value: reading.value };
    case 'refused':
      return { ok: false, problems: reading.problems };
    case 'malformed': {
      const { line, column, message, path } = reading.malformed;
      return {
        ok: false,
        problems: [{ path, message: `ligne ${line}, colonne ${column} : ${message}` }],
      };
    }
  }
}

/** The French name of the place of a problem, beside its path in the file. */
function named(problems: readonly Problem[], dossier: unknown) {
  return problems.map(({ path, message }) => {
    const label = path === '' ? '' : labelAt((dossier ?? {}) as RawDossier, path);
    return { path, message, label: path.endsWith(label) ? '' : label };
  });
}

/** Keeps what a file holds: as a new dossier, or as the next version of the dossier of this address. */
export function importFile(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const address = c.req.param('address');
    const kept = address === undefined ? undefined : await findDossier(deps.store, address);
    if (address !== undefined && kept === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);

    const sent = await sentText(body.fichier, body.json);
    const comment = readComment(body.commentaire);
    const refuse = (problems: readonly Problem[], dossier?: unknown) => {
      const text = sent.text ?? '';
      const view = {
        assets: deps.assets,
        kept,
        problems: named(problems, dossier),
        commentProblem: comment.ok ? '' : comment.problems.map(({ message }) => message).join(' ; '),
        comment: typeof body.commentaire === 'string' ? body.commentaire : '',
        text: text.length > LONGEST_SHOWN ? '' : text,
      };
      return c.html(importPage(view), 422);
    };

    if (sent.text === undefined || sent.problems.length > 0) return refuse(sent.problems);
    const reading = readDossierText(sent.text);
    if (!reading.ok) return refuse(reading.problems);
    const dossier = reading.value as RawDossier;
    const version = await versionToKeep(deps, dossier, comment.ok ? comment.value : '');
    if (!version.ok) return refuse(version.problems, dossier);
    if (!comment.ok) return refuse([]);
    return saveVersion(deps, c, version.value, address);
  };
}
