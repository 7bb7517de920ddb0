const OLDEST_NODE = [22, 18] as const;

/** What prevents the start, in one line that says what to do. */
class CannotStart extends Error {}

function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new CannotStart(
    `Node ${process.versions.node} est trop ancien : lancez « npm start » (npm fournit Node 24), ou installez Node ${OLDEST_NODE.join('.')} ou plus récent.`,
  );
}

function readPort(text: string | undefined): number {
  const port = text === undefined || text === '' ? 3000 : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new CannotStart(`PORT vaut « ${text} » : écrivez un nombre de 1 à 65535, par exemple PORT=3000.`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? '';
}

/** Everything else is imported once Node is known to be able to read it. */
async function start(): Promise<void> {
  const [fs, { availableParallelism }, path, { randomBytes }, { enableCompileCache, flushCompileCache }] =
    await Promise.all([
      import('node:fs'),
      import('node:os'),
      import('node:path'),
      import('node:crypto'),
      import('node:module'),
    ]);
  const port = readPort(process.env.PORT);
  const hostname = process.env.HOST || '127.0.0.1';
  const dataFolder = path.resolve(process.env.LEVIER_DATA || './data');

  // One folder at a time: `recursive` never returns where the system refuses with ENOENT, as under /proc.
  const makeFolder = (folder: string): void => {
    if (fs.existsSync(folder)) return;
    const parent = path.dirname(folder);
    if (parent !== folder) makeFolder(parent);
    fs.mkdirSync(folder);
  };
  const unwritable = (error: unknown) =>
    new CannotStart(
      `Le dossier de données ${dataFolder} ne peut pas être écrit (${codeOf(error) || messageOf(error)}) : donnez-en un autre avec LEVIER_DATA=/chemin, ou corrigez ses droits.`,
    );
  try {
    makeFolder(dataFolder);
  } catch (error) {
    throw unwritable(error);
  }

  // What Node makes of our files is kept: from the second start on, the first page comes twice as fast.
  const compiled = path.join(dataFolder, 'compiled');
  enableCompileCache(compiled);
  // For the worker threads.
  process.env.NODE_COMPILE_CACHE ??= compiled;

  const [
    { makeTaskPool },
    { makeInventoryThread },
    { serve },
    { default: Sqlite },
    { pino },
    { makeStore, migrate },
    { createApp },
    { makeAssets },
    { readScenario },
    { ENTRY_CASE },
    { caseFigures, shippedFigures },
    { fingerprintOf },
  ] = await Promise.all([
    import('./tasks/pool.ts'),
    import('./tasks/inventory-thread.ts'),
    import('@hono/node-server'),
    import('better-sqlite3'),
    import('pino'),
    import('./store/store.ts'),
    import('./web/app.ts'),
    import('../views/assets.ts'),
    import('./dossier/scenario.ts'),
    import('../views/home.ts'),
    import('./report/case-figures.ts'),
    import('./report/fingerprint.ts'),
  ]);

  const databaseFile = path.join(dataFolder, 'levier.sqlite');
  const openStore = async () => {
    try {
      const store = makeStore(new Sqlite(databaseFile));
      await migrate(store);
      return store;
    } catch (error) {
      throw unwritable(error);
    }
  };

  const readScenarios = () => {
    const folder = new URL('../scenarios/', import.meta.url);
    const names = fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
    return names.map((name) => {
      const reading = readScenario(name, fs.readFileSync(new URL(name, folder), 'utf8'));
      if (reading.ok) return reading.value;
      const [first, ...others] = reading.problems;
      const place = first === undefined || first.path === '' ? '' : `${first.path} : `;
      const more = others.length === 0 ? '' : ` (et ${others.length} autre${others.length > 1 ? 's' : ''})`;
      throw new CannotStart(
        `Le fichier scenarios/${name} est à corriger : ${place}${first?.message ?? 'illisible'}${more}.`,
      );
    });
  };

  const readEngineVersion = (): string => {
    const about = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    return String(about.version);
  };

  const logger = pino({
    level: process.env.LOG_LEVEL || 'info',
    base: null,
    redact: ['dossier', '*.dossier', 'json', '*.json', 'headers', '*.headers'],
  });
  const scenarios = readScenarios();
  const store = await openStore();
  const pool = makeTaskPool({ cores: availableParallelism(), timeLimitMs: 20_000, longestQueue: 32 });
  const inventory = makeInventoryThread({
    script: new URL('./inventory-worker.ts', import.meta.url),
    databaseFile,
    report: (error) => logger.error({ err: error }, 'import of the inventory failed'),
  });
  const figuresOfCases = new Map(
    scenarios.flatMap(({ id, dossier }) => {
      const known = shippedFigures(id, fingerprintOf(dossier));
      return known === undefined ? [] : [[id, known] as const];
    }),
  );
  const app = createApp({
    run: pool.run,
    store,
    inventory: inventory.imports,
    scenarios,
    caseFigures: figuresOfCases,
    assets: makeAssets((url) => new Uint8Array(fs.readFileSync(url))),
    logger,
    engineVersion: readEngineVersion(),
    now: () => new Date().toISOString(),
    randomBytes: (count) => randomBytes(count),
  });

  const server = serve({ fetch: app.fetch, port, hostname });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error) => {
      const address = `${hostname}:${port}`;
      if (codeOf(error) === 'EADDRINUSE') {
        reject(
          new CannotStart(
            `Le port ${port} est déjà pris : arrêtez l’autre programme, ou lancez avec PORT=${port + 1}.`,
          ),
        );
      } else if (codeOf(error) === 'EACCES') {
        reject(
          new CannotStart(
            `Le port ${port} est réservé au système : choisissez-en un au-dessus de 1024, par exemple PORT=3000.`,
          ),
        );
      } else {
        reject(
          new CannotStart(
            `Impossible d’écouter sur ${address} (${codeOf(error) || messageOf(error)}) : vérifiez HOST et PORT.`,
          ),
        );
      }
    });
  });
  const listening = server.address();
  const shownPort = typeof listening === 'object' && listening !== null ? listening.port : port;
  logger.info(`Levier est prêt : http://${hostname}:${shownPort}`);

  // The first dossier is computed before anybody asks, so that the first click is as fast as the others.
  // The one that the entries of the home page open.
  const first = scenarios.find(({ id }) => id === ENTRY_CASE) ?? scenarios[0];
  const tellCase = async ({ id, dossier, mainPath, paths }: (typeof scenarios)[number]) => {
    const page = await pool.run('comparisonPage', { dossier });
    const kind = paths.find((path) => path.id === mainPath)?.kind;
    if (!page.ok || kind === undefined) return;
    const { columns, lenses } = page.value;
    const main = columns.findIndex(({ isMain }) => isMain);
    const figures = caseFigures(
      kind,
      (lens, figure) => lenses[lens].rows.find((row) => row.id === figure)?.cells[main]?.text,
    );
    figuresOfCases.set(id, figures);
  };
  const warmUp = async () => {
    if (first === undefined) return;
    await tellCase(first);
    await pool.run('comparedCharts', { dossier: first.dossier });
    flushCompileCache();
    // A case added or changed since its figures were written.
    for (const scenario of scenarios) if (!figuresOfCases.has(scenario.id)) await tellCase(scenario);
  };
  warmUp().catch((error) => logger.error({ err: error }, 'warm-up failed'));

  let closing = false;
  const close = async (signal: string) => {
    if (closing) return;
    closing = true;
    logger.info(`Arrêt demandé (${signal})`);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      // Requests under way end; connections that only wait are closed.
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      setTimeout(() => resolve(), 3000).unref();
    });
    await pool.close();
    await inventory.close();
    await store.destroy();
    process.exit(0);
  };
  process.on('SIGTERM', () => void close('SIGTERM'));
  process.on('SIGINT', () => void close('SIGINT'));
}

try {
  checkNode();
  await start();
} catch (error) {
  if (error instanceof CannotStart) {
    console.error(error.message);
  } else if (codeOf(error) === 'ERR_MODULE_NOT_FOUND') {
    console.error(
      `Une dépendance manque : lancez « npm install », puis « npm start ». (${messageOf(error).split('\n')[0]})`,
    );
  } else {
    console.error(`Levier n’a pas pu démarrer : ${messageOf(error)}`);
  }
  process.exit(1);
}
