import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Journey, startJourney } from '../support/browser.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { plainSpaces, SCENARIO } from '../support/web-app.ts';

const RATE = '[name="paths[0].terms.annualRate"]';
const COST = '.tile a.figure >> nth=0';

/** The first computation of a worker loads the program: seconds, on a busy machine. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 8000 });

let journey: Journey;
let context: BrowserContext;
let faults: string[] = [];

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(async () => {
  await journey?.close();
});
afterEach(async () => {
  await context?.close();
  expect(faults).toEqual([]);
});

async function open(
  path: string,
  options: Parameters<Journey['browser']['newContext']>[0] = {},
): Promise<Page> {
  faults = [];
  context = await journey.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  // A refused change is an answer, not a fault; the Content-Security-Policy reports here what it blocks.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 422/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${journey.origin}${path}`);
  return page;
}

describe('with script', () => {
  test('a change updates the results beside it, keeps focus, scroll and what is unfolded, and has its own address', async () => {
    const page = await open(`/dossiers/${SCENARIO}`);
    const before = await page.textContent(COST);
    await page.click('summary:has-text("Échéancier annuel du prêt")');
    await page.locator(RATE).scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => window.scrollY);

    await page.fill(RATE, '4,5');
    await page.press(RATE, 'Tab');
    const focused = await page.evaluateHandle(() => document.activeElement);
    await eventually(() => page.textContent(COST)).not.toBe(before);

    expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    expect(await page.getAttribute('#volet-echeancier-annuel', 'open')).not.toBeNull();
    expect(await page.inputValue(RATE)).toBe('4,5');
    expect(await page.textContent('#annonce')).toMatch(/^Résultats mis à jour\. À vérifier\. Coût complet/);
    await page.waitForURL(/\/dossiers\/[0-9a-z]{16}$/);

    const after = await page.textContent(COST);
    await page.reload();
    expect(await page.textContent(COST)).toBe(after);
    expect(await page.inputValue(RATE)).toBe('4,5');
    await page.click('text=Revenir aux valeurs du cas');
    expect(await page.textContent(COST)).toBe(before);
  });

  test('two changes follow each other, and going back shows the first', IN_WHOLE, async () => {
    const page = await open(`/dossiers/${SCENARIO}`);
    const before = await page.textContent(COST);
    await page.fill(RATE, '4,5');
    await page.press(RATE, 'Enter');
    await eventually(() => page.textContent(COST)).not.toBe(before);
    const first = await page.textContent(COST);
    const firstAddress = page.url();
    await page.fill('[name="paths[0].terms.payments"]', '180');
    await page.press('[name="paths[0].terms.payments"]', 'Tab');
    await eventually(() => page.textContent(COST)).not.toBe(first);
    expect(await page.inputValue(RATE)).toBe('4,5');
    await page.goBack();
    await eventually(() => page.url()).toBe(firstAddress);
    await eventually(() => page.textContent(COST)).toBe(first);
  });

  test(
    'a value typed just before leaving is sent first: the other form, the file and the kept version have it',
    IN_WHOLE,
    async () => {
      const page = await open(`/dossiers/${SCENARIO}`);
      await page.fill(RATE, '4,5');
      await page.click('text=Tout le détail');
      await page.waitForURL(/saisie=detail/);
      await page.waitForURL(/\/dossiers\/[0-9a-z]{16}\?/);
      expect(await page.inputValue(RATE)).toBe('4,5');

      await page.goto(`${journey.origin}/dossiers/${SCENARIO}`);
      await page.fill(RATE, '4,6');
      const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=JSON')]);
      expect(await readFile(await file.path(), 'utf8')).toContain('"0.046"');

      await page.goto(`${journey.origin}/dossiers/${SCENARIO}`);
      await page.click('text=Enregistrer une version');
      await page.fill(RATE, '4,7');
      await page.click('.keep-form button');
      await page.click('.versions th a');
      expect(await page.inputValue(RATE)).toBe('4,7');
    },
  );

  test('a refused value keeps its page: nothing typed is lost by leaving', IN_WHOLE, async () => {
    const page = await open(`/dossiers/${SCENARIO}`);
    await page.fill(RATE, '85');
    await page.click('text=Tout le détail');
    await page.waitForSelector('.problems');
    await page.waitForTimeout(300);
    expect(page.url()).not.toContain('saisie=detail');
    expect(await page.inputValue(RATE)).toBe('85');
    // The link leads away once it is pressed again: the person has read.
    await page.click('text=Tout le détail');
    await page.waitForURL(/saisie=detail/);
  });

  test('a refused value is said beside its field and on top; nothing is lost', IN_WHOLE, async () => {
    const page = await open(`/dossiers/${SCENARIO}`);
    const before = await page.textContent(COST);
    await page.fill(RATE, '85');
    await page.press(RATE, 'Tab');
    await page.waitForSelector('.problems');
    expect(await page.textContent('.problems')).toContain('Taux annuel du prêt');
    expect(await page.getAttribute(RATE, 'aria-invalid')).toBe('true');
    expect(await page.inputValue(RATE)).toBe('85');
    expect(await page.textContent(COST)).toBe(before);
    await page.fill(RATE, '3,9');
    await page.press(RATE, 'Tab');
    await eventually(() => page.locator('.problems').count()).toBe(0);
    await eventually(() => page.textContent(COST)).not.toBe(before);
  });

  test(
    'a figure opens its explanation in the panel, down to the assumption; Escape gives focus back',
    IN_WHOLE,
    async () => {
      const page = await open(`/dossiers/${SCENARIO}`);
      await page.click('summary:has-text("Échéancier annuel du prêt")');
      const interest = page
        .locator('#tableau-echeancier-annuel tr:has(th:text-is("Intérêts")) a.figure')
        .nth(3);
      await interest.click();
      await page.waitForSelector('#panneau[open]');
      await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('panneau-titre');
      let steps = 0;
      while ((await page.locator('#panneau .source').count()) === 0 && steps < 8) {
        const rate = page.locator('#panneau .operands a.figure', { hasText: 'Taux' });
        const next =
          (await rate.count()) > 0 ? rate.first() : page.locator('#panneau .operands a.figure').first();
        const title = await page.textContent('#panneau-titre');
        await next.click();
        await eventually(() => page.textContent('#panneau-titre')).not.toBe(title);
        steps++;
      }
      expect(await page.textContent('#panneau .source')).toContain('hypothèse');
      expect(await page.locator('#panneau .breadcrumb li').count()).toBe(steps);
      await page.keyboard.press('Escape');
      expect(await page.locator('#panneau[open]').count()).toBe(0);
      expect(await interest.evaluate((link) => link === document.activeElement)).toBe(true);
    },
  );

  test('the tabs show one lens, and its address opens it again', IN_WHOLE, async () => {
    const page = await open(`/dossiers/${SCENARIO}`);
    await page.click('.tabs a:has-text("Collectivité")');
    await page.waitForSelector('#regard-collectivite', { state: 'visible' });
    await page.waitForSelector('#regard-fondateur', { state: 'hidden' });
    await page.waitForURL(/regard=collectivite/);
    await page.fill(RATE, '4,5');
    await page.press(RATE, 'Tab');
    await eventually(() => page.url()).toMatch(/\/dossiers\/[0-9a-z]{16}\?regard=collectivite$/);
    await page.waitForSelector('#regard-collectivite', { state: 'visible' });
  });

  test('keyboard only: from the top of the page to a changed result', IN_WHOLE, async () => {
    const page = await open(`/dossiers/${SCENARIO}`, { viewport: { width: 390, height: 844 } });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    const reach = async (wanted: string) => {
      for (let pressed = 0; pressed < 60; pressed++) {
        await page.keyboard.press('Tab');
        const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
        if (text === wanted) return;
      }
      throw new Error(`never reached: ${wanted}`);
    };
    await reach('Modifier les hypothèses');
    await page.keyboard.press('Enter');
    const before = await page.textContent(COST);
    for (let pressed = 0; pressed < 40; pressed++) {
      await page.keyboard.press('Tab');
      if (
        (await page.evaluate(() => document.activeElement?.getAttribute('name'))) ===
        'paths[0].terms.annualRate'
      )
        break;
    }
    await page.keyboard.press('Control+A');
    await page.keyboard.type('4,5');
    await page.keyboard.press('Enter');
    await eventually(() => page.textContent(COST)).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'paths[0].terms.annualRate',
    );
  });

  test(
    'a detailed form: an entry is added, filled, given up, by keyboard; focus goes where one goes on',
    IN_WHOLE,
    async () => {
      const page = await open(`/dossiers/${SCENARIO}`);
      await page.click('text=Tout le détail');
      await page.click('summary:has-text("Projet")');
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await page.focus('[name="ajouter"][value="project.works:"]');
      await page.keyboard.press('Enter');
      await eventually(focused).toBe('champ-project-works-3-label');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Parking');
      await page.fill('#champ-project-works-3-amount', '80 000');
      await page.keyboard.press('Enter');
      await eventually(() => page.textContent('#champ-project-works-3 legend')).toBe('Parking');
      await page.waitForURL(/\/dossiers\/[0-9a-z]{16}\?saisie=detail$/);
      await page.focus('[name="retirer"][value="project.works[0]"]');
      await page.keyboard.press('Enter');
      await eventually(focused).toBe('champ-project-works');
      expect(await page.textContent('#champ-project-works-2 legend')).toBe('Parking');
    },
  );

  test('« je ne sais pas » takes the usual value, which was said before', IN_WHOLE, async () => {
    const page = await open(`/dossiers/${SCENARIO}?saisie=detail`);
    await page.click('summary:has-text("Projet")');
    const field = page.locator('.field:has(#champ-project-contingencyRate)');
    await field.locator('summary').click();
    expect(plainSpaces((await field.textContent()) ?? '')).toContain(
      'Valeur usuelle : 10 % — 10 % en bâtiment courant',
    );
    await field.locator('button').click();
    await eventually(() => page.inputValue('#champ-project-contingencyRate')).toBe('10');
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe(
      'champ-project-contingencyRate',
    );
  });

  test('the workbook is downloaded', IN_WHOLE, async () => {
    const page = await open(`/dossiers/${SCENARIO}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('text=Télécharger le classeur'),
    ]);
    expect(download.suggestedFilename()).toBe(`levier-${SCENARIO}.xlsx`);
    const content = await readFile(await download.path());
    expect(content.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('without script', () => {
  test('the same journey: change, recalculate, explain, come back', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.click(`a[href="/dossiers/${SCENARIO}"]`);
    const before = await page.textContent(COST);
    await page.fill(RATE, '4,50 %');
    await page.click('text=Recalculer');
    await page.waitForURL(/\/dossiers\/[0-9a-z]{16}$/);
    expect(await page.textContent(COST)).not.toBe(before);
    expect(await page.inputValue(RATE)).toBe('4,5');

    await page.fill(RATE, 'beaucoup');
    await page.click('text=Recalculer');
    expect(await page.textContent('.field-problem')).toContain('nombre illisible');
    expect(await page.inputValue(RATE)).toBe('beaucoup');

    await page.goto(`${journey.origin}/dossiers/${SCENARIO}?saisie=detail`);
    await page.click('summary:has-text("Projet")');
    await page.click('text=Ajouter « Équipement »');
    expect(await page.inputValue('[name="project.equipment[1].amount"]')).toBe('0');
    // What is asked for is unfolded by the address.
    await page.waitForSelector('[name="project.equipment[1].amount"]', { state: 'visible' });
    await page.click('[name="retirer"][value="project.equipment[1]"]');
    expect(page.url()).toBe(`${journey.origin}/dossiers/${SCENARIO}?saisie=detail#champ-project-equipment`);

    await page.goto(`${journey.origin}/dossiers/${SCENARIO}?regard=investisseur`);
    await page.waitForSelector('#regard-investisseur', { state: 'visible' });
    await page.click(COST);
    expect(await page.textContent('h1')).toContain('Coût complet');
    await page.click('.operands a.figure >> nth=0');
    expect(await page.locator('.breadcrumb a').count()).toBe(1);
    await page.click('.overline a');
    expect(page.url()).toContain(`/dossiers/${SCENARIO}`);
  });
});
