import { field, group, hypothesis, type Json, type RawDossier } from '../input/description.ts';
import { amount, wholeNumber } from '../input/fields.ts';
import { areaField, truthField } from './wording.ts';

/** Floor area of an industrial job, m²: practice goes from 50 to 150; the shipped cases from 37 to 200. */
const AREA_PER_JOB = 80;

const part = (raw: unknown, key: string): unknown =>
  raw !== null && typeof raw === 'object' && !Array.isArray(raw) ? (raw as RawDossier)[key] : undefined;

/** The area of the site of the dossier, else 80 m² a job once the project is done. */
function neededArea(dossier: RawDossier): Json {
  const typed = part(dossier.site, 'floorAreaM2');
  if (typeof typed === 'string') return typed;
  const jobs = part(dossier.operator, 'jobs');
  const after = Array.isArray(jobs)
    ? jobs.reduce((sum: number, job) => sum + (Number(part(job, 'after')) || 0), 0)
    : 0;
  return String(Math.max(100, Math.ceil(after * AREA_PER_JOB)));
}

/** What the enterprise asks of any site: with it a brownfield is judged for this enterprise, not for industry at large. */
export const SITE_NEED = group('Besoin de locaux', {
  floorAreaM2: areaField({
    label: 'Surface utile cherchée',
    help: 'En mètres carrés.',
    fallback: hypothesis(neededArea, 'surface du site du dossier, sinon 80 m² par emploi'),
  }),
  landAreaM2: field(amount({ min: '0' }).nullable(), {
    label: 'Terrain cherché',
    help: 'Au moins, en mètres carrés : stockage extérieur, manœuvres.',
    unit: 'area',
    fallback: hypothesis(null, 'aucun minimum'),
  }),
  lorryAccess: truthField({
    label: 'Accès des poids lourds nécessaire',
    help: 'Sans lui le site ne convient pas.',
    fallback: hypothesis(true, 'approvisionnement et expéditions par la route'),
  }),
  maximumMotorwayKm: field(amount({ min: '0' }).nullable(), {
    label: 'Distance maximale à l’autoroute (km)',
    help: 'Au-delà le site est dit trop loin.',
    fallback: hypothesis(null, 'aucune limite'),
  }),
  publicTransportNeeded: truthField({
    label: 'Transports en commun nécessaires',
    help: 'À moins de 500 m : salariés en insertion sans véhicule.',
    fallback: hypothesis(false, 'accès en voiture admis'),
  }),
  latestOpeningMonths: field(wholeNumber(1, 240).nullable(), {
    label: 'Mois au plus tard avant l’ouverture',
    help: 'Fin du bail en cours, par exemple.',
    unit: 'months',
    fallback: hypothesis(null, 'aucune échéance'),
  }),
});
