import * as vscode from "vscode";

import type { FindingData } from "./protocol";

const setting = "focusOnNewCode";

/** What a person wants to see of what the server finds: all, what is new, or nothing while Reread is paused. */
export class Attention implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly pauseChanged = new vscode.EventEmitter<void>();
  /** Whether anything is to be analysed is another now. */
  readonly onDidPause = this.pauseChanged.event;
  private readonly subscriptions: vscode.Disposable[];
  private paused = false;
  private onNewCode = false;

  constructor(private readonly state: vscode.Memento) {
    this.subscriptions = [
      this.changed,
      this.pauseChanged,
      vscode.commands.registerCommand("reread.pause", () => this.pause(true)),
      vscode.commands.registerCommand("reread.resume", () => this.pause(false)),
      vscode.commands.registerCommand("reread.focusOnNewCode", () => this.focus(true)),
      vscode.commands.registerCommand("reread.showKnownFindings", () => this.focus(false)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`reread.${setting}`)) {
          this.tell();
        }
      }),
    ];
    this.read();
  }

  /** Nothing is analysed until it is resumed; kept for each workspace. */
  get isPaused(): boolean {
    return this.paused;
  }

  get isOnNewCode(): boolean {
    return this.onNewCode;
  }

  shows(diagnostic: vscode.Diagnostic): boolean {
    return !this.paused && !(this.onNewCode && isKnown(diagnostic));
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  private async pause(on: boolean): Promise<void> {
    await this.state.update("paused", on);
    this.tell();
    this.pauseChanged.fire();
  }

  /** Where the workspace has its own answer, that one is changed: another would have no effect. */
  private async focus(on: boolean): Promise<void> {
    const settings = vscode.workspace.getConfiguration("reread");
    const ofWorkspace = settings.inspect(setting)?.workspaceValue !== undefined;
    const { Global, Workspace } = vscode.ConfigurationTarget;
    await settings.update(setting, on, ofWorkspace ? Workspace : Global);
  }

  private tell(): void {
    this.read();
    this.changed.fire();
  }

  /** Kept, because each finding is compared with it after each keystroke. */
  private read(): void {
    this.paused = this.state.get("paused", false);
    this.onNewCode = vscode.workspace.getConfiguration("reread").get(setting, false);
    void vscode.commands.executeCommand("setContext", "reread.paused", this.paused);
    void vscode.commands.executeCommand("setContext", "reread.onNewCode", this.onNewCode);
  }
}

/** True for what the server knows from before: a hint that fails no run. */
export function isKnown(diagnostic: vscode.Diagnostic): boolean {
  return (diagnostic as { data?: FindingData }).data?.known ?? false;
}
