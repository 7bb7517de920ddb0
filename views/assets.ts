import { createHash } from 'node:crypto';

const STYLESHEET = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** Our stylesheet, in the order of its parts: paper comes last. */
const STYLE_PARTS = [
  'base',
  'controls',
  'home',
  'tables',
  'charts',
  'legends',
  'dossier',
  'verdict',
  'toolbar',
  'columns',
  'comparison',
  'structure',
  'comparison-print',
  'essential',
  'site-comparison',
  'searches',
  'site-cost',
  'land-support',
  'assumptions',
  'assumed',
  'explanations',
  'documents',
  'kept',
  'site-imports',
  'method',
  'inventory',
  'inventory-map',
  'inventory-site',
  'column-lines',
  'side-below',
  'many-columns',
  'print',
  'many-columns-print',
].map((name) => `./assets/${name}.css`);

/** The files that pages ask for: ours, and those of the libraries, served from node_modules. */
const FILES = {
  'pico.css': { from: ['@picocss/pico/css/pico.min.css'], type: STYLESHEET },
  'levier.css': { from: STYLE_PARTS, type: STYLESHEET },
  'htmx.js': { from: ['htmx.org/dist/htmx.min.js'], type: SCRIPT },
  'levier.js': { from: ['./assets/levier.js', './assets/pending-changes.js'], type: SCRIPT },
  'leaflet.css': { from: ['leaflet/dist/leaflet.css'], type: STYLESHEET },
  'leaflet.js': { from: ['leaflet/dist/leaflet.js'], type: SCRIPT },
  'inventory-map.js': { from: ['./assets/inventory-map.js'], type: SCRIPT },
  'departments.json': { from: ['./assets/departments.json'], type: 'application/json; charset=utf-8' },
  'favicon.svg': { from: ['./assets/favicon.svg'], type: 'image/svg+xml' },
} as const;

export type AssetName = keyof typeof FILES;

export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly etag: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The files in memory; their address holds a hash of their content, so that browsers may keep them for ever. */
export interface Assets {
  readonly urlOf: (name: AssetName) => string;
  /** By the last two parts of its address: hash and name. */
  readonly find: (hash: string, name: string) => Asset | undefined;
}

function addressOf(part: string): URL {
  return new URL(part.startsWith('.') ? new URL(part, import.meta.url) : import.meta.resolve(part));
}

/**
 * @param read how a file is read: only `server.ts` and tests open files
 */
export function makeAssets(read: (url: URL) => Uint8Array<ArrayBuffer>): Assets {
  const made = new Map<string, Asset>();
  for (const [name, { from, type }] of Object.entries(FILES)) {
    const content = new Uint8Array(Buffer.concat(from.map((part) => read(addressOf(part)))));
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    made.set(name, { url: `/assets/${hash}/${name}`, type, etag: `"${hash}"`, content });
  }
  return {
    urlOf: (name) => made.get(name)?.url ?? '',
    find: (hash, name) => {
      const asset = made.get(name);
      return asset?.etag === `"${hash}"` ? asset : undefined;
    },
  };
}
