// A folder that is not trusted, and then is. Takes one argument, JSON (see `test_vscode_trust.py`), and prints as JSON what
// was to be seen.
import { open } from "./workbench.mjs";

const given = JSON.parse(process.argv[2]);
const workbench = await open(given);
const { page } = workbench;
const seen = {};

async function restricted() {
  await workbench.openFile("compare.py");
  await workbench.squiggles().first().waitFor();
  seen.restricted = await workbench.problems();
  await workbench.status("restricted").waitFor();
  await workbench.screenshot("restricted");
  await workbench.command("Reread: Review This File");
  const told = workbench.notification("do not trust").first();
  await told.waitFor();
  seen.told = await told.innerText();
  await workbench.status("restricted").click();
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Model:" }).waitFor();
  seen.menu = await page.locator(".quick-input-list .monaco-list-row").allInnerTexts();
  await workbench.press("Escape");
  await told.getByText("Manage Trust").click();
}

async function trusted() {
  await page.locator(".workspace-trust-editor .workspace-trust-buttons-row .monaco-button").first().click();
  await workbench.openFile("compare.py");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "compare-with-none" }).first().waitFor();
  seen.trusted = await workbench.problems();
}

try {
  await restricted();
  await trusted();
  console.log(JSON.stringify(seen));
} catch (error) {
  await workbench.screenshot("failed");
  process.stderr.write(`${error.message}\nseen: ${JSON.stringify(seen)}\n`);
  process.exitCode = 1;
} finally {
  await workbench.close();
}
