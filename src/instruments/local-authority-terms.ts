import { type Default, field, hypothesis } from '../input/description.ts';
import { amount, choice, share, truth } from '../input/fields.ts';
import type { GuaranteeObject } from '../law/guarantee-object.ts';

/** An amount in euros, never negative. */
const money = (label: string, help: string, fallback: Default) =>
  field(amount({ min: '0' }), { label, help, unit: 'money', fallback });

const unknownAccounts = (what: string) => hypothesis('0.00', `non saisi : à relever ${what}`);

/** What somebody may ask a local authority to guarantee: the law admits loans only (see law/guarantee-object.ts). */
const OBJECTS: Readonly<Record<GuaranteeObject, string>> = {
  loan: 'emprunt',
  rent: 'loyer',
  leasing: 'crédit-bail',
  'associate-account': 'compte courant d’associé',
  'cash-line': 'ligne de trésorerie',
};

/** What a local authority must know of its own accounts to stay inside its ratios. */
export const LOCAL_AUTHORITY = {
  level: field(
    choice({
      municipality: 'commune',
      intercommunality: 'intercommunalité (EPCI)',
      department: 'département',
      region: 'région',
    }),
    {
      label: 'Niveau de la collectivité',
      help: 'Commune (municipality), EPCI (intercommunality), département (department) ou région (region) : change les articles visés.',
      fallback: hypothesis('intercommunality', 'compétence économique des intercommunalités'),
    },
  ),
  object: field(choice(OBJECTS), {
    label: 'Ce que la collectivité garantirait',
    help: 'La loi n’admet que des emprunts : ni loyer, ni crédit-bail, ni compte courant, ni ligne de trésorerie.',
    fallback: hypothesis('loan', 'le prêt de cette voie'),
  }),
  realOperatingRevenue: money(
    'Recettes réelles de fonctionnement',
    'Budget principal, par an : les ratios en dépendent.',
    unknownAccounts('dans le compte administratif'),
  ),
  ownAnnuities: money(
    'Annuités de sa propre dette',
    'Intérêts et capital de l’exercice.',
    unknownAccounts('dans l’état de la dette'),
  ),
  guaranteedAnnuities: money(
    'Annuités déjà garanties',
    'À échoir dans l’exercice, tous débiteurs.',
    unknownAccounts('dans l’état des emprunts garantis'),
  ),
  debtorGuaranteedAnnuities: money(
    'Dont annuités déjà garanties à ce débiteur',
    'La SCI et son exploitant sont deux débiteurs.',
    hypothesis('0.00', 'première garantie à ce débiteur'),
  ),
  provisions: money(
    'Provisions pour garanties',
    'Déduites du premier ratio.',
    hypothesis('0.00', 'aucune provision'),
  ),
  otherCoverage: field(share(), {
    unit: 'ratio',
    label: 'Quotité garantie par d’autres collectivités',
    help: 'Hors des garanties saisies ici : le plafond vaut pour toutes ensemble.',
    fallback: hypothesis('0', 'seule collectivité garante'),
  }),
  development: field(truth(), {
    label: 'Opération d’aménagement',
    help: 'Au sens du code de l’urbanisme, art. L. 300-1 et suivants : la quotité peut aller à 80 %.',
    fallback: hypothesis(false, 'immobilier d’une entreprise'),
  }),
  generalInterest: field(truth(), {
    label: 'Organisme d’intérêt général',
    help: 'Débiteur visé aux articles 200 et 238 bis du CGI : la quotité n’a plus de plafond.',
    fallback: hypothesis(false, 'une SCI ou une société commerciale n’en est pas une'),
  }),
};
