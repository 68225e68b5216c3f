// Removes from npm's lock files what names an address (where a package asks for donations, where one was fetched
// from), so that they hold versions and hashes only. Run by `npm run lock` after every change of dependencies.
import { readFileSync, writeFileSync } from "node:fs";

for (const path of process.argv.slice(2)) {
  const lock = JSON.parse(readFileSync(path, "utf8"));
  for (const entry of Object.values(lock.packages)) {
    delete entry.funding;
    delete entry.resolved;
  }
  writeFileSync(path, JSON.stringify(lock, null, 2) + "\n");
}
