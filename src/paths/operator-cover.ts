import {
  choose,
  dividedBy,
  isMore,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  smallest,
  sumOfTerms,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { TransferNature } from '../ledger/natures.ts';
import { testedAnnuities } from './annuity-cover.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Covenant, Cover } from './deal.ts';
import type { PathSetting } from './setting.ts';

export interface Covenants {
  readonly covenants: readonly Covenant[];
  readonly cover: Cover;
}

/**
 * The cover of an enterprise's annuities by its EBE (not a DSCR: that is rent over annuities). It is tested on full
 * years of twelve months after the end of deferral; the loan is sized on the EBE before tax, as the tax depends on
 * the loan; the cover after tax paid and renewal of equipment is shown beside it.
 */
export function writeOperatorCover(
  setting: PathSetting,
  company: Company,
  parts: {
    readonly existingDebt: LoanLines;
    /** Renewal of equipment, paid each month. */
    readonly renewal: MonthlyMoney;
  },
): Covenants {
  const { calculation, assume } = setting;
  const { plan, planId: id, terms, termsPath, sources, balances } = company;
  const { existingDebt, renewal } = parts;
  const { loan } = plan;
  const once = calculation.once.bind(calculation);

  const annuities = calculation.yearly(
    `${id}.annuities`,
    'Annuités des emprunts (intérêts et capital)',
    plus(
      sumOfYear(plan.interestAfterOpening),
      sumOfYear(loan.principal),
      sumOfYear(existingDebt.payment),
      ...sources.flatMap(({ service, isOutsideCover }) =>
        service === undefined || isOutsideCover === true
          ? []
          : [
              sumOfYear(service.principal),
              ...(service.interest === undefined ? [] : [sumOfYear(service.interest)]),
            ],
      ),
    ),
  );
  const tested = testedAnnuities(setting, company, annuities);
  const cover = calculation.yearly(
    `${id}.cover`,
    'EBE / annuités',
    dividedBy(balances.ebeWithoutProgramme, tested),
  );
  const smallestCover = once(`${id}.cover.smallest`, 'EBE / annuités, au plus bas', smallest(cover));
  // What is left to pay annuities with, as a banker counts it: after the tax paid and the renewal of equipment.
  const ofNature = (nature: TransferNature) =>
    sumOfTerms(
      setting.ledger.transfers
        .filter(({ nature: posted, from, to }) => posted === nature && [from, to].includes(company.id))
        .map((transfer) => sumOfYear(transfer.amount)),
    );
  const available = calculation.yearly(
    `${id}.available-for-annuities`,
    'EBE moins impôt payé, participation payée et renouvellement',
    minus(
      plus(balances.ebeWithoutProgramme, ofNature('corporate-tax-refunded')),
      plus(ofNature('corporate-tax-paid'), ofNature('labour-share-payment'), sumOfYear(renewal)),
    ),
  );
  const coverAfterTax = calculation.yearly(
    `${id}.cover-after-tax`,
    '(EBE − impôt et participation payés − renouvellement) / annuités',
    dividedBy(available, tested),
  );
  const smallestAfterTax = once(
    `${id}.cover-after-tax.smallest`,
    '(EBE − impôt et participation payés − renouvellement) / annuités, au plus bas',
    smallest(coverAfterTax),
  );
  const availableTested = calculation.yearly(
    `${id}.tested-available`,
    'EBE moins impôt, participation et renouvellement, exercices testés',
    choose(isMore(tested, NO_MONEY), available, NO_MONEY),
  );
  const averageCover = once(
    `${id}.cover-after-tax.average`,
    '(EBE − impôt et participation payés − renouvellement) / annuités, en moyenne',
    dividedBy(total(availableTested), total(tested)),
  );

  const minimumCover =
    terms.minimumCover === null
      ? undefined
      : once(
          `${id}.limit.minimumCover`,
          'EBE / annuités, limite',
          times(assume(`${termsPath}.minimumCover`, 'ratio'), ONE_RATIO),
        );
  return {
    covenants: [
      {
        id: 'cover',
        label: 'EBE / annuités, avant impôt (sert à calculer le prêt)',
        value: smallestCover,
        byYear: cover,
        limit: minimumCover,
        company: company.id,
        direction: 'at-least',
        slack:
          minimumCover &&
          once(
            `${id}.cover.slack`,
            'Marge au-dessus de la limite EBE / annuités, avant impôt',
            minus(smallestCover, minimumCover),
          ),
      },
      {
        id: 'cover-after-tax',
        label: '(EBE − impôt et participation payés − renouvellement) / annuités, pour information',
        value: smallestAfterTax,
        byYear: coverAfterTax,
        limit: undefined,
        company: company.id,
        direction: 'at-least',
        slack: undefined,
      },
    ],
    cover: { annuities, average: averageCover, beforeTax: cover },
  };
}
