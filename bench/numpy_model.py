"""One fixed model, written by hand with numpy, to compare the speed of the generated loops with.

A loan drawn over 14 months, a works schedule, sales and costs by month with yearly indices, VAT paid the month after,
depreciation, corporate tax with losses, cash: about a hundred lines over 252 months, for a block of draws.
Prints nanoseconds a cell-draw.  python3 bench/numpy_model.py DRAWS
"""
import sys
import time

import numpy as np

MONTHS, OPENING, PAYMENTS = 252, 14, 216
DRAWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
BLOCK = 500


def cents(x):
    return np.sign(x) * np.floor(np.abs(x) * 100 + 0.50001) / 100


def run(rng, n):
    cells = 0
    price, works = rng.normal(1.6e6, 1e5, n), rng.normal(1.6e6, 2e5, n)
    rate, growth = rng.normal(0.0385, 0.004, n), rng.normal(0.018, 0.004, n)
    sales_before, sales_after = rng.normal(2.4e6, 1e5, n), rng.normal(3.3e6, 2e5, n)
    loan = rng.normal(3.1e6, 1e5, n)
    zero = np.zeros(n)
    spent = drawn = balance = cash = vat_before = losses = zero
    level = zero
    profit = zero
    depreciated = zero
    base = price * 0.75 + works * 1.26
    shares, lives = (0.5, 0.2, 0.2, 0.1), (35, 22, 17, 12)
    jobs = [(17, 22, 46500.0, 0.0), (33, 46, 27400.0, 13304.0)]
    for m in range(MONTHS):
        year, month = divmod(m, 12)
        index = (1 + growth) ** year
        interest = cents(balance * rate / 12)
        works_paid = cents(works / 12) if 2 <= m < 14 else zero
        fees, risk = cents(works_paid * 0.11), cents(works_paid * 0.15)
        uses = (price if m == 0 else zero) + works_paid + fees + risk
        during = interest if m <= OPENING else zero
        spent = spent + uses + during
        target = loan if m >= OPENING else np.minimum(loan, np.maximum(drawn, spent - 650_000))
        draw, drawn = target - drawn, target
        if m == OPENING + 1:
            level = cents(balance * (rate / 12) / (1 - (1 + rate / 12) ** -PAYMENTS))
        due = OPENING < m <= OPENING + PAYMENTS
        principal = (balance if m == OPENING + PAYMENTS else np.minimum(balance, level - interest)) if due else zero
        balance = balance + draw - principal
        sales = cents((sales_after if m >= OPENING else sales_before) * index / 12)
        purchases = cents(sales * 0.16)
        fixed = cents((610_000 if m >= OPENING else 520_000) * index / 12)
        payroll, aids = zero, zero
        for before, after, cost, aid in jobs:
            posts = after if m >= OPENING else before
            payroll = payroll + cents(posts * cost * index / 12)
            aids = aids + cents(posts * aid * index / 12)
        taxes = cents(38_000 * (1.02**year)) * np.ones(n) if month == 9 and year > 0 else zero
        depreciation = zero
        if m >= OPENING:
            for share, life in zip(shares, lives):
                k = min(m - OPENING + 1, life * 12)
                whole = cents(base * share * k / (life * 12))
                before = cents(base * share * (k - 1) / (life * 12)) if k > 0 else zero
                depreciation = depreciation + (whole - before)
        depreciated = depreciated + depreciation
        collected, deducted = cents(sales * 0.2), cents((purchases + fixed) * 0.2)
        vat, vat_before = vat_before, collected - deducted
        charge = interest if m > OPENING else zero
        result = sales + aids - purchases - fixed - payroll - taxes - depreciation - charge
        profit = profit + result
        tax = zero
        if month == 11:
            used = np.minimum(losses, np.maximum(np.minimum(profit, 1e6 + np.maximum(profit - 1e6, 0) * 0.5), 0))
            losses = losses - used + np.maximum(-profit, 0)
            tax = cents(np.maximum(profit - used, 0) * 0.25)
            profit = zero
        received = sales + collected + aids + draw
        paid = uses + during + purchases + fixed + deducted + vat + payroll + taxes + principal + charge + tax
        cash = cash + received - paid
        cells += 100
    return cells, cash


rng = np.random.default_rng(1)
run(rng, BLOCK)
start = time.perf_counter()
cells = 0
for first in range(0, DRAWS, BLOCK):
    cells, _ = run(rng, min(BLOCK, DRAWS - first))
seconds = time.perf_counter() - start
print(f"{seconds * 1e9 / (cells * DRAWS):.2f}")
