import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { errorMessage, errorPage } from '../../views/error-page.ts';
import type { Problem } from '../input/problem.ts';
import { TasksBusy, TaskTooLong } from '../tasks/run-task.ts';
import type { WebDependencies } from './dependencies.ts';
import { wantsFragment } from './fragments.ts';

/** What could not be answered, for a person: what happened, and what to do. */
export interface Failure {
  readonly status: 400 | 403 | 404 | 405 | 410 | 413 | 422 | 500 | 503;
  readonly title: string;
  readonly text: string;
}

export const UNKNOWN_PAGE: Failure = {
  status: 404,
  title: 'Page introuvable',
  text: 'Cette adresse ne mène à rien : vérifiez-la, ou repartez de l’accueil.',
};
export const UNKNOWN_DOSSIER: Failure = {
  status: 404,
  title: 'Dossier introuvable',
  text: 'Aucun cas ni aucune saisie enregistrée n’a cette adresse : vérifiez que le lien est entier, ou ouvrez un cas depuis l’accueil.',
};
export const UNKNOWN_SITE: Failure = {
  status: 404,
  title: 'Friche introuvable',
  text: 'Aucune friche de l’inventaire n’a cet identifiant : il a pu changer depuis un import. Cherchez-la dans la liste des friches.',
};
export const TOO_LARGE: Failure = {
  status: 413,
  title: 'Envoi trop gros',
  text: 'Ce qui a été envoyé dépasse la taille d’un formulaire. Revenez à la page précédente : vos saisies y sont encore.',
};
export const UNREADABLE: Failure = {
  status: 400,
  title: 'Formulaire illisible',
  text: 'Ce qui a été envoyé n’est pas un formulaire de Levier. Revenez à la page précédente, et réessayez.',
};
export const REFUSED: Failure = {
  status: 422,
  title: 'Demande refusée',
  text: 'La demande ne peut pas être calculée telle quelle.',
};
const BUSY: Failure = {
  status: 503,
  title: 'Levier est très occupé',
  text: 'Trop de calculs attendent, ou celui-ci a pris trop de temps. Rien n’est perdu : réessayez dans quelques instants.',
};
const BROKEN: Failure = {
  status: 500,
  title: 'Erreur de Levier',
  text: 'Un défaut du programme a empêché la réponse ; il est noté dans le journal du serveur. Vos saisies enregistrées sont intactes : revenez à la page précédente, et signalez ce défaut s’il se répète.',
};

/** Answers a failure: a page, or a message in the page that asked for a part of itself. */
export async function answerFailure(
  deps: WebDependencies,
  c: Context,
  failure: Failure,
  problems: readonly Problem[] = [],
): Promise<Response> {
  if (failure.status === 503) c.header('Retry-After', '5');
  if (wantsFragment(c)) {
    c.header('HX-Retarget', '#message');
    c.header('HX-Reswap', 'innerHTML');
    return c.html(errorMessage(failure), failure.status);
  }
  return c.html(errorPage({ assets: deps.assets, ...failure, problems }), failure.status);
}

/** A refusal of a task, as a page: of a path or a figure that does not exist, or of inputs that no longer hold. */
export function answerRefusal(
  deps: WebDependencies,
  c: Context,
  problems: readonly Problem[],
): Promise<Response> {
  const asked = ['path', 'figure', 'period', 'table'];
  const isUnknown = problems.some(({ path }) => asked.includes(path));
  return answerFailure(
    deps,
    c,
    isUnknown ? { ...UNKNOWN_PAGE, text: problems.map(({ message }) => message).join(' ; ') } : REFUSED,
    isUnknown ? [] : problems,
  );
}

/** Whatever was thrown: too busy is said so, the rest is a defect, logged once. */
export function thrownAnswer(deps: WebDependencies): ErrorHandler {
  return (error, c) => {
    if (error instanceof TasksBusy || error instanceof TaskTooLong) {
      deps.logger.warn({ reason: error.message }, 'too busy');
      return answerFailure(deps, c, BUSY);
    }
    if (error instanceof HTTPException && error.status < 500) {
      return answerFailure(deps, c, error.status === 413 ? TOO_LARGE : { ...REFUSED, status: 400 });
    }
    deps.logger.error({ err: error }, 'request failed');
    return answerFailure(deps, c, BROKEN);
  };
}

export function notFoundAnswer(deps: WebDependencies): NotFoundHandler {
  return (c) => answerFailure(deps, c, UNKNOWN_PAGE);
}
