import * as vscode from "vscode";

import type { FixQuestion } from "../protocol";

const scheme = "reread-fix";

/** Shows what a fix would do as a diff, and applies or discards it with one key. One fix is shown at a time. */
export class FixPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private answer: ((apply: boolean) => void) | undefined;
  private number = 0;
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    this.subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.commands.registerCommand("reread.applyFix", () => this.answer?.(true)),
      vscode.commands.registerCommand("reread.discardFix", () => this.answer?.(false)),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some((tab) => shows(tab, this.number))) {
          this.answer?.(false);
        }
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  /** True when the person applies the fix; false when they discard it, close it, or ask for another one. */
  async ask(question: FixQuestion): Promise<boolean> {
    this.answer?.(false);
    const number = ++this.number;
    const answered = new Promise<boolean>((resolve) => (this.answer = resolve));
    const pairs = question.files.map(({ uri, before, after }, index) => {
      const path = vscode.Uri.parse(uri).path;
      return { uri: vscode.Uri.parse(uri), left: this.text(path, `${number}.${index}.before`, before), right: this.text(path, `${number}.${index}`, after) };
    });
    const title = `${question.title} (${question.holds ? "Ctrl+Enter applies" : "does not hold"})`;
    await this.setContext(question.holds);
    if (pairs.length === 1) {
      await vscode.commands.executeCommand("vscode.diff", pairs[0]!.left, pairs[0]!.right, title, { preview: true });
    } else {
      const resources = pairs.map(({ uri, left, right }) => [uri, left, right]);
      await vscode.commands.executeCommand("vscode.changes", title, resources);
    }
    if (question.reason) {
      void vscode.window.showWarningMessage(`Reread: this proposal does not hold: ${question.reason}`);
    }
    const apply = await answered;
    if (number === this.number) {
      this.answer = undefined;
      await this.setContext(false);
    }
    this.texts.forEach((_, key) => isOf(vscode.Uri.parse(key), number) && this.texts.delete(key));
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => shows(tab, number));
    await vscode.window.tabGroups.close(tabs);
    return apply && question.holds;
  }

  dispose(): void {
    this.answer?.(false);
    this.subscriptions.forEach((each) => each.dispose());
  }

  private text(path: string, query: string, content: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path, query });
    this.texts.set(uri.toString(), content);
    return uri;
  }

  private setContext(on: boolean): Thenable<unknown> {
    return vscode.commands.executeCommand("setContext", "reread.previewingFix", on);
  }
}

function shows(tab: vscode.Tab, number: number): boolean {
  const { input } = tab;
  if (input instanceof vscode.TabInputTextDiff) {
    return isOf(input.modified, number);
  }
  const several = input as { textDiffs?: readonly vscode.TabInputTextDiff[] } | undefined;
  return several?.textDiffs?.some(({ modified }) => isOf(modified, number)) ?? false;
}

function isOf(uri: vscode.Uri, number: number): boolean {
  return uri.scheme === scheme && uri.query.split(".")[0] === String(number);
}
