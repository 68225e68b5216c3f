// Packs the extension: `npm run package -- [--out FILE] [--images URL] [--bundle PYTHON [--python FOLDER]]`. Needs only
// Node, and without --bundle no network.
//
// With --bundle, the server and its libraries go into the package as well, installed by that Python; the package
// then fits that Python's version, this operating system and this processor only. With --python, so does a Python: the
// relocatable one in FOLDER (`bin/python3`), of the same version, so that nothing need be installed.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const repository = resolve(here, "../..");
const { values } = parseArgs({ options: { out: { type: "string" }, bundle: { type: "string" }, python: { type: "string" }, images: { type: "string" } } });

const run = (command, args) => execFileSync(command, args, { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
const npx = (program, args) => run(process.execPath, [join(here, "node_modules", program), ...args]);

function bundle(python) {
  const libraries = join(here, "bundled", "libraries");
  mkdirSync(libraries, { recursive: true });
  const options = ["--quiet", "--disable-pip-version-check", "--no-compile", "--target", libraries];
  run(python, ["-m", "pip", "install", ...options, repository]);
  const version = execFileSync(python, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]);
  writeFileSync(join(here, "bundled", "python-version"), version);
  if (values.python) {
    cpSync(values.python, join(here, "bundled", "python"), { recursive: true, verbatimSymlinks: true });
  }
}

rmSync(join(here, "bundled"), { recursive: true, force: true });
if (values.bundle) {
  bundle(values.bundle);
}
copyFileSync(join(repository, "LICENSE"), join(here, "LICENSE"));
npx("typescript/bin/tsc", ["-p", "."]);
run(process.execPath, ["scripts/build.mjs"]);

// Among the libraries' files are keys for their tests: searching them for secrets says nothing, and takes minutes.
const target = values.bundle
  ? ["--target", `${process.platform}-${process.arch}`, "--allow-package-all-secrets", "--allow-package-env-file"]
  : [];
// Where the README's pictures are published; without it their links stay relative.
const links = values.images ? ["--baseImagesUrl", values.images, "--baseContentUrl", values.images] : ["--no-rewrite-relative-links"];
// Asked for as long as the package names no repository: there is no public one to name.
const { repository: address } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const missing = address ? [] : ["--allow-missing-repository"];
const out = resolve(values.out ?? join(here, "reread.vsix"));
mkdirSync(dirname(out), { recursive: true });
npx("@vscode/vsce/vsce", ["package", "--no-dependencies", ...missing, ...links, "--out", out, ...target]);
console.log(out);
