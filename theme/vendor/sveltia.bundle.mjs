// Makes sveltia/ from the npm package: one script with its fonts beside it, that asks no other host.
//   node sveltia.bundle.mjs FOLDER-WITH-node_modules OUT
// Every patch must fit exactly as often as it says, or nothing is made: a new version is looked at first.
import { createRequire } from 'node:module';
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [modules, out] = process.argv.slice(2).map((path) => resolve(path));
const own = dirname(fileURLToPath(import.meta.url));
const cms = join(modules, 'node_modules/@sveltia/cms');
const esbuild = createRequire(join(modules, 'package.json'))('esbuild');

// Addresses that are names (of XML languages, schemas, error texts) or that a Git host is asked by,
// which the page's policy allows only where site.yml names that host. All others lead nowhere.
const KEPT = [
  ...['http://www.w3.org/', 'http://json-schema.org/', 'https://svelte.dev/e/', 'https://lexical.dev/docs/error'],
  ...['https://api.github.com', 'https://github.com', 'https://gitlab.com', 'https://gitea.com', 'https://codeberg.org'],
  ...['https://sveltiacms.app/', 'https://localhost'],
];
const NOWHERE = 'https://off.invalid/';

const PATCHES = [
  // The folder is known by what a project always has, not by Git's: staff may have no Git at all.
  ['getDirectoryHandle(`.git`)', 'getDirectoryHandle(`site_config`)', 1],
  ['getFileHandle(`.git`)', 'getFileHandle(`site_config`)', 1],
  // Without a Git host there is no way to sign in, and that is not a mistake.
  ['Array.isArray(c)&&!c.length&&r.add(Y(`config.error.no_auth_methods`));', '', 1],
  // The address of a photo stays as our configuration writes it: images/…, beside the story.
  ['/^($|[.@])/.test(', '/^($|[.@]|images$)/.test(', 1],
  // Whether a Git host is in good health is asked of nobody.
  ['let{status:{indicator:e}}=await ZR(Rye);', 'let{status:{indicator:e}}={status:{}};', 1],
  ['=await ZR(Vbe);', '={result:{status_overall:{}}};', 1],
  // Fonts are set to the local files by the npm build; the rules for a CDN go.
  [/src: ?url\(https:\/\/cdn\.jsdelivr\.net\/[^)]*\)\s*format\(['"`\\]*woff2(-variations)?['"`\\]*\)/g, 'src:local("none")', 3],
];

// Never asked for by our configuration: maps, code, SVG, translations, other languages. Photos in HEIC are
// read by the worker beside the script; what the package keeps in case there are no workers is left out.
const LEFT_OUT = /^(leaflet|terra-draw|svgo|immutable|@shikijs|turndown|\.\/chunks\/(shiki|heic|webp_enc|react-dom))/;

function patched(text) {
  for (const [found, put, times] of PATCHES) {
    const parts = text.split(found).length - 1;
    const seen = typeof found === 'string' ? parts : [...text.matchAll(found)].length;
    if (seen !== times) throw new Error(`${found}: ${seen} times, not ${times}`);
    text = text.replaceAll(found, put);
  }
  return text.replace(/https?:\/\/(?=[^/\s])/g, (start, at) =>
    KEPT.some((address) => text.startsWith(address, at)) ? start : NOWHERE,
  );
}

const plugin = {
  name: 'editor',
  setup(build) {
    build.onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path: 'left-out', namespace: 'none' }));
    build.onResolve({ filter: /^\.\.\/locales\/.*\.json$/ }, ({ path }) =>
      path.endsWith('/ja.json') ? undefined : { path: 'left-out', namespace: 'none' },
    );
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {}' }));
    build.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, ({ path }) => ({
      contents: patched(readFileSync(path, 'utf8')),
    }));
    build.onLoad({ filter: /locales\/ja\.json$/ }, ({ path }) => ({ contents: words(path), loader: 'json' }));
  },
};

// Words of software people, in words of those who write stories.
const PLAIN = [['アセット', '写真'], ['エントリー', '記事'], ['ローカルリポジトリ', 'このパソコンのフォルダー']];

/** The package's Japanese in plainer words, with the sentences of our start page. */
function words(path) {
  const text = PLAIN.reduce((text, [from, to]) => text.replaceAll(from, to), readFileSync(path, 'utf8'));
  const all = JSON.parse(text);
  for (const [key, text] of Object.entries(JSON.parse(readFileSync(join(own, 'sveltia.words.json'), 'utf8')))) {
    const parts = key.split('.');
    const last = parts.pop();
    const place = parts.reduce((inner, part) => inner[part], all);
    if (!(last in place)) throw new Error(`no such sentence: ${key}`);
    place[last] = text;
  }
  return JSON.stringify(all);
}

await esbuild.build({
  stdin: {
    contents: readFileSync(join(own, 'sveltia.entry.mjs'), 'utf8'),
    resolveDir: modules,
    sourcefile: 'sveltia.entry.mjs',
  },
  absWorkingDir: modules,
  outfile: join(out, 'editor.js'),
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [plugin],
});
mkdirSync(join(out, 'assets'), { recursive: true });
for (const name of readdirSync(join(cms, 'npm/assets')).sort()) {
  if (/\.(woff2|LICENSE\.txt)$|^heic.*\.(js|wasm)$/.test(name)) cpSync(join(cms, 'npm/assets', name), join(out, 'assets', name));
}
cpSync(join(cms, 'LICENSE.txt'), join(out, 'LICENSE'));
