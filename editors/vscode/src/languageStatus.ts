import * as vscode from "vscode";

import type { Findings } from "./findings/store";
import type { Status } from "./status";

/** The entry in the editor's language status (the braces in the status bar): what is known of the open file. */
export class LanguageStatus implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    selector: vscode.DocumentSelector,
    private readonly findings: Findings,
    private readonly status: Status,
  ) {
    this.item = vscode.languages.createLanguageStatusItem("reread.language", selector);
    this.item.name = "Reread";
    this.item.command = { command: "reread.status", title: "Menu" };
    this.subscriptions = [
      this.item,
      findings.onDidChange(() => this.draw()),
      status.onDidChange(() => this.draw()),
      vscode.window.onDidChangeActiveTextEditor(() => this.draw()),
    ];
    this.draw();
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  private draw(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const count = uri ? this.findings.of(uri).length : 0;
    this.item.text = this.status.isPaused ? "Paused" : this.status.isRunning ? `${count || "No"} finding${count === 1 ? "" : "s"}` : "Not running";
    this.item.detail = `Reread${this.status.activity ? `: ${this.status.activity}` : ""}`;
    this.item.busy = this.status.activity !== "";
    const { Error, Information } = vscode.LanguageStatusSeverity;
    this.item.severity = this.status.isRunning ? Information : Error;
  }
}
