import { max, minus, NO_MONEY, plus, sumOfTerms, total } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { TrancheFlows } from '../instruments/impact-waterfall.ts';
import type { Law } from '../ledger/conservation-law.ts';
import type { MonthlyMoney } from './company.ts';
import type { Impact } from './impact.ts';
import type { PathSetting } from './setting.ts';

/** What a contract must hold whatever its results, each read from the transfers of the ledger or from the tranches. */
export function writeContractLaws({ calculation, assume, ledger }: PathSetting, impact: Impact): Law[] {
  const law = (id: string, label: string, gap: Formula<'money', 'once', 'defined'>): Law => ({
    id: `impact-${id}`,
    label,
    gap: calculation.once(`law.impact-${id}`, label, gap),
  });
  const { flows, tranches, outcomes, outcome, programme } = impact;
  const sum = (wanted: (flow: TrancheFlows) => MonthlyMoney) =>
    sumOfTerms(flows.map((flow) => total(wanted(flow))));
  const posted = sumOfTerms(
    ledger.transfers
      .filter(({ nature, from }) => nature === 'result-payment' && from === programme.payer)
      .map(({ amount }) => total(amount)),
  );
  const absolute = (gap: Formula<'money', 'once', 'defined'>) => max(gap, minus(NO_MONEY, gap));
  return [
    law(
      'cap',
      'Le payeur ne paie jamais plus que le plafond',
      max(NO_MONEY, minus(posted, assume('programme.cap', 'money'))),
    ),
    law(
      'no-more-than-received',
      'L’entreprise ne verse jamais aux investisseurs plus que les paiements reçus',
      max(
        NO_MONEY,
        minus(
          plus(
            sum(({ capital }) => capital),
            sum(({ premium }) => premium),
          ),
          posted,
        ),
      ),
    ),
    law(
      'tranches-settled',
      'Tranches = capital remboursé + capital abandonné',
      absolute(
        minus(
          tranches.invested,
          plus(
            sum(({ capital }) => capital),
            sum(({ writtenOff }) => writtenOff),
          ),
        ),
      ),
    ),
    law(
      'outcome-posted',
      'Les flux des tranches sont ceux des résultats retenus',
      absolute(
        minus(
          sum(({ flow }) => flow),
          total(outcomes[outcome].flow),
        ),
      ),
    ),
  ];
}
