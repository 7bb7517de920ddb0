import type { ComputedDeal } from '../analysis/computed.ts';
import { exitGrid } from '../analysis/exit-grid.ts';
import type { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeMultiple, writeRate } from '../formula/french.ts';
import type { Row, Table } from './table.ts';
import { byYear, isNil, once } from './year-table.ts';

type ExitStep = NonNullable<ComputedDeal['deal']['exit']>['steps'][number];

/** The exit of the investor: the price, step by step, and who pays. */
export function exitTable(computed: ComputedDeal): Table | undefined {
  const { exit, path } = computed.deal;
  if (exit === undefined || path.kind !== 'sci') return undefined;
  const { figures } = computed;
  const saysNothing = ({ sign, line }: ExitStep) =>
    sign === '×' ? figures.of(line)[0]?.eq(1) === true : sign !== '=' && isNil(computed, line);
  const rowsOf = (part: ExitStep['part']): Row[] =>
    exit.steps
      .filter((step) => step.part === part && !saysNothing(step))
      .map(({ sign, label, line }) => ({
        kind: sign === '=' ? ('subtotal' as const) : ('line' as const),
        label: sign === '−' || sign === '×' ? `${sign}${NO_BREAK_SPACE}${label}` : label,
        cells: [once(line)],
      }));
  const heading = (label: string): Row => ({ kind: 'heading', label, cells: [] });
  const total = (label: string): Row => ({ kind: 'total', label, cells: [once(exit.buyOut)] });
  return {
    id: 'sortie',
    title: `Sortie de l’investisseur, en année ${path.exit.year}`,
    unit: 'en euros, au mois de la sortie',
    columns: ['Montant'],
    rows: [
      heading('Du bâtiment à l’actif net'),
      ...rowsOf('net-assets'),
      heading(
        path.exit.method === 'nominal-indexed' ? 'Prix des parts : apport indexé' : 'De l’actif net au prix',
      ),
      ...rowsOf('price'),
      heading('Ce que coûte la sortie'),
      ...rowsOf('cost'),
      total(exit.buyOut.label),
      heading('Qui paie'),
      ...rowsOf('payment'),
      total(isNil(computed, exit.unfunded) ? 'Total payé' : 'Total à payer, rachat non financé compris'),
    ],
    notes: [
      'Une ligne précédée de « − » se retranche, de « × » multiplie ce qui précède. L’actif net est lu avant que la sortie soit réglée : solder les quasi-fonds propres diminue ensemble la trésorerie et la dette.',
      'Prix des parts = part de l’investisseur × (actif net − impôt latent retenu) × (1 − décote). L’acquéreur paie en plus 5 % de droits (CGI art. 726).',
      'Payé dans l’ordre : trésorerie de la SCI au-delà de son minimum et du gros entretien mis de côté, nouveau prêt dans ses limites, apport de l’exploitant, puis sa trésorerie au-delà de son minimum ; le reste est « rachat non financé ».',
    ],
  };
}

/** What the investor pays and receives by year, instrument by instrument. */
export function investorTable(computed: ComputedDeal): Table | undefined {
  const { deal, measures } = computed;
  if (deal.investor === undefined) return undefined;
  const rows = deal.returns
    .filter(({ id }) => id.startsWith('investor-irr'))
    .map(({ id, line }) => {
      const kind = id === 'investor-irr' ? ('total' as const) : ('line' as const);
      return [kind, line.label, measures.lines.get(`${id}.year`)] as const;
    });
  return byYear(
    computed,
    {
      id: 'flux-investisseur',
      title: 'Flux de l’investisseur, par instrument',
      notes: ['Reçu moins versé, avant l’impôt de l’investisseur.'],
    },
    [...rows.filter(([kind]) => kind === 'line'), ...rows.filter(([kind]) => kind === 'total')],
  );
}

/** Returns by instrument: all the rates of each flow. */
export function returnsTable(computed: ComputedDeal): Table {
  const most = Math.max(1, ...computed.returns.map(({ rates }) => rates.length));
  return {
    id: 'rendements',
    title: 'Rendements par financeur et par instrument',
    unit: 'taux annuels effectifs, avant l’impôt propre de chacun',
    columns: ['TRI', ...Array.from({ length: most - 1 }, (_, index) => otherRateHead(computed, index + 1))],
    rows: computed.returns.map(({ id, label, rates, reason }) => ({
      kind: 'line' as const,
      label,
      cells: Array.from({ length: most }, (_, rank) => {
        const rate = rates[rank];
        if (rate !== undefined) return { rate: rate.toFixed(), flows: id, rank };
        return rank === 0 ? (reason ?? 'non défini') : null;
      }),
    })),
    notes: [
      'Flux en fin de mois, exact/365. Tous les taux qui annulent la valeur présente sont donnés.',
      ...unfundedNote(computed),
      ...membersNote(computed),
    ],
  };
}

/** A root of thousands of per cent is one of the equation, not of the deal: fees come before the money lent. */
function otherRateHead({ returns }: ComputedDeal, rank: number): string {
  const isUsual = returns.some(({ rates }) => rates[rank]?.abs().lte(1) === true);
  return isUsual ? 'Autre taux' : 'Autre racine de l’équation, sans portée économique';
}

/** What the rates of the members of a foncière suppose. */
function membersNote({ deal: { fonciere } }: ComputedDeal): string[] {
  if (fonciere === undefined) return [];
  const end =
    'Les parts encore détenues à l’horizon sont comptées reprises ce jour-là à leur nominal, moins leur part des pertes, comme si la trésorerie y suffisait : rien n’oblige la foncière à les rembourser alors.';
  return fonciere.scope === 'site'
    ? [
        end,
        'Lu sur ce site : un membre tient une part de toute la foncière, dont le rendement est sur la page « tous les sites ».',
      ]
    : [end];
}

/** What the rates suppose when nobody pays for all of the exit. */
function unfundedNote(computed: ComputedDeal): string[] {
  const { exit } = computed.deal;
  return exit === undefined || isNil(computed, exit.unfunded)
    ? []
    : ['Une part du rachat n’est pas financée : les taux de l’investisseur supposent qu’elle sera payée.'];
}

/** The investor's return by exit year and yield. */
export function exitGridTable(computed: ComputedDeal): Table | undefined {
  const grid = exitGrid(computed);
  if (grid === undefined) return undefined;
  const { path } = computed.deal;
  const ownYear = path.kind === 'sci' || path.kind === 'esus-holding' ? path.exit.year : undefined;
  const isYield = grid.of === 'yield';
  // Said in words: the case of the dossier is found without its colour, on paper and in the workbook too.
  const marked = (text: string, isOwn: boolean) => (isOwn ? `${text} (dossier)` : text);
  const head = (step: Decimal) =>
    isYield ? `à ${writeRate(step, 2)}` : `à ${writeMultiple(step)} fois l’EBE`;
  return {
    id: 'sorties',
    title: isYield
      ? 'TRI de l’investisseur selon l’année de sortie et le taux de capitalisation'
      : 'TRI des investisseurs selon l’année de sortie et le multiple d’EBE',
    unit: 'TRI tous instruments ; prêt et loyer inchangés',
    columns: [
      ...grid.steps.map((step) => marked(head(step), step.eq(grid.central))),
      ...(grid.withoutCap === undefined ? [] : [`${head(grid.central)}, sans plafond de rendement`]),
    ],
    rows: grid.years.map((year, index) => ({
      kind: 'line' as const,
      label: marked(`Sortie en année ${year}`, year === ownYear),
      cells: [
        ...(grid.rates[index] ?? []),
        ...(grid.withoutCap === undefined ? [] : [grid.withoutCap[index] ?? null]),
      ].map((rate) => (rate === null ? 'non défini' : { rate: rate.toFixed() })),
    })),
    notes: [
      'Ces TRI supposent le rachat payé en entier, quelle que soit l’année.',
      ...(isYield ? [] : ['Plancher et plafond de rendement compris.']),
      isYield
        ? 'Un taux de capitalisation plus haut donne une valeur plus basse. Un prêt du dossier dont l’échéance dépasse la sortie est soldé à la sortie.'
        : 'Une obligation dont l’échéance dépasse la sortie est soldée ou convertie à la sortie ; échue avant, elle est remboursée et ne se convertit plus.',
    ],
  };
}

/** Who is paid first if the building is sold too cheap: what each creditor recovers, by rank. */
export function rankTable(computed: ComputedDeal): Table | undefined {
  const { measures } = computed;
  const line = (id: string) => measures.lines.get(id);
  const price = line('rank.price');
  if (price === undefined) return undefined;
  const row = (label: string, id: string) => {
    const [owed, recovered, share] = ['owed', 'recovered', 'share'].map((part) => line(`rank.${id}.${part}`));
    return {
      kind: 'line' as const,
      label,
      cells: [owed, recovered, share].map((item) => (item === undefined ? null : once(item))),
    };
  };
  return {
    id: 'rangs',
    title: 'Sûretés et rangs : site vendu 60 % de sa valeur en année 5',
    unit: 'en euros ; dernière colonne : part recouvrée',
    columns: ['Dû', 'Recouvré', 'Part'],
    rows: [
      { kind: 'subtotal', label: 'Prix de vente', cells: [null, once(price), null] },
      row('1. Banque (hypothèque ou privilège)', 'bank'),
      ...(line('rank.quasi.owed') === undefined
        ? []
        : [row('2. Quasi-fonds propres de l’investisseur (subordonnés)', 'quasi')]),
      ...(line('rank.equity.recovered') === undefined
        ? []
        : [
            {
              kind: 'line' as const,
              label: '3. Associés, au prorata des parts',
              cells: [null, once(line('rank.equity.recovered') as typeof price), null],
            },
          ]),
    ],
    notes: [
      'Avant impôt et frais de vente. Fournisseurs, État et trésorerie de la société sont laissés de côté.',
    ],
  };
}
