import type { ComputedDeal } from '../analysis/computed.ts';
import type { Line } from '../formula/operations.ts';
import type { Row, Table, TableCell } from './table.ts';
import { byYear, isNil, type Kind, once } from './year-table.ts';

const CATEGORY_WORDS = {
  employees: 'salariés ou producteurs',
  beneficiaries: 'bénéficiaires',
  authorities: 'collectivités',
  citizens: 'citoyens',
  partners: 'partenaires',
} as const;

/** What a foncière solidaire has that no other owner has; nothing elsewhere. */
export function fonciereTables(computed: ComputedDeal): Table[] {
  const { fonciere } = computed.deal;
  if (fonciere === undefined) return [];
  return [
    ...(fonciere.lots === undefined
      ? []
      : [sitesTable(computed), programmeTable(computed), lotLoansTable(computed)]),
    rentTable(computed),
    membersTable(computed),
    lifeTable(computed),
  ];
}

type Fonciere = NonNullable<ComputedDeal['deal']['fonciere']>;
type Lots = NonNullable<Fonciere['lots']>;

function line({ deal }: ComputedDeal, id: string): Line | undefined {
  return deal.setting.calculation.lines.get(id);
}

/** A single figure by the id of its line; nothing when it was not written. */
function cellOf(computed: ComputedDeal, id: string): TableCell {
  const found = line(computed, id);
  return found === undefined ? null : once(found);
}

/** How the rent of the first year is found: market, discount, what the enterprise can bear. */
function rentTable(computed: ComputedDeal): Table {
  const { deal } = computed;
  const { lease, fonciere } = deal;
  const row = (label: string, found: Line | undefined, kind: Kind = 'line'): Row[] =>
    found === undefined ? [] : [{ kind, label, cells: [once(found)] }];
  return {
    id: 'loyer-solidaire',
    title: 'Loyer de la première année',
    unit: 'en €/m²/an, hors taxes et hors charges ; deux dernières lignes : en euros',
    columns: ['Montant'],
    rows: [
      ...row('Loyer de marché à la mise en service', fonciere?.rent.market),
      ...row('Loyer de marché, décote déduite', line(computed, 'fonciere.discounted-rent')),
      ...row('Loyer soutenable par l’entreprise', fonciere?.rent.affordable),
      ...row('Loyer retenu : le plus petit des deux', line(computed, 'fonciere.rent-per-m2'), 'subtotal'),
      ...row('Loyer annuel à plein', lease?.annualRent, 'total'),
      ...row('Avantage de loyer sur la durée du calcul, actualisé', fonciere?.rentAdvantage),
    ],
    notes: [
      'Loyer soutenable : part du chiffre d’affaires après la mise en service, moins les charges et la taxe foncière refacturées, rapportée à la surface. Les paliers d’un loyer progressif s’appliquent au loyer annuel à plein.',
      'Avantage de loyer : écart au loyer de marché, actualisé au taux des aides d’État ; c’est par lui que les aides reçues par la foncière parviennent à l’entreprise. Il n’est pas compté une seconde fois dans le registre des aides.',
    ],
  };
}

/** Who owns the vehicle and how it votes: two things that are never deduced from one another. */
function membersTable(computed: ComputedDeal): Table {
  const { deal, measures } = computed;
  const { path, fonciere } = deal;
  const colleges = path.kind === 'fonciere' ? path.colleges : [];
  const place = deal.borrower.termsPath.replace(/\.terms$/, '');
  const scope = fonciere?.scope === 'site' ? 'part affectée à ce site' : 'toute la foncière';
  const subscribed = measures.lines.get('fonciere.subscribed');
  return {
    id: 'colleges',
    title: 'Associés par collège',
    unit: `parts sociales en euros, ${scope} ; capital et voix en %`,
    columns: ['Catégorie', 'Parts sociales', 'Part du capital', 'Voix'],
    rows: [
      ...(fonciere?.shares.members ?? []).map((member, index): Row => {
        const share = measures.lines.get(`fonciere.members.${member.id}.share`);
        return {
          kind: 'line',
          label: member.label,
          cells: [
            CATEGORY_WORDS[member.category],
            once(member.amount),
            share === undefined ? null : once(share),
            {
              rate: colleges[index]?.votes.toFixed() ?? '0',
              assumption: `${place}.colleges[${index}].votes`,
            },
          ],
        };
      }),
      ...(subscribed === undefined
        ? []
        : [{ kind: 'total' as const, label: 'Total', cells: [null, once(subscribed), null, null] }]),
    ],
    notes: [
      'Les voix sont fixées par les statuts, de 10 à 50 % par collège dans une SCIC : elles ne se déduisent pas du capital. Les collectivités ont au plus 50 % du capital (loi 47-1775 art. 19 septies) ; dès 25 %, la foncière n’est plus une PME pour les aides (RGEC, annexe I, art. 3.4).',
    ],
  };
}

/** What the vehicle receives, pays, keeps and pays back, year after year. */
function lifeTable(computed: ComputedDeal): Table {
  const { measures, deal } = computed;
  const isWhole = deal.fonciere?.lots !== undefined;
  const vehicle = deal.vehicle;
  const measure = (id: string) => measures.lines.get(`fonciere.${id}`);
  const own = (id: string) => line(computed, `fonciere.${id}`);
  return byYear(
    computed,
    {
      id: 'vie-fonciere',
      title: isWhole ? 'Vie de la foncière, tous sites' : 'Ce site dans la foncière',
      notes: [
        'Loyers : du mois qu’ils couvrent. Réserves, intérêts et remboursements se décident en juin sur les comptes clos. Une part se rembourse au nominal, moins sa part des pertes (loi 47-1775 art. 18), dans la limite de la trésorerie et jamais sous le quart du plus haut capital (art. 13), ni sous le double des parts des collectivités (art. 19 septies).',
        'Intérêts aux parts : dans la limite du résultat laissé par les réserves et les aides publiques (art. 19 nonies), du plafond de taux (art. 14) et de la trésorerie.',
      ],
    },
    [
      ['line', 'Loyers de ce site', measure('rent-site')],
      ['line', 'Loyers des autres sites, vacance déduite', measure('rent-lots')],
      ['line', 'Charges et taxe foncière refacturées', measure('recharged')],
      ['line', 'Charges et taxe foncière de ce site', measure('charges')],
      ['line', 'Charges laissées à la foncière, autres sites', measure('charges-lots')],
      ['line', isWhole ? 'Charges communes' : 'Charges communes, part de ce site', measure('pooled')],
      ['line', 'Annuités du prêt de ce site', measure('annuities')],
      ['line', 'Annuités des prêts des autres sites', measure('annuities-lots')],
      ['line', 'Achats et travaux des autres sites', measure('spent-lots')],
      ['subtotal', 'Résultat de l’exercice', vehicle?.books.result],
      ['line', 'Pertes antérieures apurées', own('allocation.priorLosses')],
      ['line', 'Réserve légale', own('allocation.legalReserve')],
      ['line', 'Réserve statutaire impartageable', own('allocation.otherReserve')],
      ['line', 'Intérêts aux parts décidés', own('share-interest.decided')],
      ['line', 'Remboursements de parts demandés, en nominal', measure('asked')],
      ['line', 'Parts sociales remboursées', measure('redeemed')],
      ['line', 'Demandes de remboursement en attente', measure('waiting')],
      ['subtotal', 'Capital', measure('capital')],
      ['line', 'Plancher légal du capital', measure('floor')],
      ['line', 'Part des collectivités dans le capital', own('public-share')],
      ['line', 'Réserves impartageables', measure('reserves')],
      ['line', 'Fonds de vacance mutualisé', own('vacancy-fund')],
      ['line', 'Gros entretien mis de côté', own('repairs-reserve')],
      ['subtotal', 'Trésorerie', measure('cash')],
      ['line', 'Trésorerie libre, fonds réservés déduits', measure('free-cash')],
    ],
  );
}

/** The sites and lots of a vehicle: what each costs and what pays for it. */
function sitesTable(computed: ComputedDeal): Table {
  const { deal } = computed;
  const { lots } = deal.fonciere as Fonciere & { readonly lots: Lots };
  const plan = deal.vehicle?.plan;
  const site = deal.setting.dossier.values.site;
  const loan = plan?.sources.find(({ id }) => id === 'loan')?.line;
  const opened = (opening: Line): { line: string; period: number; as: 'date' } => ({
    line: opening.id,
    period: 0,
    as: 'date',
  });
  const opening = line(computed, 'measure.months-to-opening');
  return {
    id: 'sites',
    title: 'Sites et lots',
    unit: 'en euros hors taxes ; surfaces en m²',
    columns: [
      'Sites',
      'Surface',
      'Mise en service',
      'Coût',
      'Prêts',
      'Subventions',
      'Fonds communs',
      'Loyer annuel à plein',
    ],
    rows: [
      {
        kind: 'line',
        label: `Ce site : ${site?.name ?? ''}`,
        cells: [
          '1',
          cellOf(computed, 'fonciere.site-area'),
          opening === undefined ? null : opened(opening),
          plan === undefined ? null : once(plan.cost),
          loan === undefined ? null : once(loan),
          cellOf(computed, 'measure.fonciere.site-grants'),
          cellOf(computed, 'measure.fonciere.site-funds'),
          deal.lease === undefined ? null : once(deal.lease.annualRent),
        ],
      },
      ...lots.lots.map(
        (lot): Row => ({
          kind: 'line',
          label: lot.label,
          cells: [
            String(lot.count),
            once(lot.area),
            opened(lot.opening),
            once(lot.cost),
            once(lot.loanAmount),
            once(lot.grantAmount),
            once(lot.fromFunds),
            once(line(computed, `${lot.id}.annual-rent`) as Line),
          ],
        }),
      ),
    ],
    notes: [
      'Coût d’un lot : prix, droits, notaire et travaux de tous ses sites ; le loyer est celui de la première année, décote déduite, avant vacance. Ce que prêts et subventions ne paient pas vient des fonds communs.',
    ],
  };
}

/** The plan of the whole programme: what the vehicle pays for and with what. */
function programmeTable(computed: ComputedDeal): Table {
  const { lots } = computed.deal.fonciere as Fonciere & { readonly lots: Lots };
  const rows = (items: Lots['uses']): Row[] =>
    items
      .filter(({ line: item }) => !isNil(computed, item))
      .map(({ label, line: item }) => ({ kind: 'line', label, cells: [once(item)] }));
  return {
    id: 'programme',
    title: 'Plan de financement de tous les sites',
    unit: 'en euros hors taxes',
    columns: ['Montant'],
    rows: [
      { kind: 'heading', label: 'Besoins', cells: [] },
      ...rows(lots.uses),
      { kind: 'total', label: 'Total des besoins', cells: [once(lots.totalUses)] },
      { kind: 'heading', label: 'Ressources', cells: [] },
      ...rows(lots.sources),
      { kind: 'total', label: 'Total des ressources', cells: [once(lots.totalSources)] },
    ],
    notes: [
      'Fonds communs : parts sociales et titres. « Non employés » ou « à trouver » : leur différence avec ce que demandent les sites ; les loyers des sites déjà ouverts n’y sont pas comptés.',
    ],
  };
}

/** What is owed for each lot at the end of each year. */
function lotLoansTable(computed: ComputedDeal): Table {
  const { lots } = computed.deal.fonciere as Fonciere & { readonly lots: Lots };
  const { measures } = computed;
  return byYear(
    computed,
    {
      id: 'lots-par-an',
      title: 'Loyers et prêts de chaque lot',
      notes: ['Loyers encaissés dans l’année, vacance déduite ; prêts restant dus à la clôture.'],
    },
    lots.lots.flatMap((lot) => [
      ['line', `${lot.label} : loyers`, measures.lines.get(`${lot.id}.rent`)] as const,
      ['line', `${lot.label} : prêts restant dus`, measures.lines.get(`${lot.id}.owed`)] as const,
    ]),
  );
}
