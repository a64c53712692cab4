/**
 * Build the front end: `node build.mjs [--out DIR]`.
 *
 * Writes the page bundles, the styles, the font and the icons into DIR (by
 * default the package's static folder), minified, without source maps.
 */

import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
/** The entry points: one bundle a page, named without a folder. */
const PAGE = /^(app|desk|player|sw|figure3d|library|read)\.ts$/;
const FONT = "@fontsource-variable/atkinson-hyperlegible-next";
const FONT_FILE = "atkinson-hyperlegible-next-latin-wght-normal.woff2";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const out = resolve(values.out ?? join(HERE, "../src/supple/web/static/supple"));
/** Built aside and then put in place: who serves the folder never sees half of it. */
const fresh = `${out}.new`;

await rm(fresh, { recursive: true, force: true });
await mkdir(fresh, { recursive: true });
await Promise.all([bundle(), font(), icons()]);
await rm(out, { recursive: true, force: true });
await rename(fresh, out);

async function bundle() {
  const scripts = (await readdir(join(HERE, "src"))).filter((name) => PAGE.test(name));
  await build({
    entryPoints: [
      ...scripts.map((name) => join(HERE, "src", name)),
      join(HERE, "css/app.css"),
      join(HERE, "css/player.css"),
    ],
    entryNames: "[name]",
    outdir: fresh,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome111", "firefox111", "safari16.4"],
    external: ["*.woff2"],
    legalComments: "none",
    logLevel: "warning",
  });
}

async function font() {
  const folder = join(HERE, "node_modules", FONT);
  await copyFile(join(folder, "files", FONT_FILE), join(fresh, "atkinson-hyperlegible-next.woff2"));
  await copyFile(join(folder, "LICENSE"), join(fresh, "atkinson-hyperlegible-next.LICENSE.txt"));
}

async function icons() {
  const folder = join(HERE, "icons");
  const names = await readdir(folder);
  await Promise.all(names.map((name) => copyFile(join(folder, name), join(fresh, name))));
}
