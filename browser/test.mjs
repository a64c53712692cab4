/** Bundle the tests and run them: `node test.mjs [name…]`. */

import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const folder = join(HERE, "test");
const files = await readdir(folder, { recursive: true });
const all = files.filter((name) => name.endsWith(".test.ts"));
const names = all.filter((name) => !wanted.length || wanted.some((part) => name.includes(part)));

const out = await mkdtemp(join(tmpdir(), "supple-tests-"));
try {
  await build({
    entryPoints: names.map((name) => join(folder, name)),
    outbase: folder,
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const bundles = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
  const { status } = spawnSync(
    process.execPath,
    ["--enable-source-maps", "--test", "--test-reporter=spec", ...bundles],
    {
      stdio: "inherit",
    },
  );
  process.exitCode = status ?? 1;
} finally {
  await rm(out, { recursive: true, force: true });
}
