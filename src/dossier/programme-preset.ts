import { hypothesis } from '../input/description.ts';

/** A small programme of insertion, for who has not described its own: every line is a hypothesis to replace. */
const WHY = 'programme d’exemple, à remplacer par le vôtre';

export const EXPENSES = hypothesis(
  [
    { id: 'accompagnement', label: 'Accompagnement', pays: 'staff', amount: '240000.00', months: 36 },
    { id: 'formation', label: 'Formation', pays: 'suppliers', amount: '30000.00', months: 36 },
  ],
  WHY,
);

export const TRANCHES = hypothesis([{ id: 'tranche-1', label: 'Tranche 1', amount: '300000.00' }], WHY);

export const INDICATORS = hypothesis(
  [
    {
      id: 'insertions',
      label: 'Insertions durables',
      unit: 'personne',
      threshold: '10',
      target: '28',
      ceiling: '40',
      unitPrice: '5500.00',
    },
  ],
  WHY,
);

export const MEASUREMENTS = hypothesis(
  [
    {
      id: 'mesure-1',
      label: 'Mesure à deux ans',
      month: 24,
      results: [{ indicator: 'insertions', failure: '8', expected: '26', success: '30' }],
    },
    {
      id: 'mesure-2',
      label: 'Mesure finale',
      month: 42,
      results: [{ indicator: 'insertions', failure: '16', expected: '31', success: '36' }],
    },
  ],
  WHY,
);

/** Id of the indicator proposed. */
export const PROPOSED_INDICATOR = 'insertions';

export const CAP = hypothesis('345000.00', WHY);
