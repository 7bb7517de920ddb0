import { TOOLS } from '../../tools/tools.ts';
import type { ApiCall } from './call-description.ts';
import { EXAMPLE_DOSSIER } from './example-dossier.ts';
import { EXAMPLE_SITES } from './example-sites.ts';
import { CALLS_OF_INVENTORY } from './sites-catalogue.ts';

const dossierBody = { schema: 'Dossier', example: EXAMPLE_DOSSIER };

const CALLS_OF_DOSSIERS: readonly ApiCall[] = [
  {
    id: 'readablePage',
    method: 'GET',
    path: '/api',
    title: 'Cette page',
    purpose: 'Présente chaque appel à une personne.',
    answer: { kind: 'page' },
  },
  {
    id: 'openApi',
    method: 'GET',
    path: '/api/openapi.json',
    title: 'Description OpenAPI',
    purpose: 'Décrit chaque appel à un programme (OpenAPI 3.1).',
    answer: { kind: 'json', schema: 'OpenApi' },
  },
  {
    id: 'listScenarios',
    method: 'GET',
    path: '/api/v1/scenarios',
    title: 'Cas de l’étude',
    purpose: 'Liste les cas livrés avec Levier et leurs voies.',
    answer: { kind: 'json', schema: 'Scenarios' },
  },
  {
    id: 'oneScenario',
    method: 'GET',
    path: '/api/v1/scenarios/{id}',
    title: 'Dossier d’un cas',
    purpose: 'Donne le dossier d’un cas, à modifier et à renvoyer aux autres appels.',
    parameters: [{ name: 'id', in: 'path', description: 'Identifiant du cas.', example: 'sci-envie-soleil' }],
    answer: { kind: 'json', schema: 'Dossier' },
  },
  {
    id: 'readLaw',
    method: 'GET',
    path: '/api/v1/law',
    title: 'Droit',
    purpose:
      'Donne chaque chiffre de droit à chaque date, chaque règle, chaque forme juridique et ce qu’elle peut émettre, avec article et confiance.',
    answer: { kind: 'json', schema: 'Law' },
  },
  {
    id: 'resolve',
    method: 'POST',
    path: '/api/v1/resolutions',
    title: 'Compléter un dossier',
    purpose:
      'Rend le dossier sans rien de vide : valeurs par défaut, de la loi ou calculées, chacune avec son origine.',
    body: dossierBody,
    answer: { kind: 'json', schema: 'Resolution' },
  },
  {
    id: 'compare',
    method: 'POST',
    path: '/api/v1/comparisons',
    title: 'Comparer les voies',
    purpose:
      'Calcule chaque voie : droit, plan de financement, chiffres clés des trois points de vue, comptes annuels, limites et contrôles.',
    body: dossierBody,
    answer: { kind: 'json', schema: 'Comparison' },
  },
  {
    id: 'readFigures',
    method: 'POST',
    path: '/api/v1/figures',
    title: 'Tous les chiffres d’une voie',
    purpose:
      'Donne chaque ligne du calcul, exacte, par mois ou par exercice, et chaque virement entre parties.',
    body: {
      schema: 'FiguresRequest',
      example: {
        dossier: EXAMPLE_DOSSIER,
        path: 'bank-loan',
        lines: ['operator.ebe', 'bank-loan.loan.closing'],
      },
    },
    answer: { kind: 'json', schema: 'Figures' },
  },
  {
    id: 'explain',
    method: 'POST',
    path: '/api/v1/explanations',
    title: 'Expliquer un chiffre',
    purpose: 'Dit d’où vient un chiffre : une phrase, sa formule et ce qu’elle lit, un niveau à la fois.',
    body: {
      schema: 'ExplanationRequest',
      example: { dossier: EXAMPLE_DOSSIER, path: 'bank-loan', figure: 'operator.ebe', period: '2030' },
    },
    answer: { kind: 'json', schema: 'Explanation' },
  },
  {
    id: 'sizeLandSupport',
    method: 'POST',
    path: '/api/v1/land-support',
    title: 'Plus petit soutien public',
    purpose:
      'Cherche, sur une voie, le plus petit soutien de la collectivité qui tient les cibles données : dans chaque forme et en mélange, avec coût par exercice, plafond d’aides, retours, compétence et contenu de la délibération.',
    body: {
      schema: 'LandSupportRequest',
      example: { dossier: EXAMPLE_DOSSIER, path: 'bank-loan', targets: { minimumCover: '1.30' } },
    },
    answer: { kind: 'json', schema: 'LandSupport' },
  },
  {
    id: 'exportWorkbook',
    method: 'POST',
    path: '/api/v1/workbooks',
    title: 'Classeur d’une voie',
    purpose: 'Rend un .xlsx où chaque chiffre est une formule vivante.',
    parameters: [
      {
        name: 'path',
        in: 'query',
        description: 'Identifiant de la voie ; la voie principale à défaut.',
        example: 'bank-loan',
      },
    ],
    body: dossierBody,
    answer: { kind: 'file' },
  },
];

const CALLS_OF_SITES: readonly ApiCall[] = [
  {
    id: 'importSites',
    method: 'POST',
    path: '/api/v1/sites/imports',
    title: 'Importer des friches',
    purpose:
      'Lit un fichier au standard CNIG Friches (CSV, ou GeoJSON en application/geo+json), 50 Mio au plus, et répond une fois l’inventaire écrit. Une ligne n’est rejetée que sans site_id ou sans aucun lieu ; le reste est un avertissement. Importer deux fois le même fichier ne change rien.',
    parameters: [
      {
        name: 'file',
        in: 'query',
        description: 'Nom du fichier, gardé avec l’import.',
        example: 'friches.csv',
      },
    ],
    file: { types: ['text/csv', 'application/geo+json'], name: 'friches.csv', example: EXAMPLE_SITES },
    answer: { kind: 'json', schema: 'SitesImport', status: 201 },
  },
];

/** `loan-schedule` is LoanSchedule in the names of schemas. */
export function pascalCase(id: string): string {
  return id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

const CALLS_OF_TOOLS: readonly ApiCall[] = TOOLS.map((tool) => ({
  id: `tool${pascalCase(tool.id)}`,
  method: 'POST',
  path: `/api/v1/tools/${tool.id}`,
  title: tool.title,
  purpose: tool.intro,
  body: { schema: `${pascalCase(tool.id)}Request`, example: tool.example },
  answer: { kind: 'json', schema: `${pascalCase(tool.id)}Answer` },
}));

export const API_CALLS: readonly ApiCall[] = [
  ...CALLS_OF_DOSSIERS,
  ...CALLS_OF_INVENTORY,
  ...CALLS_OF_SITES,
  ...CALLS_OF_TOOLS,
];
