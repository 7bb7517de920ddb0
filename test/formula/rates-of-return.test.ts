/**
 * Cases taken from the tests of other programs carry their origin; the licences are MPL-2.0 (LibreOffice), MIT
 * (PhpSpreadsheet), Unlicense (pyxirr) and BSD-3-Clause (numpy-financial); Microsoft's documentation is quoted for
 * one. Only their figures are used.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import {
  annualized,
  type DatedFlow,
  datedRatesOfReturn,
  netPresentValue,
  periodicRatesOfReturn,
  ratesOfReturnInDoubles,
} from '../../src/formula/rates-of-return.ts';

const PERIODIC: [source: string, amounts: string, expected: number | undefined, tolerance: number][] = [
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/irr.fods Sheet2!A2',
    '-10000 3500 7600 1000',
    0.113321028236252,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/irr.fods Sheet2!A5',
    '-10000 3400 6500 1000',
    0.0498584737429534,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/irr.fods Sheet2!A7',
    '-70000 12000 15000 18000 21000 26000',
    0.0866309480365316,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/irr.fods Sheet2!A12',
    '-976227.6 6192.34*239 6194.11',
    0.00377567382285619,
    1e-9,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/IRR.php[4]',
    '-100 20 24 28.8 34.56 41.47',
    0.130575756371527,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_works',
    '-100 39 59 55 20',
    0.28094842116,
    1e-9,
  ],
  ['Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_works', '-100 0 0 74', -0.09549583034, 1e-9],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_works',
    '-161445.03 2113.73 7626.73 8619.84 8612.92',
    -0.43658134635,
    1e-9,
  ],
  ['Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_works', '-100 0 0 74', -0.09549583034, 1e-9],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_works',
    '-100 39 59 55 20',
    0.28094842115,
    1e-9,
  ],
  ['Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_works', '-100 100 0 7', 0.06205848562, 1e-9],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_works',
    '-40000 5000 8000 12000 30000',
    0.1058225984,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_equal_payments',
    '-87.17*180 5809.3',
    -0.01352676905,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#special/gh_46',
    '-1678.87 771.96 1814.05 3520.3 3552.95 3584.99 -1',
    0.9688775470209261,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#special/gh_46',
    '-217500 -217500 108466.80462450592 101129.96439328062 93793.12416205535 86456.28393083003 79119.44369960476 71782.60346837944 64445.76323715414 57108.92300592884 49772.08277470355 42435.24254347826 35098.40231225296 27761.56208102766 20424.721849802358 13087.88161857707 5751.041387351768 -1585.7988438735192 -8922.639075098821 -16259.479306324123 -23596.31953754941 -30933.159768774713 -38270 -45606.8402312253 -52943.680462450604 -60280.520693675906 -67617.36092490121',
    0.12,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#special/gh_46',
    '-50 -100 600 300 -100',
    1.8544178284461061,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#special/gh_46',
    '-144852555 1288599.98 1273051.18 1254073.49 1241996.69 1226477.92 1210955.52 1192069.55 1179898.21 1164365.24 1148831.85 1129452.17 1117801.02 1102284.27 1086717.83 1067557.59 1055023.27 1038854.51 1022470.03 1002274.44 988024.873',
    -0.138541274008,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs(unordered)',
    '-1000 -9000 20000 -3000',
    0.70398423,
    1e-8,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs(minus_0_993)',
    '-1000000 5000 -3 0',
    -0.995697224362268,
    1e-8,
  ],
  ['Anexen/pyxirr@5f31a8568405:tests/test_periodic.rs#test_irr_zeros', '0*10', undefined, 1e-9],
  [
    'numpy/numpy-financial@03e194b90e51:numpy_financial/tests/test_financial.py',
    '-100 39 59 55 20',
    0.28095,
    5e-5,
  ],
];

/** PhpSpreadsheet rounds XIRR.php[30] and [37] to seven decimals: their tolerance here is 1e-7. */
const DATED: [source: string, flows: string, expected: number | undefined, tolerance: number][] = [
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xirr.fods Sheet2!A5',
    '2016-04-30:-5000 2016-05-31:800 2016-09-01:1300 2016-12-31:600 2017-01-31:7500',
    2.18630968237577,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xirr.fods Sheet2!A7',
    '2007-10-01:100 2007-11-01:100 2007-12-01:100 2008-01-01:100 2008-02-01:100 2008-03-01:100 2008-04-01:100 2008-05-01:100 2008-06-01:100 2008-07-01:100 2008-08-01:100 2008-09-01:100 2008-10-01:-1800',
    1.03112197466669,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xirr.fods Sheet2!A8',
    '2007-10-01:100 2007-11-01:100 2007-12-01:100 2008-01-01:100 2008-02-01:100 2008-03-01:100 2008-04-01:100 2008-05-01:100 2008-06-01:100 2008-07-01:100 2008-08-01:100 2008-09-01:100 2008-10-01:-1600',
    0.665339866487698,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xirr.fods Sheet2!A10',
    '2007-10-01:100 2007-11-01:100 2007-12-01:100 2008-01-01:100 2008-02-01:100 2008-03-01:100 2008-04-01:100 2008-05-01:100 2008-06-01:100 2008-07-01:100 2008-08-01:100 2008-09-01:100 2008-10-01:-1200',
    3.75808762269898e-16,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xirr.fods Sheet2!A12',
    '2007-10-01:100 2007-11-01:100 2007-12-01:100 2008-01-01:100 2008-02-01:100 2008-03-01:100 2008-04-01:100 2008-05-01:100 2008-06-01:100 2008-07-01:100 2008-08-01:100 2008-09-01:100 2008-10-01:-800',
    -0.548371585025588,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xirr.fods Sheet2!A15',
    '1998-01-01:-10000 1998-03-01:2750 1998-10-30:4250 1999-02-15:3250 1999-04-01:2750',
    0.374858597687371,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xirr.fods Sheet2!A16',
    '1998-01-01:-10000 1999-03-01:2750 2000-10-30:4250 2002-02-15:3250 2004-04-01:2750',
    0.0799495862990467,
    1e-9,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/XIRR.php[10]',
    '2015-04-01:4000 2019-06-27:-46000',
    0.77868869226873,
    1e-8,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/XIRR.php[15]',
    '2019-06-27:1 2019-06-27:1893.67 2019-06-21:52573.25 2019-06-24:48849.74 2019-06-27:26369.16 2019-07-27:-273029.18',
    3235.159644,
    1e-8,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/XIRR.php[17]',
    '2010-01-01:-100 2010-04-01:20 2010-10-01:40 2011-02-01:25',
    -0.197387315,
    1e-8,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/XIRR.php[20]',
    '2019-06-20:139947.43 2019-06-27:1893.67 2019-06-21:52573.25 2019-06-24:48849.74 2019-06-27:26369.16 2019-07-27:-273029.18',
    0.13796353,
    1e-8,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/XIRR.php[28]',
    '2010-01-01:-1000 2011-01-01:900',
    -0.1,
    1e-8,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/XIRR.php[30]',
    '2010-10-01:-1000 2011-01-01:4300 2010-07-01:-1000 2010-01-01:-1000 2010-04-01:-1000',
    0.1212676,
    1e-7,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/XIRR.php[37]',
    '2001-06-22:-2610 2001-07-03:-2589 2001-07-05:-5110 2001-07-06:-2550 2001-07-09:-5086 2001-07-10:-2561 2001-07-12:-5040 2001-07-13:-2552 2001-07-16:-2530 2001-07-17:-9840 2001-07-18:38900',
    -0.8353404,
    1e-7,
  ],
  [
    'PHPOffice/PhpSpreadsheet@11645d54ac20:tests/data/Calculation/Financial/XIRR.php[39]',
    '2017-12-16:-2236.3994659663 2017-12-26:-47.3417585212 2017-12-29:-46.52619316339632 2017-12-31:10424.74612565936 2017-12-20:-13.077972551952',
    1.223853529e16,
    1e-8,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-3.csv)',
    '2023-03-01:-226.115921003477 2038-09-08:-3505.58589810368 2042-01-01:873.134008429102 2042-06-23:448.826068127876 2027-08-28:1154.53585341565 2030-09-05:2671.21286340532 2026-05-10:-1674.91340078428 2040-10-23:985.948186347131 2037-04-11:14.552050426933 2025-12-24:-140.204799516016 2035-05-01:2390.20165953684 2034-02-22:-4407.71495997784 2033-08-30:-2731.57858911988 2025-03-15:1474.04529911941 2024-02-14:807.651931712503 2032-11-23:2560.66867340721 2039-10-26:246.960257966169 2041-03-24:-1625.09264012697 2030-06-22:-665.717442646522 2025-07-03:1380.13795854322 2038-04-24:-2568.12611480185 2024-05-15:39.020264845981 2036-05-27:-852.426714796024 2034-05-14:-1699.93606381858 2038-07-17:1846.54039794318 2042-03-05:1946.32305820681 2023-09-15:61.863724158872 2031-05-16:2740.10721168154 2025-05-21:2369.22129250613 2036-03-20:1039.40499013643',
    5.852451769434373,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-4.csv)',
    '2024-06-20:-2948.9985879249 2043-02-02:-639.849287859328 2027-11-05:480.504552011908 2043-08-18:1426.95125028298 2041-01-26:483.612184678922 2041-04-11:20.40465018146 2043-11-11:-1313.52403883675 2037-07-26:-2094.65711499167 2029-05-08:-121.835290207001 2034-02-03:3232.86463043552 2026-11-18:622.983838739961 2032-11-12:-104.503915065111 2033-12-08:781.940620536238 2039-12-02:2860.55928353108 2041-06-26:723.549330249921 2030-02-26:-1323.63122768249 2024-12-09:-279.881239937948 2032-10-16:3619.86092006639 2031-11-29:-837.325559300572 2041-03-27:3560.10249478543 2041-05-03:2911.83031601581 2031-05-22:759.24930495407 2039-05-04:2900.32055170899 2041-01-17:-842.862760867145 2027-04-01:384.322720997276 2031-07-05:1235.46400872621 2041-04-28:1792.65989020192 2042-02-20:-3103.12289198329 2031-02-12:-118.870259495913 2036-09-26:-1548.01890774117',
    0.16098047379438984,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-13.csv)',
    '2020-10-08:-320.409336468929 2034-02-11:-1168.0309461329 2035-02-23:-116.435806487608 2032-05-22:1082.82589946232 2025-09-23:1021.31187983928 2033-08-11:330.693013409593 2037-01-01:357.608023904653 2022-06-10:4019.47530700281 2035-08-11:-636.194921783809 2030-03-06:1797.12740657937 2033-02-12:-1363.62400631159 2020-10-09:1643.85326162288 2039-02-12:380.183155427822 2028-07-23:86.989799456888 2030-12-23:-1655.5145291891 2028-11-25:282.738535669003 2025-09-19:1503.78463596763 2036-01-10:-1641.59028688468 2038-10-31:-318.274660250744 2030-02-20:257.569362953608 2023-06-30:-1413.67502554896 2033-01-25:255.335845901369 2021-10-26:-1576.27975587903 2021-03-24:318.335920888297 2033-06-01:-3433.96218604721 2027-03-09:-114.644608755237 2038-04-26:-224.006933326095 2031-05-06:275.321216777982 2021-03-16:1327.43942336165 2024-10-19:1401.88316736762',
    -0.6590570693637554,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-17.csv)',
    '2025-11-13:-672.795451352152 2033-09-10:-90.985854348913 2032-04-26:1130.33286654848 2032-10-19:742.721437796862 2037-06-22:564.407440781116 2038-07-02:-1212.18625805335 2032-11-16:-586.024183386595 2039-06-30:-1779.27859074903 2043-10-12:-3065.35827525507 2043-04-14:32.444173361525 2027-07-06:140.270615554314 2039-05-31:251.302554422917 2039-03-15:425.587054315722 2042-07-13:65.423621312111 2034-05-10:857.856025144158 2038-09-29:1560.62877038396 2034-03-08:-87.920396325637 2030-07-06:2248.31596740074 2044-04-27:-20.011922984064 2033-08-02:935.221343444048 2027-01-01:123.040408798934 2026-06-10:265.658327408675 2031-03-15:-471.502286796125 2029-10-25:804.436845713844 2038-09-16:-17.656167306972 2033-05-17:-2.533878721036 2029-09-30:187.070225606786 2027-06-12:3625.40390718999 2027-12-02:846.81990580456 2041-05-23:-1844.7735021358',
    2.7956075643765765,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-18.csv)',
    '2023-06-17:923.988201177555 2024-12-27:9.786739527567 2037-10-10:-786.633376584306 2028-04-11:-1356.24462485913 2036-07-10:166.893860910203 2025-10-12:3686.90057561238 2024-11-13:390.256113482262 2033-12-28:-2423.64274517353 2042-04-13:1588.71211794346 2040-12-24:1644.59503189252 2037-06-08:-2524.87857777369 2027-01-12:-2265.51509088023 2024-04-05:-995.153207836828 2026-07-05:-3374.84209105582 2040-06-05:-642.81913915829 2030-02-21:4653.91092052786 2028-10-29:3.440704980552 2030-04-19:-1073.10013321875 2037-07-15:-269.112686561538 2032-11-10:373.232593142572 2038-10-03:-1164.9890357721 2036-11-16:1018.06723407105 2037-12-21:903.855123186139 2039-09-18:-209.485444638539 2033-04-14:-2609.48406124231 2033-06-25:-1354.42897981437 2040-03-29:-2473.71999283526 2042-07-26:93.874323748294 2024-06-01:376.066178504797 2032-09-25:1448.99130485295',
    -0.2692266976014054,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-29.csv)',
    '2025-01-21:-418.866392824121 2031-11-09:329.715083093455 2033-01-08:361.393824080264 2039-08-12:-1894.86043355482 2025-02-10:-1636.20419711823 2027-03-26:1656.85906470937 2033-04-16:1937.6095736433 2032-03-02:-434.088324303372 2029-11-29:-154.326114236021 2025-12-15:-409.070468476819 2036-11-12:220.339257156714 2025-11-17:-1517.97715301748 2039-12-13:-1073.56209902851 2033-10-18:399.034769065218 2044-10-23:-404.954118983521 2026-06-23:146.610898996747 2031-03-31:-143.020320240239 2033-06-14:-1088.49463069114 2035-11-17:-442.526700319728 2036-02-07:793.706880844256 2030-11-01:-2719.28510972401 2037-12-29:-2092.08699878905 2029-09-08:-10.393792672007 2025-06-14:754.583956957934 2042-05-29:-806.448178403085 2036-05-10:-3274.09748397869 2041-05-06:3825.40112003985 2028-06-11:-216.570487777781 2032-09-20:1376.25869240123 2030-12-08:-1266.60016217574',
    undefined,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-35.csv)',
    '2022-10-13:-1585.4824072971 2024-04-21:-946.179496087246 2040-04-07:710.784851443589 2034-11-04:-577.885089615889 2030-01-19:-2275.95104663355 2024-03-20:-2369.66014541167 2024-02-11:-2001.14385298953 2031-02-20:-3677.49981270146 2038-09-03:-55.823968684303 2034-01-25:-249.246597750259 2025-09-07:2054.39007694601 2026-04-23:-1548.65859617792 2029-02-14:1446.02102451773 2041-03-02:-15.689542476982 2038-03-02:-80.478687629026 2029-12-17:-3128.69402995138 2025-06-25:-4000.26744778193 2041-10-31:-580.333019027857 2027-06-08:-144.554597513616 2037-07-21:-1994.72781292624 2041-03-17:2151.7670632444 2035-12-18:-2484.24852538805 2027-03-30:-198.974319086148 2032-12-17:-179.957801110091 2040-06-08:1057.73789855937 2024-05-18:116.428621913194 2039-07-16:-1060.11958903606 2034-10-15:-473.4321668491 2030-10-01:285.056974155554 2037-07-07:357.379378146521',
    -0.23061428300107065,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-44.csv)',
    '2023-11-13:-1442.34825595749 2032-06-13:623.929174072353 2042-10-13:-254.956039723493 2039-09-23:2488.45696450003 2032-07-21:-3579.98739323925 2034-04-15:976.952435284897 2025-08-17:-2039.75978761114 2038-10-30:-839.799995319491 2042-12-01:-4782.04043400009 2037-08-06:-1855.07596316148 2024-11-30:-306.166024063965 2025-08-22:105.21321615149 2041-11-20:3743.80945820117 2032-08-20:4418.43656725342 2028-09-04:-1588.37761445423 2030-06-27:2628.25914101534 2041-05-17:870.331153853533 2026-05-17:-945.097434346666 2024-02-18:-2855.05510144858 2035-02-16:3604.64224034256 2027-03-19:-1439.33255546096 2030-06-14:-1318.87302940513 2041-09-24:808.535749281772 2041-01-22:1541.62805127589 2040-05-10:1861.08407064844 2028-08-12:-2269.42331735701 2032-08-14:19.494351547842 2038-08-19:-2356.68669034449 2040-04-12:-3493.15208446373 2041-06-18:495.818361074648',
    undefined,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/30-48.csv)',
    '2023-10-16:-392.416796362717 2036-11-02:979.295211128165 2040-02-19:-7.285648077541 2030-07-04:-120.139044644889 2028-02-07:-560.389313101267 2033-08-10:616.933133224319 2024-11-28:175.419612889302 2032-12-21:1795.7948814247 2028-09-08:-2064.80623726193 2026-02-17:-2120.08784357186 2023-11-08:-854.762098787391 2041-02-11:663.3569962185 2025-12-10:350.650132362546 2023-12-22:17.79009809078 2036-12-10:-1763.31631843023 2026-12-12:-721.276887776513 2025-12-14:83.039251796241 2038-05-08:2211.59913882847 2041-09-26:-803.624684323083 2033-02-11:-2273.34657150641 2038-12-02:447.94811566584 2029-10-23:-1012.36985587599 2042-05-21:298.407974399472 2025-05-23:-2231.26049072134 2024-11-27:768.844873489684 2032-09-02:-702.215768202321 2034-02-08:-724.903576519865 2040-09-21:450.820374628256 2042-09-24:34.072968732318 2034-07-30:2364.79669283641',
    -0.07525261340272364,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/minus_0_13.csv)',
    '2015-05-04:-200 2015-05-07:-75 2015-05-15:-620 2015-05-04:-0.01 2015-05-06:-100 2015-05-14:-299.99 2015-05-19:-20 2015-05-26:-100 2015-05-27:-340 2015-06-01:-500 2015-06-05:-100 2015-06-18:-1008.52 2015-06-22:-65 2015-06-22:-120 2015-06-22:-450 2015-06-30:-450.75 2015-07-06:-80 2015-07-13:-130 2015-07-16:-1050 2015-07-31:-1000 2015-08-10:-65 2015-08-17:-400 2015-09-14:-100 2015-09-16:-956.88 2015-09-28:-117 2015-10-01:-50 2015-10-02:-1130 2015-10-29:-70 2015-11-02:-188 2015-11-06:-250 2015-12-29:-100 2015-12-31:9518.08',
    -0.13423264098831872,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/minus_0_99.csv)',
    '2021-06-09:-134.09 2021-08-11:40.86',
    -0.9989769231734277,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/minus_0_99999.csv)',
    '2020-03-05:-18480 2020-03-16:13120',
    -0.9999884228170087,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/minus_0_993.csv)',
    '2021-06-08:-1000000 2022-06-29:5000 2023-06-08:-3 2023-06-30:0',
    -0.993785049929284,
    1e-9,
  ],
  [
    'MS KB Q116041 (library.thedatadungeon.com)',
    '1992-01-01:-10000 1992-03-01:2750 1992-10-30:4250 1993-02-15:3250 1993-04-01:2750',
    0.373363,
    5e-7,
  ],
];

const VALUES: [source: string, annualRate: string, flows: string, expected: number, tolerance: number][] = [
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xnpv.fods Sheet2!A4',
    '0',
    '2008-01-01:-10000 2008-03-01:2750 2008-10-30:4250 2009-02-15:3250 2009-04-01:2750',
    3000.0,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xnpv.fods Sheet2!A5',
    '-0.09',
    '2008-01-01:-10000 2008-03-01:2750 2008-10-30:4250 2009-02-15:3250 2009-04-01:2750',
    4097.08021067856,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xnpv.fods Sheet2!A6',
    '-0.99',
    '2008-01-01:-10000 2008-03-01:2750 2008-10-30:4250 2009-02-15:3250 2009-04-01:2750',
    1637817.19885881,
    1e-9,
  ],
  [
    'LibreOffice 7.4.7 sc/qa/unit/data/functions/financial/fods/xnpv.fods Sheet2!A8',
    '9',
    '2008-01-01:-10000 2008-03-01:2750 2008-10-30:4250 2009-02-15:3250 2009-04-01:2750',
    -7090.12101316346,
    1e-9,
  ],
  [
    'Anexen/pyxirr@5f31a8568405:tests/test_scheduled.rs(tests/samples/unordered.csv)',
    '0.1',
    '2015-06-11:-1000 2015-07-21:-9000 2018-06-10:20000 2015-10-17:-3000',
    2218.42566365675,
    1e-6,
  ],
];

/** Reads '-100 0*2 74': an amount per period, repeated where told. */
function amountsOf(text: string): Decimal[] {
  return text.split(' ').flatMap((word) => {
    const [amount = '', times = '1'] = word.split('*');
    return Array.from({ length: Number(times) }, () => new Decimal(amount));
  });
}

/** Reads '2010-01-01:-1000 2011-01-01:900'. */
function flowsOf(text: string): DatedFlow[] {
  return text.split(' ').map((word) => {
    const [date = '', amount = ''] = word.split(':');
    return { date, amount: new Decimal(amount) };
  });
}

function dateAfter(days: number): string {
  return new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

function monthAfter(months: number): string {
  return new Date(Date.UTC(2020, months, 1)).toISOString().slice(0, 10);
}

function yearsOf(flows: readonly DatedFlow[]): number[] {
  return flows.map(({ date }) => Date.parse(date) / 86_400_000 / 365);
}

function expectAmong(
  rates: readonly (Decimal | number)[],
  expected: number | undefined,
  tolerance: number,
): void {
  if (expected === undefined) {
    expect(rates).toEqual([]);
    return;
  }
  const allowed = tolerance * Math.max(1, Math.abs(expected));
  const nearest = rates.map((rate) => Math.abs(Number(rate) - expected)).sort((a, b) => a - b)[0];
  expect(nearest, `rates found: ${rates.join(', ')}`).toBeLessThanOrEqual(allowed);
}

/** Present value at a rate per period over the sum of the absolute discounted amounts, in 60 digits. */
function relativeValue(rate: Decimal, amounts: readonly Decimal[]): number {
  const Wide = Decimal.clone({ precision: 60 });
  const factor = new Wide(1).div(new Wide(rate).plus(1));
  let power = new Wide(1);
  let sum = new Wide(0);
  let size = new Wide(0);
  for (const amount of amounts) {
    sum = sum.plus(power.times(amount));
    size = size.plus(power.times(amount).abs());
    power = power.times(factor);
  }
  return sum.div(size).toNumber();
}

/** The same for dated flows at a yearly rate. */
function relativeDatedValue(rate: Decimal, flows: readonly DatedFlow[]): number {
  const sizes = flows.map(({ date, amount }) => ({ date, amount: amount.abs() }));
  return netPresentValue(rate, flows).div(netPresentValue(rate, sizes)).toNumber();
}

/**
 * Number of distinct roots w, 1e-18 < w < 1e8, of a polynomial with whole coefficients in ascending order,
 * counted by a Sturm sequence in exact arithmetic: nothing in common with the program.
 */
function sturmCount(coefficients: readonly bigint[]): number {
  const trimmed = (polynomial: readonly bigint[]): bigint[] => {
    const last = polynomial.findLastIndex((coefficient) => coefficient !== 0n);
    const kept = polynomial.slice(0, last + 1);
    const content = kept.reduce((a, b) => {
      let [x, y] = [a, b < 0n ? -b : b];
      while (y !== 0n) [x, y] = [y, x % y];
      return x;
    }, 0n);
    return content > 1n ? kept.map((coefficient) => coefficient / content) : kept;
  };
  const negatedRemainder = (dividend: readonly bigint[], divisor: readonly bigint[]): bigint[] => {
    const lead = divisor.at(-1) ?? 1n;
    let rest = trimmed(dividend);
    while (rest.length >= divisor.length) {
      const top = (rest.at(-1) ?? 0n) * lead;
      const shift = rest.length - divisor.length;
      // Multiplied by the square of the leading coefficient, which keeps all signs.
      rest = trimmed(rest.map((value, index) => value * lead * lead - top * (divisor[index - shift] ?? 0n)));
    }
    return rest.map((value) => -value);
  };
  const signAt = (polynomial: readonly bigint[], numerator: bigint, denominator: bigint): bigint => {
    let value = 0n;
    let power = 1n;
    for (const coefficient of polynomial.toReversed()) {
      value = value * numerator + coefficient * power;
      power *= denominator;
    }
    return value > 0n ? 1n : value < 0n ? -1n : 0n;
  };
  const start = trimmed(coefficients.slice(coefficients.findIndex((coefficient) => coefficient !== 0n)));
  const sequence = [start, trimmed(start.map((value, index) => value * BigInt(index)).slice(1))];
  while (sequence.at(-1)?.length) {
    sequence.push(negatedRemainder(sequence.at(-2) ?? [], sequence.at(-1) ?? []));
  }
  const changes = (numerator: bigint, denominator: bigint): number => {
    const signs = sequence.map((each) => signAt(each, numerator, denominator)).filter((sign) => sign !== 0n);
    return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
  };
  return changes(1n, 10n ** 18n) - changes(10n ** 8n, 1n);
}

/** Amounts whose rates per period are known: the product of (1 - (1 + rate) w). */
function amountsWithRates(rates: readonly Decimal[]): Decimal[] {
  let product = [new Decimal(1000)];
  for (const rate of rates) {
    const factor = rate.plus(1);
    product = [...product, new Decimal(0)].map((value, power) =>
      value.minus(factor.times(product[power - 1] ?? 0)),
    );
  }
  return product;
}

describe('rates of return published by other programs', () => {
  test.each(PERIODIC)('%s', (_source, text, expected, tolerance) => {
    const amounts = amountsOf(text);
    const { rates } = periodicRatesOfReturn(amounts);
    expectAmong(rates, expected, tolerance);
    for (const rate of rates) expect(Math.abs(relativeValue(rate, amounts))).toBeLessThan(1e-20);
    const quick = ratesOfReturnInDoubles(
      amounts.map((_, period) => period),
      amounts.map(Number),
    );
    expectAmong(quick, expected, tolerance);
    expect(quick.length).toBe(rates.length);
  });

  test.each(DATED)('%s', (_source, text, expected, tolerance) => {
    const flows = flowsOf(text);
    const { rates, reason } = datedRatesOfReturn(flows);
    expectAmong(rates, expected, tolerance);
    expect(reason).toBe(expected === undefined ? 'no-root' : undefined);
    for (const rate of rates) expect(Math.abs(relativeDatedValue(rate, flows))).toBeLessThan(1e-20);
    const quick = ratesOfReturnInDoubles(
      yearsOf(flows),
      flows.map(({ amount }) => Number(amount)),
    );
    expectAmong(quick, expected, tolerance);
    expect(quick.length).toBe(rates.length);
  });

  test.each(DATED)('between its rates the present value keeps its sign: %s', (_source, text) => {
    const flows = flowsOf(text);
    const { rates } = datedRatesOfReturn(flows);
    let previous: { rate: Decimal; sign: number } | undefined;
    for (let logarithm = -18.4; logarithm < 41.4; logarithm += 0.1 + 0.05 * Math.abs(logarithm)) {
      const rate = new Decimal(Math.expm1(logarithm));
      const sign = Math.sign(relativeDatedValue(rate, flows));
      if (previous !== undefined) {
        const { rate: from, sign: signBefore } = previous;
        const between = rates.filter((each) => each.gt(from) && each.lt(rate)).length;
        expect(sign, `from ${from} to ${rate}`).toBe(between % 2 === 0 ? signBefore : -signBefore);
      }
      previous = { rate, sign };
    }
  });
});

describe('present values published by other programs', () => {
  test.each(VALUES)('%s', (_source, annualRate, text, expected, tolerance) => {
    const value = netPresentValue(new Decimal(annualRate), flowsOf(text));
    expectAmong([value], expected, tolerance);
  });
});

describe('periodic rates of return', () => {
  const ratesOf = (text: string): string[] => periodicRatesOfReturn(amountsOf(text)).rates.map(String);

  test.each([
    ['two rates', '-1000 2300 -1320', ['0.1', '0.2']],
    ['a rate of exactly zero', '-1200 100*12', ['0']],
    ['a double rate', '-1000 2200 -1210', ['0.1']],
    ['a double rate of zero', '1 -2 1', ['0']],
    ['a triple rate', '1 -3.3 3.63 -1.331', ['0.1']],
    ['the highest rate searched', '-1 1000000000000000001', ['1000000000000000000']],
    ['the lowest rate searched', '-1 0.00000001', ['-0.99999999']],
    ['flows that start late', '0 0 -100 110 0', ['0.1']],
    [
      'two rates that almost meet',
      '-1000 2200 -1209.9999999999999999999',
      ['0.09999999999', '0.10000000001'],
    ],
    ['signs that alternate a thousand times', Array.from({ length: 500 }, () => '-1 1').join(' '), ['0']],
    ['a thousand periods near the lowest rate', '0*1000 -1000 0.0001', ['-0.9999999']],
  ])('%s', (_name, text, expected) => {
    expect(ratesOf(text)).toEqual(expected);
  });

  test.each([
    ['no real root', '100 -180 100'],
    ['a value that almost touches zero', '-1000 2200 -1210.0000000000000000001'],
    ['a rate beyond the highest', '-1 1000000000000000002'],
    ['a rate beyond the lowest', '-1 0.0000000099'],
  ])('%s', (_name, text) => {
    expect(periodicRatesOfReturn(amountsOf(text))).toMatchObject({ rates: [], reason: 'no-root' });
  });

  test.each([
    ['no flow', []],
    ['flows of zero', amountsOf('0 0')],
    ['payments only', amountsOf('-5 -6 0')],
    ['receipts only', amountsOf('5 6')],
  ])('%s', (_name, amounts) => {
    expect(periodicRatesOfReturn(amounts)).toMatchObject({ rates: [], reason: 'no-sign-change' });
  });

  test('tells the interval searched', () => {
    const { searched } = periodicRatesOfReturn([]);
    expect([searched.from.toString(), searched.to.toString()]).toEqual([
      '-0.99999999',
      '1000000000000000000',
    ]);
  });

  test('finds a rate whatever the scale of the amounts', () => {
    expect(ratesOf(`-1e-400 ${'0 '.repeat(399)}1`)).toEqual(['9']);
    expect(ratesOf(`-1e300 ${'0 '.repeat(199)}1e-100`)).toEqual(['-0.99']);
  });

  test('refuses an amount that is not finite', () => {
    expect(() => periodicRatesOfReturn([new Decimal(1), new Decimal(Number.NaN)])).toThrow(RangeError);
  });

  test('finds one rate of any multiplicity up to twelve', () => {
    for (let multiplicity = 1; multiplicity <= 12; multiplicity += 1) {
      const amounts = amountsWithRates(Array.from({ length: multiplicity }, () => new Decimal('0.1')));
      expect(periodicRatesOfReturn(amounts).rates.map(String)).toEqual(['0.1']);
    }
  });

  const knownRate = fc.integer({ min: -9900, max: 90000 }).map((value) => new Decimal(value).div(10000));
  const closeRates = fc
    .tuple(knownRate, fc.integer({ min: 1, max: 12 }))
    .map(([rate, digits]) => [rate, rate.plus(new Decimal(10).pow(-digits))]);
  const rateSets = fc.oneof(
    fc.array(knownRate, { minLength: 1, maxLength: 3 }),
    fc.tuple(knownRate, knownRate).map(([double, single]) => [double, double, single]),
    closeRates,
  );

  test('finds exactly the rates that flows were made from', () => {
    fc.assert(
      fc.property(rateSets, (made) => {
        const expected = [...new Set(made.map(String))].sort((a, b) => Number(a) - Number(b));
        const { rates } = periodicRatesOfReturn(amountsWithRates(made));
        expect(rates.map((rate) => rate.toDecimalPlaces(20).toString())).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('finds as many rates as a Sturm sequence counts, and the value there is zero', () => {
    const wholeAmounts = fc.oneof(
      fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 2, maxLength: 12 }),
      fc.array(fc.constantFrom(-2, -1, 0, 0, 1, 2), { minLength: 2, maxLength: 16 }),
      fc.array(fc.maxSafeInteger(), { minLength: 2, maxLength: 7 }),
    );
    fc.assert(
      fc.property(wholeAmounts, (whole) => {
        const amounts = whole.map((amount) => new Decimal(amount));
        const { rates, reason } = periodicRatesOfReturn(amounts);
        const count = whole.every((amount) => amount === 0) ? 0 : sturmCount(whole.map(BigInt));
        expect(rates.length).toBe(count);
        expect(reason === undefined).toBe(count > 0);
        for (const rate of rates) expect(Math.abs(relativeValue(rate, amounts))).toBeLessThan(1e-20);
        expect(
          ratesOfReturnInDoubles(
            whole.map((_, period) => period),
            whole,
          ).length,
        ).toBe(count);
      }),
      { numRuns: 500 },
    );
  });
});

describe('dated rates of return', () => {
  const datedFlows = fc.array(
    fc.record({
      date: fc.integer({ min: 0, max: 15_000 }).map(dateAfter),
      amount: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => new Decimal(cents).div(100)),
    }),
    { minLength: 2, maxLength: 25 },
  );
  const texts = (flows: readonly DatedFlow[]): string[] => datedRatesOfReturn(flows).rates.map(String);

  test('the value at each rate is zero, and scale, order and origin of the dates do not matter', () => {
    fc.assert(
      fc.property(
        datedFlows,
        fc.integer({ min: 1, max: 3000 }),
        fc.constantFrom(-1e6, -3, 1e-6),
        (flows, days, scale) => {
          const found = texts(flows);
          for (const rate of found) {
            expect(Math.abs(relativeDatedValue(new Decimal(rate), flows))).toBeLessThan(1e-9);
          }
          const later = ({ date, amount }: DatedFlow): DatedFlow => ({
            date: new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10),
            amount,
          });
          expect(texts(flows.map(later))).toEqual(found);
          expect(texts(flows.toReversed())).toEqual(found);
          const scaled = flows.map(({ date, amount }) => ({ date, amount: amount.times(scale) }));
          const rounded = (each: string): string => new Decimal(each).toSignificantDigits(15).toString();
          expect(texts(scaled).map(rounded)).toEqual(found.map(rounded));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('flows of one sign give none', () => {
    fc.assert(
      fc.property(datedFlows, (flows) => {
        const payments = flows.map(({ date, amount }) => ({ date, amount: amount.abs().neg() }));
        expect(datedRatesOfReturn(payments)).toMatchObject({ rates: [], reason: 'no-sign-change' });
      }),
    );
  });

  test('flows of the same date add up', () => {
    const merged = '2021-01-01:-60 2022-01-01:120 2021-01-01:-40 2022-01-01:-10';
    expect(texts(flowsOf(merged))).toEqual(['0.1']);
    expect(datedRatesOfReturn(flowsOf('2021-01-01:-60 2021-01-01:70')).reason).toBe('no-sign-change');
  });

  test('years of 365 days agree with periods', () => {
    const flows = amountsOf('-1000 2300 -1320').map((amount, year) => ({
      date: dateAfter(365 * year),
      amount,
    }));
    expect(texts(flows)).toEqual(['0.1', '0.2']);
  });

  test('a thousand flows of random signs have their rates, all of them found in doubles too', () => {
    let seed = 20_240_101;
    const random = (): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    };
    for (const dateOf of [monthAfter, dateAfter, (): string => dateAfter(Math.floor(random() * 30_000))]) {
      const flows = Array.from({ length: 1000 }, (_, index) => ({
        date: dateOf(index),
        amount: new Decimal(Math.round((random() - 0.5) * 1e6)).div(100),
      }));
      const { rates } = datedRatesOfReturn(flows);
      expect(rates.length).toBeGreaterThan(0);
      for (const rate of rates) expect(Math.abs(relativeDatedValue(rate, flows))).toBeLessThan(1e-20);
      const quick = ratesOfReturnInDoubles(
        yearsOf(flows),
        flows.map(({ amount }) => Number(amount)),
      );
      expect(quick.length).toBe(rates.length);
      rates.forEach((rate, index) => {
        expect((quick[index] ?? 0) / Number(rate)).toBeCloseTo(1, 8);
      });
    }
  });

  test.each(['2023-02-30', '2023-2-3', '01/02/2023', '', '2023-01-01T00:00:00Z'])(
    'refuses the date %j',
    (date) => {
      expect(() => datedRatesOfReturn([{ date, amount: new Decimal(1) }])).toThrow(RangeError);
    },
  );
});

describe('rates of return in doubles', () => {
  test('takes times in any order, from any origin', () => {
    const rates = ratesOfReturnInDoubles([12, 10, 11], [-1320, -1000, 2300]);
    expect(rates.length).toBe(2);
    expect(rates[0]).toBeCloseTo(0.1, 12);
    expect(rates[1]).toBeCloseTo(0.2, 12);
  });

  test('a value that touches zero counts once', () => {
    const rates = ratesOfReturnInDoubles([0, 1, 2], [-1000, 2200, -1210]);
    expect(rates.length).toBe(1);
    expect(rates[0]).toBeCloseTo(0.1, 7);
  });

  test('gives none for flows of one sign or without a root', () => {
    expect(ratesOfReturnInDoubles([0, 1], [1, 2])).toEqual([]);
    expect(ratesOfReturnInDoubles([0, 1, 2], [100, -180, 100])).toEqual([]);
    expect(ratesOfReturnInDoubles([], [])).toEqual([]);
  });

  test('refuses what is not finite, or not paired', () => {
    expect(() => ratesOfReturnInDoubles([0, 1], [1, Number.NaN])).toThrow(RangeError);
    expect(() => ratesOfReturnInDoubles([0], [1, 2])).toThrow(RangeError);
  });
});

describe('net present value', () => {
  test('starts from the earliest date, even with an amount of zero', () => {
    const value = netPresentValue(new Decimal('0.1'), flowsOf('2022-01-01:110 2021-01-01:0'));
    expect(value.toSignificantDigits(30).toString()).toBe('100');
  });

  test('keeps its digits over sixty years', () => {
    const value = netPresentValue(new Decimal('0.05'), [
      { date: dateAfter(0), amount: new Decimal(0) },
      { date: dateAfter(60 * 365), amount: new Decimal(1) },
    ]);
    expect(value.times(new Decimal('1.05').pow(60)).minus(1).abs().lt('1e-30')).toBe(true);
  });

  test('of no flow is zero', () => {
    expect(netPresentValue(new Decimal('0.1'), []).toString()).toBe('0');
  });

  test('refuses a rate of -100 % or less', () => {
    expect(() => netPresentValue(new Decimal(-1), flowsOf('2021-01-01:5'))).toThrow(RangeError);
  });
});

describe('annualized rate', () => {
  test.each([
    ['0.01', 12, '0.126825030131969720661201'],
    ['0', 4, '0'],
    ['-0.5', 2, '-0.75'],
    ['1e-30', 12, '1.2e-29'],
  ])('%s over %i periods', (rate, periods, expected) => {
    expect(annualized(new Decimal(rate), periods).toSignificantDigits(20).toString()).toBe(
      new Decimal(expected).toSignificantDigits(20).toString(),
    );
  });

  test('refuses what makes no sense', () => {
    expect(() => annualized(new Decimal(-2), 12)).toThrow(RangeError);
    expect(() => annualized(new Decimal(0), 0)).toThrow(RangeError);
  });
});
