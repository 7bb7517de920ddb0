import type { ComputedDeal } from '../analysis/computed.ts';
import { Decimal } from '../formula/decimal.ts';
import { withDe, writeDate, writeEuros, writeMoney, writeRate } from '../formula/french.ts';
import { amountInLetters } from './amount-in-letters.ts';
import { AUTHORITIES, authorityInSentence } from './authority-wording.ts';
import {
  amountOf,
  blank,
  coverageText,
  guaranteedLoanFacts,
  needsSentence,
  partyName,
  twoLossesSentence,
} from './guaranteed-loan-wording.ts';

/** A draft deliberation, as plain data: what a page shows and a printer prints. */
export interface Deliberation {
  readonly title: string;
  readonly authority: string;
  readonly subject: string;
  readonly visas: readonly string[];
  /** What the assembly reads before voting. */
  readonly statement: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly loan: readonly (readonly [label: string, text: string])[];
  readonly articles: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly vote: readonly (readonly [label: string, text: string])[];
  readonly closing: readonly string[];
}

type Guarantees = NonNullable<ComputedDeal['deal']['guarantees']>;
type Guaranteed = Guarantees['list'][number];
type LocalAuthority = Extract<Guaranteed['terms'], { readonly kind: 'local-authority' }>;

/** The guarantees of a deal that a local authority must vote. */
export function votedGuarantees({ deal }: ComputedDeal): readonly Guaranteed[] {
  return (deal.guarantees?.list ?? []).filter(({ terms }) => terms.kind === 'local-authority');
}

/** An amount in figures and letters, as a deed writes it. */
function bothWays(amount: Decimal): string {
  return `${writeMoney(amount)} (${amountInLetters(amount)})`;
}

/**
 * The draft deliberation of a guarantee: lender, object, amount, rate, duration, coverage and conditions of call, without
 * which it falls (CE 28/10/2002, n° 232060). What the dossier does not know is a blank to fill.
 */
export function deliberationOf(computed: ComputedDeal, guaranteed: Guaranteed): Deliberation {
  const guarantees = computed.deal.guarantees as Guarantees;
  const terms = guaranteed.terms as LocalAuthority;
  const words = AUTHORITIES[terms.level];
  const facts = guaranteedLoanFacts(computed, guarantees);
  const authority = partyName(computed, terms.from);
  const named = authorityInSentence(authority);
  const borrower = partyName(computed, guarantees.borrower);
  const lender = partyName(computed, guarantees.lender);
  const coverage = writeRate(terms.coverage);
  const amount = amountOf(computed, guaranteed.guaranteed);
  const shares = `à hauteur de ${coverage}, soit ${bothWays(amount)} de capital`;
  return {
    title: 'Projet de délibération : garantie d’emprunt',
    authority,
    subject: `Garantie d’un emprunt de ${writeMoney(facts.amount)} souscrit par ${borrower} auprès ${withDe(lender)}, à hauteur de ${coverage}`,
    visas: [
      `le code général des collectivités territoriales, notamment ses articles ${words.articles}, et D. 1511-30 à D. 1511-35`,
      'le code civil, notamment ses articles 2288 et suivants sur le cautionnement, dont l’article 2305',
      'le traité sur le fonctionnement de l’Union européenne, article 107, et la communication 2008/C 155/02 sur les aides d’État sous forme de garanties',
      `la demande de garantie ${withDe(borrower)} en date du ${blank('date de la demande')}`,
      `l’offre de prêt ${withDe(lender)} n° ${blank('numéro')} du ${blank('date')}`,
      `la décision ${withDe(borrower)} d’emprunter, prise par ${blank('organe compétent de l’emprunteur')} le ${blank('date')}`,
      `l’avis de ${blank('commission saisie')} du ${blank('date')}`,
    ],
    statement: statementOf(computed, guaranteed, borrower, facts.object),
    loan: facts.rows,
    articles: [
      {
        heading: 'Article 1er – Objet de la garantie',
        paragraphs: [
          `${named.head} accorde sa garantie à ${borrower} ${shares}, pour le remboursement d’un emprunt de ${bothWays(facts.amount)} souscrit auprès ${withDe(lender)}, dont l’offre est annexée à la présente délibération.`,
          `Cet emprunt finance ${facts.object}. Ses caractéristiques (durée totale de ${facts.duration}, taux de ${facts.rate}) sont celles du tableau ci-dessus.`,
        ],
      },
      {
        heading: 'Article 2 – Conditions de mise en jeu',
        paragraphs: [
          `La garantie vaut pour la durée totale de l’emprunt, jusqu’au complet remboursement des sommes dues. Elle porte, à hauteur de ${coverage}, sur le capital, les intérêts, y compris de retard, et les accessoires.`,
          terms.mechanism === 'echeances'
            ? `Si ${borrower} ne paie pas une somme à sa date d’exigibilité, ${named.inside} en paie ${coverage} au prêteur, à première demande écrite de sa part, sans pouvoir opposer l’absence de ressources prévues à cet effet ni exiger que le prêteur poursuive d’abord l’emprunteur.`
            : `Si ${borrower} est défaillant, ${named.inside} paie au prêteur ${coverage} de la perte constatée une fois les sûretés réalisées, sur présentation de son décompte.`,
          `Les sommes payées donnent ${named.to} les droits du prêteur contre l’emprunteur (subrogation) ; le produit des sûretés se partage avec le prêteur dans la proportion de ce que chacun supporte.`,
        ],
      },
      {
        heading: 'Article 3 – Ressources',
        paragraphs: [
          `Pendant toute la durée de l’emprunt, ${named.inside} s’engage à dégager, en cas de besoin, les ressources nécessaires au paiement des sommes garanties.`,
        ],
      },
      {
        heading: 'Article 4 – Contreparties et commission',
        paragraphs: [
          terms.feeKind === 'none' || terms.feeRate.isZero()
            ? 'La garantie est accordée sans commission.'
            : terms.feeKind === 'flat'
              ? `${borrower} verse à la signature une commission unique de ${writeRate(terms.feeRate)} du montant garanti, soit ${bothWays(amountOf(computed, guaranteed.feeTotal))}.`
              : `${borrower} verse chaque année une commission de ${writeRate(terms.feeRate)} de l’encours garanti.`,
          `En contrepartie, ${borrower} s’engage à : ${blank('emplois maintenus ou créés, surfaces réservées, baisse de loyer répercutée…')}.`,
        ],
      },
      {
        heading: `Article 5 – Signature`,
        paragraphs: [
          `${words.executive} est autorisé à intervenir au contrat de prêt et à signer la convention de garantie avec ${borrower}, qui prévoit une information annuelle (comptes, échéancier, incidents), le remboursement des sommes payées en cas de retour à meilleure fortune et les sûretés suivantes : ${blank('hypothèque, nantissement, rang')}.`,
        ],
      },
    ],
    vote: [
      ['Membres en exercice', blank('nombre')],
      ['Présents', blank('nombre')],
      ['Suffrages exprimés', blank('nombre')],
      ['Pour', blank('nombre')],
      ['Contre', blank('nombre')],
      ['Abstentions', blank('nombre')],
    ],
    closing: [
      `Délibéré par ${words.assembly} (${authority}), le ${blank('date de la séance')}. Seule l’assemblée peut voter une garantie d’emprunt : elle ne délègue pas ce pouvoir.`,
      `Transmis au représentant de l’État le ${blank('date')}, publié le ${blank('date')} : la délibération n’est exécutoire qu’ensuite, et le contrat ne se signe pas avant.`,
    ],
  };
}

/** What the assembly must know: the operation and its plan, other guarantees, ratios, aid, risk. */
function statementOf(
  computed: ComputedDeal,
  guaranteed: Guaranteed,
  borrower: string,
  object: string,
): Deliberation['statement'] {
  const { deal } = computed;
  const guarantees = deal.guarantees as Guarantees;
  const terms = guaranteed.terms as LocalAuthority;
  const { values } = deal.setting.dossier;
  const others = guarantees.list.filter((other) => other !== guaranteed);
  const total = guarantees.list.reduce((sum, each) => sum.plus(each.terms.coverage), new Decimal(0));
  const sources = deal.borrower.plan.sources
    .map(({ label, line }) => ({ label, amount: amountOf(computed, line) }))
    .filter(({ amount }) => !amount.isZero());
  const isVehicle = deal.vehicle !== undefined;
  const deMinimis = computed.figures.of(guaranteed.aid.deMinimis)[0] ?? null;
  return [
    {
      heading: 'L’emprunteur et l’opération',
      paragraphs: [
        `${borrower}${isVehicle ? ', société civile immobilière' : ` (${FORMS[values.operator.form]})`}, au capital de ${isVehicle ? writeMoney(capitalOf(computed)) : blank('capital')}, a son siège à ${blank('adresse du siège')} et est immatriculée sous le numéro ${blank('SIREN et RCS')}.`,
        `L’emprunt finance ${object}, pour un coût de revient de ${writeEuros(amountOf(computed, deal.borrower.plan.cost))}. ${needsSentence(computed)} Ressources de l’emprunteur : ${sources.map(({ label, amount }) => `${label}, ${writeEuros(amount)}`).join(' ; ')}.`,
        ...(isVehicle
          ? [
              `La société loue le site à ${partyName(computed, deal.operator.id)} : ce sont deux débiteurs pour la loi, mais un seul risque.`,
            ]
          : []),
        `Accord de principe du prêteur : ${blank('date')}.`,
      ],
    },
    {
      heading: 'Garanties déjà accordées et autres garants',
      paragraphs: [
        `Annuités déjà garanties à cet emprunteur : ${writeMoney(terms.debtorGuaranteedAnnuities)} ; encours correspondant : ${blank('encours garanti à cet emprunteur au jour du vote')}.`,
        others.length === 0
          ? `Autre garant de cet emprunt dans le dossier : aucun${terms.otherCoverage.isZero() ? '' : ` ; d’autres collectivités en garantissent ${writeRate(terms.otherCoverage)}`}.`
          : `Autres garants : ${others.map((other) => `${partyName(computed, other.terms.from)}, ${coverageText(other.terms)}`).join(' ; ')}. Quotités cumulées : ${writeRate(total.plus(terms.otherCoverage))}.`,
      ],
    },
    { heading: 'Ratios de la collectivité', paragraphs: ratioSentences(computed, guaranteed, terms) },
    {
      heading: 'Aide d’État et risque',
      paragraphs: [
        `Équivalent-subvention brut : ${writeMoney(amountOf(computed, guaranteed.aid.grantEquivalent))} (prime refuge de la notation ${guarantees.risk.rating}, hypothèse, moins la commission, sur l’échéancier réel) ; voie de minimis forfaitaire : ${deMinimis === null ? 'fermée' : writeMoney(deMinimis)}. Régime d’aide retenu : ${blank('régime et plafond restant à l’entreprise unique')}.`,
        `Perte attendue pour la collectivité : ${writeEuros(amountOf(computed, guaranteed.expectedTotal))}, moyenne actuarielle. Dans un défaut en année ${guarantees.risk.stressedYear}, la collectivité porterait ${writeEuros(amountOf(computed, guaranteed.inDefault.net))}, récupérations déduites. ${twoLossesSentence(guarantees)} Ces montants reposent sur des hypothèses.`,
        ...(guaranteed.provision === undefined
          ? []
          : [
              `Si une procédure collective s’ouvrait à ce défaut, la collectivité aurait à provisionner ${writeEuros(amountOf(computed, guaranteed.provision.amount))} : l’encours garanti (${writeEuros(amountOf(computed, guaranteed.provision.guaranteed))}) multiplié par le risque estimé (${writeRate(amountOf(computed, guaranteed.provision.risk))}, hypothèse), CGCT art. R. 2321-2 2°.`,
            ]),
        `Avis du service chargé du contrôle de gestion : ${blank('avis et date')}.`,
      ],
    },
  ];
}

const FORMS: Readonly<
  Record<ComputedDeal['deal']['setting']['dossier']['values']['operator']['form'], string>
> = {
  'SAS-ESS': 'SAS de l’économie sociale et solidaire',
  SAS: 'SAS',
  SCOP: 'SCOP',
  SCIC: 'SCIC',
  association: 'association',
};

function capitalOf({ deal }: ComputedDeal): Decimal {
  return deal.path.kind === 'sci' ? deal.path.vehicle.capital : new Decimal(0);
}

function ratioSentences(computed: ComputedDeal, guaranteed: Guaranteed, terms: LocalAuthority): string[] {
  const { limits } = guaranteed;
  if (limits === undefined || terms.realOperatingRevenue.isZero()) {
    return [
      `Recettes réelles de fonctionnement : ${blank('compte administratif')} ; les trois ratios se calculent avec elles.`,
    ];
  }
  const [first, second, third] = limits.ratios;
  const money = (line: typeof first.value) => writeMoney(amountOf(computed, line));
  return [
    `Sur la première annuité entière, ${money(limits.guaranteedAnnuity)} sont garantis. Annuités propres et garanties, provisions déduites : ${money(first.value)}, pour un plafond de ${money(first.limit)} (marge : ${money(first.headroom)}).`,
    `Annuités garanties à cet emprunteur : ${money(second.value)}, pour un plafond de ${money(second.limit)} (marge : ${money(second.headroom)}). Quotité de toutes les collectivités : ${writeRate(amountOf(computed, third.value))}, pour un plafond de ${writeRate(amountOf(computed, third.limit))}.`,
  ];
}

/** The day on which the law was read, for the foot of a document. */
export function lawDateSentence({ deal }: ComputedDeal): string {
  return `Projet établi par Levier avec le droit au ${writeDate(deal.setting.dossier.values.lawDate)} : à relire par le service juridique avant tout vote.`;
}
