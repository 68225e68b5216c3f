// A Visual Studio Code workbench in headless Chromium, driven by keyboard and mouse. What is waited for is always
// something that a person would see.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Milliseconds after which something that does not happen is an error. */
const patience = Number(process.env.REREAD_PATIENCE ?? 120_000);

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Opens a folder, or the file of a workspace, in the workbench at `url`. `tools` is where playwright-core is installed. */
export async function open({ url, folder, workspace, tools, chromium, screenshots, viewport = { width: 1280, height: 800 } }) {
  const { chromium: browserType } = createRequire(join(tools, "package.json"))("playwright-core");
  mkdirSync(screenshots, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), "reread-chromium-"));
  const context = await browserType.launchPersistentContext(profile, {
    executablePath: chromium,
    headless: true,
    args: flags,
    viewport,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(patience);
  const [kind, path] = workspace ? ["workspace", workspace] : ["folder", folder];
  await page.goto(`${url}/?${kind}=${encodeURIComponent(path)}`);
  await page.locator(".monaco-workbench .part.statusbar").waitFor();
  return new Workbench(page, screenshots, async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
}

class Workbench {
  constructor(page, screenshots, close) {
    this.page = page;
    this.screenshots = screenshots;
    this.close = close;
  }

  async screenshot(name) {
    await this.page.screenshot({ path: join(this.screenshots, `${name}.png`) });
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Chooses the entry with this very name from the list that a key opens. */
  async #choose(key, text, name) {
    await this.#click(key, text, name);
    const widget = this.page.locator(".quick-input-widget");
    // A click on a list that is just being drawn anew is lost.
    await widget.waitFor({ state: "hidden", timeout: 3_000 }).catch(async () => {
      await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
      await widget.waitFor({ state: "hidden" });
    });
    // Away from what would show a hint under the mouse.
    await this.page.mouse.move(600, 789);
  }

  async #click(key, text, name) {
    await this.press(key);
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await input.fill(text);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  }

  /** A command that goes on with a list or an input of its own, which stays open. */
  asking(title) {
    return this.#click("F1", `>${title}`, title);
  }

  command(title) {
    return this.#choose("F1", `>${title}`, title);
  }

  async openFile(name) {
    await this.#choose("Control+P", name, name);
    await this.page.locator(".editor-instance .view-lines").first().waitFor();
  }

  /** Lines and columns count from 1, as in the status bar. */
  async goTo(line, column) {
    await this.press("Control+G");
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.press("Enter");
    await this.page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Puts the cursor into the text of the active editor. */
  async focusEditor() {
    await this.command("View: Focus Active Editor Group");
    await this.page.locator(".editor-instance .monaco-editor.focused").waitFor();
  }

  squiggles() {
    return this.page.locator(".editor-instance .cdr[class*=squiggly-]");
  }

  /** What the Problems panel lists, opened if need be. */
  async problems() {
    const list = this.page.locator(".markers-panel .monaco-list-row");
    if (!(await this.page.locator(".markers-panel").isVisible())) {
      await this.command("View: Toggle Problems");
    }
    await list.first().waitFor();
    return list.allInnerTexts();
  }

  /** What the light bulb offers where the cursor is; the list stays open. */
  async quickFixes() {
    await this.press("Control+.");
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The words of Reread's item in the status bar. */
  status(text) {
    return this.page.locator('.statusbar-item[id="reread.reread.reread.status"]', { hasText: text });
  }

  /** Waits until the server runs that was found there; the hint of the item in the status bar says so. */
  runningFrom(origin) {
    const item = `.statusbar-item[id="reread.reread.reread.status"]`;
    return this.page.locator(`${item}[aria-label*="Server from ${origin}"]:not([aria-label*="starting"])`).waitFor();
  }

  /** A message in the corner; nothing moves in here, see QUIET in `code_server.py`. */
  notification(text) {
    return this.page.locator(".notifications-toasts .notification-toast", { hasText: text });
  }

  /** The text of the Markdown preview that is shown. */
  async preview() {
    const outer = this.page.frameLocator("iframe.webview.ready");
    const body = outer.frameLocator("iframe#active-frame").locator(".markdown-body");
    await body.waitFor();
    return body.innerText();
  }
}
