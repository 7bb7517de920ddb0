import { constant, plus, roundedToCents, times } from '../formula/build.ts';
import { profitAllocation } from '../law/profit-allocation.ts';
import { type AllocationRule, priorLosses, type YearlyAmount } from '../ledger/profit-entries.ts';
import { OPERATOR, type PathSetting } from './setting.ts';

const ONE_YEAR = constant(1, 'years');

/**
 * What the enterprise makes of its results: the allocation of its legal form, read on its own books each year, decided
 * and paid in June of the next. The same formulas as the calculator « Affectation du résultat ».
 *
 * SCOP: the labour share is a participation of employees. It is a share of the result before it and before tax, losses
 * carried forward deducted, charged to the year and deducted from its taxable profit (CGI art. 214), paid the year after;
 * the tax is computed next, and what is left is allocated by loi 78-763 art. 33. So no figure waits for itself.
 * The participation that the labour code asks of other companies of fifty employees is not modelled.
 */
export function operatorAllocation(setting: PathSetting): AllocationRule {
  const { calculation, assume } = setting;
  const { form, distributionShare } = setting.dossier.values.operator;
  const isScop = form === 'SCOP';
  const rate = (field: string) => assume(`operator.${field}`, 'ratio');
  return {
    ...(isScop && {
      labourShare: (base: YearlyAmount) => roundedToCents(times(base, rate('labourShare'))),
    }),
    allocate: ({ result, closing, labourShare }) => {
      const legalReserve = closing('legalReserve');
      const allocation = profitAllocation(calculation, `${OPERATOR}.allocation`, {
        form,
        profit: result,
        priorLosses: priorLosses(closing('retainedEarnings')),
        capital: closing('capital'),
        reserves: plus(legalReserve, closing('reserves')),
        legalReserve,
        ...(labourShare !== undefined && { labourCharged: labourShare }),
        ...(form === 'SCIC' && {
          shareInterestRateCap: times(assume('operator.shareInterestRateCap', 'ratio/years'), ONE_YEAR),
        }),
        distributionShare: rate('distributionShare'),
        party: OPERATOR,
      });
      return {
        ...(allocation.legalReserve !== undefined && { legalReserve: allocation.legalReserve }),
        reserves: allocation.otherReserve,
        retained: [allocation.priorLosses, allocation.carriedForward],
        ...(form !== 'association' &&
          !distributionShare.isZero() && {
            distributed: { to: 'owners', amount: allocation.distributed },
          }),
        shown: allocation.lines,
      };
    },
  };
}
