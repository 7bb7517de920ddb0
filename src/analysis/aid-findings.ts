import { Decimal } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import { writeRate } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { readsRegionalRates } from '../law/aid-ceiling.ts';
import { AFR_MAP_END, AFR_OWN_CONTRIBUTION, BLOCK_EXEMPTION_END } from '../law/aid-ceiling-figures.ts';
import { DE_MINIMIS_END } from '../law/de-minimis-figures.ts';
import { type Confidence, frenchDate } from '../law/figure.ts';
import { type SmeStatus, smeStatus } from '../law/sme-status.ts';
import type { AidRegister } from '../paths/aid-register.ts';
import type { Support } from '../paths/aid-support.ts';
import { isSoldByPublic } from '../paths/aid-supports.ts';
import type { Deal } from '../paths/deal.ts';

/** Something that the register cannot settle: what is not known, or what a person must check. */
export interface AidPoint {
  /** Of the rule that it belongs to: `state-aid.register` unless it stands by itself on the page. */
  readonly rule: 'state-aid.register' | 'state-aid.expiry' | 'state-aid.passed-on' | 'state-aid.pari-passu';
  /** A few words, for a list. */
  readonly name: string;
  readonly reason: string;
  readonly remedy: string;
  readonly article: string;
  readonly confidence: Confidence;
}

/** The register of aids once computed: figures, size, and what is left to check. */
export interface AidFindings {
  /** Those that bring something. */
  readonly supports: readonly Support[];
  readonly total: Decimal;
  /** Of it, grants and discounts. */
  readonly certain: Decimal;
  readonly ceiling: Decimal;
  readonly status: SmeStatus;
  /** Rates of the regional map are read for an enterprise of this size. */
  readonly isRegional: boolean;
  readonly points: readonly AidPoint[];
  /** The ceiling rests on what was typed and on texts in force alone: to exceed it is then forbidden. */
  readonly isSettled: boolean;
}

const NO_VALUE = new Decimal(0);

/** Reads the register of a deal and says what it does not know. */
export function aidFindings(deal: Deal, register: AidRegister, figures: Figures): AidFindings {
  const value = (line: Line) => figures.of(line)[0] ?? NO_VALUE;
  const status = smeStatus({
    publicShare: value(register.countedPublicShare).plus(value(register.exemptPublicShare)),
    exemptPublicShare: value(register.exemptPublicShare),
    employees: figures.assumption('stateAid.employees'),
    revenue: figures.assumption('stateAid.revenue'),
    balanceSheet: figures.assumption('stateAid.balanceSheet'),
  });
  const { stateAid } = deal.setting.dossier.values;
  const isRegional = readsRegionalRates(
    { zone: stateAid.afrZone, investment: stateAid.initialInvestment },
    status.size === 'large' ? 'large' : 'sme',
  );
  const supports = register.supports.filter(({ nominal }) => !value(nominal).isZero());
  const checks =
    supports.length === 0 ? [] : toCheck(deal, supports, isRegional, figures.of(register.ownContribution)[0]);
  const unknown = unknowns(deal, status);
  return {
    supports,
    total: value(register.total),
    certain: value(register.certain),
    ceiling: value(register.ceiling.ceiling),
    status,
    isRegional,
    points: [...unknown, ...checks],
    isSettled:
      unknown.length === 0 &&
      stateAid.afrZone !== 'a' &&
      !stateAid.sgeiMandate &&
      stateAid.remediationCosts.isZero() &&
      stateAid.grantDate <= BLOCK_EXEMPTION_END,
  };
}

type Facts = Omit<AidPoint, 'rule' | 'confidence'> & Partial<Pick<AidPoint, 'rule' | 'confidence'>>;

function point(facts: Facts): AidPoint {
  return { rule: 'state-aid.register', confidence: 'sourced', ...facts };
}

const SME_TEXT = 'recommandation 2003/361/CE ; RGEC 651/2014 annexe I';
const MAP = 'décret 2022-968';
const DE_MINIMIS = 'règlement (UE) 2023/2831';

/** What nobody typed and the ceiling depends on. */
function unknowns(deal: Deal, status: SmeStatus): AidPoint[] {
  const { dossier } = deal.setting;
  const { stateAid, site } = dossier.values;
  const found: AidPoint[] = [];
  if (stateAid.afrZone === 'unknown') {
    found.push(
      point({
        name: 'la zone AFR',
        reason:
          'La zone d’aide à finalité régionale du site n’est pas connue : les plafonds hors zone, plus bas, sont retenus.',
        remedy: 'Cherchez la commune sur la carte AFR 2022-2027.',
        article: MAP,
      }),
    );
  } else if (stateAid.afrZone !== 'none' && stateAid.initialInvestment === 'unknown') {
    found.push(
      point({
        name: 'la nature de l’investissement',
        reason: 'Il n’est pas dit si l’investissement est initial : les taux régionaux ne sont pas retenus.',
        remedy: 'Dites s’il crée, étend ou diversifie un établissement, et si l’activité est nouvelle.',
        article: MAP,
      }),
    );
  }
  if (!stateAid.sizeConsolidated) {
    found.push(
      point({
        name: 'la taille consolidée',
        reason:
          'La taille de l’entreprise unique n’est pas vérifiée : effectif, chiffre d’affaires et bilan doivent compter les entreprises liées et partenaires.',
        remedy: 'Consolidez les entreprises liées et partenaires (groupe, SCOP mère, filiales).',
        article: SME_TEXT,
      }),
    );
  }
  if (stateAid.publicShare === null) {
    found.push(
      point({
        name: 'la part publique du capital',
        reason:
          'La part publique du capital n’est pas saisie : elle est supposée nulle. Dès 25,00 %, la qualité de PME est perdue.',
        remedy: 'Additionnez collectivités, État et leurs établissements, direct et indirect.',
        article: 'RGEC 651/2014, annexe I art. 3.4',
      }),
    );
  }
  if (status.lostByPublicShare && stateAid.exemptInvestor === 'unknown' && deal.vehicle !== undefined) {
    found.push(
      point({
        name: 'la dispense de l’investisseur public',
        reason:
          'La part publique du capital fait perdre la qualité de PME, sauf si l’investisseur public est dispensé (investisseur institutionnel, jusqu’à 50 %).',
        remedy: 'Demandez à l’investisseur sa qualification au regard de l’annexe I du RGEC.',
        article: 'RGEC 651/2014, annexe I art. 3.2',
      }),
    );
  }
  if (!stateAid.deMinimisComplete) {
    found.push(
      point({
        name: 'les aides de minimis déjà reçues',
        reason:
          'Le relevé des aides de minimis reçues sur trois ans glissants par l’entreprise unique n’est pas complet : seules celles du dossier sont comptées.',
        remedy:
          'Demandez l’attestation de chaque entreprise liée et consultez le registre, obligatoire depuis le 01/01/2026.',
        article: DE_MINIMIS,
      }),
    );
  }
  if (isSoldByPublic(deal) && site?.marketValue === null) {
    found.push(
      point({
        name: 'la valeur vénale du site',
        reason:
          'Le vendeur est public et la valeur vénale du site n’est pas saisie : un rabais éventuel n’est pas compté.',
        remedy: 'Demandez l’avis du Domaine ou une expertise.',
        article: 'CGCT art. L. 1511-3 et R. 1511-4',
      }),
    );
  }
  return found;
}

/** What a person must check before the aids are granted. */
function toCheck(
  deal: Deal,
  supports: readonly Support[],
  isRegional: boolean,
  ownContribution: Decimal | null | undefined,
): AidPoint[] {
  const { stateAid } = deal.setting.dossier.values;
  const { grantDate } = stateAid;
  const granted = frenchDate(grantDate);
  const found: AidPoint[] = [];
  if (grantDate > BLOCK_EXEMPTION_END) {
    found.push(
      point({
        rule: 'state-aid.expiry',
        name: 'la fin du RGEC',
        reason: `Le règlement général d’exemption (RGEC) expire le ${frenchDate(BLOCK_EXEMPTION_END)}, avant l’octroi prévu le ${granted} : aucun successeur adopté n’a été trouvé.`,
        remedy:
          'Faites octroyer les aides avant cette date, ou vérifiez le règlement qui le remplace et ses taux.',
        article: 'RGEC 651/2014, date d’expiration',
      }),
    );
  }
  if (grantDate > DE_MINIMIS_END) {
    found.push(
      point({
        rule: 'state-aid.expiry',
        name: 'la fin du règlement de minimis',
        reason: `Le règlement de minimis expire le ${frenchDate(DE_MINIMIS_END)}, avant l’octroi prévu le ${granted}.`,
        remedy: 'Vérifiez le règlement qui le remplace et son plafond.',
        article: DE_MINIMIS,
      }),
    );
  }
  if (isRegional && grantDate > AFR_MAP_END) {
    found.push(
      point({
        rule: 'state-aid.expiry',
        name: 'la fin de la carte AFR',
        reason: `La carte des aides régionales finit le ${frenchDate(AFR_MAP_END)}, avant l’octroi prévu le ${granted}.`,
        remedy: 'Vérifiez la carte suivante.',
        article: MAP,
      }),
    );
  }
  if (supports.some(({ beneficiary }) => beneficiary === deal.vehicle?.id)) {
    found.push(
      point({
        rule: 'state-aid.passed-on',
        name: 'la répercussion dans le loyer',
        reason: `L’aide reçue par ${deal.vehicle?.label ?? 'le véhicule'} doit profiter à l’exploitant, qui en est le vrai bénéficiaire : elle se répercute dans son loyer.`,
        remedy: 'Écrivez dans la convention d’aide la baisse de loyer et sa durée.',
        article: 'CGCT art. L. 1511-3 ; règlements d’aide',
      }),
    );
  }
  if (supports.some(({ needsPariPassu }) => needsPariPassu)) {
    found.push(
      point({
        rule: 'state-aid.pari-passu',
        name: 'le pari passu',
        reason: stateAid.privateShareOfRound.isZero()
          ? 'De l’argent public entre aux conditions du marché sans investisseur privé indépendant aux mêmes conditions : il est compté comme une aide.'
          : `Des investisseurs privés apportent ${writeRate(stateAid.privateShareOfRound)} du tour : l’argent public n’est pas une aide à partir de 30 %, aux mêmes conditions, mêmes risques et en même temps.`,
        remedy:
          'Prouvez les conditions de marché : tour ouvert à des investisseurs privés, ou test de l’investisseur avisé.',
        article: 'TFUE art. 107 ; communication 2016/C 262/01',
        confidence: 'memory',
      }),
    );
  }
  if (stateAid.afrZone === 'a') {
    found.push(
      point({
        name: 'les taux de la zone « a »',
        reason:
          'Les zones « a » et de transition juste ont des taux plus élevés, non chargés ici : ceux de la zone « c » sont un minimum.',
        remedy: 'Lisez le taux de la commune dans la table du décret.',
        article: MAP,
        confidence: 'uncertain',
      }),
    );
  }
  if (isRegional && ownContribution?.lt(AFR_OWN_CONTRIBUTION.value)) {
    found.push(
      point({
        name: 'l’apport propre',
        reason: `L’entreprise ne paie sans concours public que ${writeRate(ownContribution.toDecimalPlaces(4))} des coûts admissibles : l’aide régionale en demande 25 %.`,
        remedy: 'Augmentez l’apport ou le prêt sans aide publique.',
        article: MAP,
      }),
    );
  }
  if (supports.some(({ kind }) => kind === 'soft-loan' || kind === 'rent' || kind === 'guarantee')) {
    found.push(
      point({
        name: 'le taux de base de l’Union',
        reason: 'Les prêts, garanties et loyers sont convertis avec un taux de base estimé, figé à l’octroi.',
        remedy: 'Relevez le taux de base publié au Journal officiel de l’Union le jour de l’octroi.',
        article: 'communication 2008/C 14/02',
        confidence: 'uncertain',
      }),
    );
  }
  if (!stateAid.remediationCosts.isZero()) {
    found.push(
      point({
        name: 'la dépollution',
        reason:
          'La dépollution est plafonnée à part, à 100 % de son coût net de la hausse de valeur du terrain ; le pollueur paie d’abord.',
        remedy:
          'Vérifiez que le pollueur ne peut être mis à contribution et faites expertiser la hausse de valeur.',
        article: 'RGEC 651/2014 art. 45',
        confidence: 'memory',
      }),
    );
  }
  if (stateAid.sgeiMandate) {
    found.push(
      point({
        name: 'le mandat SIEG',
        reason:
          'Le plafond de minimis de 750 000 € suppose un mandat de service d’intérêt économique général et ne paie que ce service.',
        remedy: 'Joignez l’acte de mandat et délimitez le service.',
        article: 'règlement (UE) 2023/2832',
      }),
    );
  }
  return found;
}
