import * as vscode from "vscode";
import type { HandleDiagnosticsSignature } from "vscode-languageclient";

import { type Attention, isKnown } from "./attention";
import type { Findings } from "./findings/store";

/** Shows what the server publishes, as far as the person wants to see it, and lets each rule lead to its own page. */
export class Publisher implements vscode.Disposable {
  private readonly latest = new Map<string, { diagnostics: vscode.Diagnostic[]; show: () => void }>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly findings: Findings,
    private readonly attention: Attention,
  ) {
    this.subscription = attention.onDidChange(() => this.again());
  }

  take(uri: vscode.Uri, diagnostics: vscode.Diagnostic[], next: HandleDiagnosticsSignature): void {
    diagnostics.forEach(linkToPage);
    const show = (): void => this.show(uri, diagnostics, next);
    if (diagnostics.length > 0) {
      this.latest.set(uri.toString(), { diagnostics, show });
    } else {
      this.latest.delete(uri.toString());
    }
    show();
  }

  clear(): void {
    this.latest.clear();
    this.findings.clear();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private again(): void {
    this.latest.forEach(({ show }) => show());
    const all = [...this.latest.values()].flatMap(({ diagnostics }) => diagnostics);
    if (this.attention.isOnNewCode && !this.attention.isPaused && all.length > 0 && !all.some(isKnown)) {
      void offerBaseline();
    }
  }

  private show(uri: vscode.Uri, diagnostics: vscode.Diagnostic[], next: HandleDiagnosticsSignature): void {
    const shown = diagnostics.filter((each) => this.attention.shows(each));
    const hidden = this.attention.isPaused ? 0 : diagnostics.length - shown.length;
    if (!this.findings.unchanged.is(uri, shown)) {
      next(uri, shown);
    } else if (hidden === this.findings.hiddenIn(uri)) {
      return;
    }
    this.findings.set(uri, shown, hidden);
  }
}

function linkToPage(diagnostic: vscode.Diagnostic): void {
  const rule = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
  if (typeof rule === "string") {
    const page = encodeURIComponent(JSON.stringify([{ rule }]));
    diagnostic.code = { value: rule, target: vscode.Uri.parse(`command:reread.explain?${page}`) };
  }
}

/** To focus on new code hides nothing as long as nothing is known. */
async function offerBaseline(): Promise<void> {
  const accept = "Accept Findings";
  const message = "Reread: no finding here is known yet, so all are new. Accept those of today as known?";
  if ((await vscode.window.showInformationMessage(message, accept)) === accept) {
    await vscode.commands.executeCommand("reread.acceptFindings");
  }
}
