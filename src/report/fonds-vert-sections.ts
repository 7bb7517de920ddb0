import {
  BUILDING_STATES,
  GROUND_POLLUTIONS,
  OWNER_KINDS,
  PREVIOUS_USES,
  ZONINGS,
} from '../dossier/brownfield.ts';
import type { Brownfield } from '../dossier/dossier.ts';
import { type Decimal, ZERO } from '../formula/decimal.ts';
import { writeCount, writeEuros, writeMoney, writeRate } from '../formula/french.ts';
import type { SiteCalendar } from '../sites/calendar/site-calendar.ts';
import type { SheetField, SheetSection, SheetTerms } from './fonds-vert-fields.ts';

const SQUARE_METRES_OF_HECTARE = 10_000;

const SITE_TYPES: Record<Brownfield['previousUse'], string> = {
  industry: 'friche industrielle',
  'agro-industry': 'friche agro-industrielle',
  commerce: 'friche commerciale',
  logistics: 'friche logistique',
  railway: 'friche ferroviaire',
  port: 'friche portuaire',
  airport: 'friche aéroportuaire',
  military: 'friche militaire',
  mine: 'friche carrière ou mine',
  landfill: 'autre',
  hospital: 'friche hospitalière',
  housing: 'friche d’habitat',
  'public-facility': 'friche d’équipement public',
  tourism: 'friche loisir tourisme hôtellerie',
  teaching: 'friche enseignement',
  worship: 'friche cultuelle',
  mixed: 'mixte - autre',
  other: 'autre',
  unknown: 'inconnu',
};

const field = (id: string, label: string, value: string | null, note = ''): SheetField => ({
  id,
  label,
  value,
  note,
});
const known = (word: string, unknown: boolean): string | null => (unknown ? null : word);
/** Works begin with the clearing of the site, which the Fonds vert pays for: none may start before the request. */
const worksBegin = ({ phases, worksStart }: SiteCalendar) =>
  phases.find(({ id }) => id === 'asbestos')?.start ?? worksStart;
const area = (value: Decimal): string => `${writeCount(value)} m²`;

/** Who and what the site is, under the names of the national standard. */
export function identity(brownfield: Brownfield): SheetSection {
  const { previousUse, builtAreaM2, buildingState, groundPollution, asbestos } = brownfield;
  const cnig = 'standard CNIG Friches';
  return {
    id: 'identity',
    title: 'Le site (champs du standard CNIG Friches)',
    fields: [
      field('site_id', 'Identifiant du site', brownfield.inventoryId, cnig),
      field('site_nom', 'Nom du site', brownfield.name, cnig),
      field(
        'site_type',
        'Type de site',
        known(SITE_TYPES[previousUse], previousUse === 'unknown'),
        PREVIOUS_USES[previousUse],
      ),
      field('site_adresse', 'Adresse', null, 'mairie ou inventaire'),
      field('site_identif_date', 'Date d’identification', null, 'inventaire'),
      field(
        'activite_fin_annee',
        'Année de fin d’activité (durée de la friche)',
        null,
        'propriétaire ou mairie',
      ),
      field('comm_nom', 'Commune', `${brownfield.commune} (département ${brownfield.department})`, cnig),
      field('comm_insee', 'Code INSEE de la commune', null, 'mairie ou inventaire'),
      field('unite_fonciere_surface', 'Surface de l’unité foncière', area(brownfield.landAreaM2), 'emprise'),
      field('unite_fonciere_refcad', 'Parcelles cadastrales', null, 'cadastre'),
      field(
        'bati_surface',
        'Surface des bâtiments',
        builtAreaM2 === null ? null : area(builtAreaM2),
        'surface de plancher',
      ),
      field(
        'bati_etat',
        'Dégradation des bâtiments',
        known(BUILDING_STATES[buildingState], buildingState === 'unknown'),
        cnig,
      ),
      field(
        'bati_pollution',
        'Amiante ou plomb',
        known(asbestos === 'yes' ? 'présence repérée' : 'absence repérée', asbestos === 'unknown'),
        'repérage avant travaux',
      ),
      field(
        'sol_pollution_existe',
        'Pollution du sol',
        known(GROUND_POLLUTIONS[groundPollution], groundPollution === 'unknown'),
        'études de sols, plan de gestion',
      ),
      field(
        'proprio_type',
        'Propriétaire',
        known(OWNER_KINDS[brownfield.ownerKind], brownfield.ownerKind === 'unknown'),
        'relevé de propriété',
      ),
      field(
        'urba_zone_type',
        'Zone du document d’urbanisme',
        known(ZONINGS[brownfield.zoning], brownfield.zoning === 'unknown'),
        'certificat d’urbanisme',
      ),
    ],
  };
}

/** What will be there: areas, jobs, dates. */
export function programme({ brownfield, cost, enterprise }: SheetTerms): SheetSection {
  const { measures, floorAreaM2, calendar } = cost;
  const unsealed = measures.unsealedAreaM2;
  const kept = measures.keptAreaM2.range.central;
  return {
    id: 'programme',
    title: 'Le programme',
    fields: [
      field(
        'floor',
        'Surface livrée à l’activité',
        floorAreaM2 === null ? null : area(floorAreaM2),
        'surface de plancher',
      ),
      field('kept', 'dont bâtiments gardés et réhabilités', area(kept), measures.keptAreaM2.why),
      field('new', 'dont construction neuve', area(measures.newAreaM2.range.central), measures.newAreaM2.why),
      field(
        'sold',
        'Droits à construire revendus',
        area(measures.soldAreaM2.range.central),
        measures.soldAreaM2.why,
      ),
      field('homes', 'Logements', '0', 'programme d’activité'),
      field(
        'hectares',
        'Surface recyclée (ha)',
        writeCount(measures.developedAreaM2.range.central.div(SQUARE_METRES_OF_HECTARE)),
        'terrain aménagé',
      ),
      field(
        'unsealed',
        'Surface désimperméabilisée',
        brownfield.sealedAreaM2 === null ? null : area(unsealed.range.central),
        brownfield.sealedAreaM2 === null ? 'relevé des sols imperméables à faire' : unsealed.why,
      ),
      field(
        'jobs',
        'Emplois sur le site à l’ouverture (ETP)',
        enterprise === null ? null : writeCount(enterprise.jobsAfter),
        enterprise === null ? 'entreprise' : enterprise.name,
      ),
      field(
        'new-jobs',
        'dont créés',
        enterprise === null ? null : writeCount(enterprise.jobsAfter.minus(enterprise.jobsBefore)),
        'après − avant',
      ),
      field(
        'insertion-jobs',
        'dont en insertion',
        enterprise === null ? null : writeCount(enterprise.insertionJobsAfter),
        'après',
      ),
      field(
        'demolition-note',
        'Note justifiant la démolition',
        measures.builtAreaM2.range.high.gt(kept) ? null : 'sans objet : rien n’est démoli',
        'exigée en 2025 pour toute démolition',
      ),
      field(
        'start',
        'Début des travaux, en mois depuis la décision',
        monthsText(worksBegin(calendar).central),
        'calendrier, au central : remise en état comprise',
      ),
      field(
        'end',
        'Ouverture, en mois depuis la décision',
        monthsText(calendar.opening.central),
        'calendrier, au central',
      ),
    ],
  };
}

const monthsText = (months: Decimal): string => `${writeCount(months)} mois`;

/** Of the headings of the balance, those that the rules name as eligible; the others are to be confirmed. */
const ELIGIBLE = ['studies', 'land', 'clearing', 'servicing'];

/** Expenses, receipts, deficit, what is asked. */
export function money({ balance, otherAids, asked, brownfield, deficit: range }: SheetTerms): SheetSection {
  const deficit = balance.deficitAfterGrants;
  const eligible = balance.rows
    .filter(({ id, side }) => side === 'expense' && ELIGIBLE.includes(id))
    .reduce((sum, { ht }) => sum.plus(ht), ZERO);
  return {
    id: 'money',
    title: 'Le bilan de l’opération (HT, au central)',
    fields: [
      ...balance.rows
        .filter(({ side }) => side === 'expense')
        .map(({ id, label, ht }) =>
          field(
            `expense-${id}`,
            label,
            writeMoney(ht),
            ELIGIBLE.includes(id) ? 'éligible' : 'éligibilité à confirmer',
          ),
        ),
      field('expenses', 'Coût total HT', writeMoney(balance.expenses), ''),
      field(
        'eligible',
        'dont dépenses éligibles',
        writeMoney(eligible),
        'études, acquisition, remise en état, aménagement',
      ),
      field(
        'receipts',
        'Recettes de cession',
        writeMoney(balance.receiptsOfSale),
        'droits à construire et charge foncière',
      ),
      field(
        'price',
        'Prix du terrain',
        brownfield.price === null ? null : writeMoney(brownfield.price),
        'avis du Domaine, promesse',
      ),
      field(
        'other-aids',
        'Autres aides',
        otherAids.isZero() ? null : writeMoney(otherAids),
        'acquises ou sollicitées : préciser pour chacune',
      ),
      field(
        'deficit',
        'Déficit après toutes les autres aides',
        writeMoney(deficit),
        `de ${writeEuros(range.low)} à ${writeEuros(range.high)} selon la lecture des coûts ; sans le bâtiment`,
      ),
      field('asked', 'Aide sollicitée', asked === null ? null : writeMoney(asked), 'au plus le déficit'),
      field(
        'rate',
        'Taux de l’aide',
        asked === null || balance.expenses.isZero()
          ? null
          : writeRate(asked.div(balance.expenses).toDecimalPlaces(4)),
        'aide ÷ coût total HT',
      ),
    ],
  };
}

/** The four elements that a request shows to be ready. */
export function maturity({ brownfield, cost }: SheetTerms): SheetSection {
  const isPublic = ['local-authority', 'epf'].includes(brownfield.ownerKind);
  return {
    id: 'maturity',
    title: 'Les quatre éléments de maturité',
    fields: [
      field('owner-of-works', 'Maîtrise d’ouvrage', null, 'qui porte l’opération : délibération ou mandat'),
      field(
        'land-control',
        'Maîtrise du foncier',
        isPublic ? `terrain de l’acteur public : ${OWNER_KINDS[brownfield.ownerKind]}` : null,
        isPublic ? 'acte à joindre' : 'promesse, convention avec un établissement public foncier ou acte',
      ),
      field(
        'programme-known',
        'Programmation',
        cost.floorAreaM2 === null ? null : `${area(cost.floorAreaM2)} d’activité`,
        'programme, esquisse',
      ),
      field(
        'balance-known',
        'Bilan économique de l’opération',
        'joint : bilan d’aménagement',
        'âge du bilan à préciser',
      ),
    ],
  };
}

/** Who asks: nothing of it is known here. */
export const HOLDER: SheetSection = {
  id: 'holder',
  title: 'Le porteur',
  fields: [
    field('holder', 'Porteur de projet', null, 'collectivité, établissement public, aménageur ou entreprise'),
    field('siret', 'SIRET', null, 'quatorze chiffres'),
    field('contact', 'Contact', null, 'nom, fonction, courriel, téléphone'),
  ],
};
