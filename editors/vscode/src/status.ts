import * as vscode from "vscode";
import type {
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from "vscode-languageclient/node";

import type { Attention } from "./attention";

export type ServerState = "starting" | "running" | "stopped";

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** Something that the server is busy with. `percentage` is absent when its end cannot be foreseen. */
export interface Work {
  readonly token: ProgressToken;
  readonly title: string;
  readonly cancellable: boolean;
  readonly message?: string;
  readonly percentage?: number;
}

/** The item in the status bar: what the server does right now, or what waits for an answer. A click opens the menu. */
export class Status implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly running = new Map<ProgressToken, Work>();
  private state: ServerState = "stopped";
  private detail = "";
  private waiting = "";
  private readonly subscription: vscode.Disposable;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Something began or ended: what the server says of its state may be another. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly attention: Attention) {
    this.item = vscode.window.createStatusBarItem("reread.status", vscode.StatusBarAlignment.Right, 100);
    this.item.name = "Reread";
    this.item.command = "reread.status";
    this.subscription = attention.onDidChange(() => this.draw());
    this.draw();
    this.item.show();
  }

  /** What can be cancelled. */
  get cancellable(): Work[] {
    return [...this.running.values()].filter((work) => work.cancellable);
  }

  get isRunning(): boolean {
    return this.state === "running";
  }

  get isPaused(): boolean {
    return this.isRunning && this.attention.isPaused;
  }

  /** What is being done right now, in one line; "" where nothing is. */
  get activity(): string {
    const work = this.current;
    return work ? describe(work) : "";
  }

  /** A question waits for the person: that comes before all else. "" where none does. */
  wait(question: string): void {
    this.waiting = question;
    this.draw();
  }

  /** `detail` is shown in the tooltip: where the server comes from, or why there is none. */
  update(state: ServerState, detail = this.detail): void {
    this.state = state;
    this.detail = detail;
    if (state !== "running") {
      this.running.clear();
    }
    this.draw();
  }

  progress(token: ProgressToken, progress: Progress): void {
    if (progress.kind === "begin") {
      const { title, message, percentage, cancellable = false } = progress;
      this.running.set(token, { token, title, cancellable, message, percentage });
    } else if (progress.kind === "report") {
      const work = this.running.get(token);
      if (work) {
        const { message = work.message, percentage = work.percentage } = progress;
        this.running.set(token, { ...work, message, percentage });
      }
    } else {
      this.running.delete(token);
    }
    this.draw();
  }

  dispose(): void {
    this.item.dispose();
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** What a person asked for comes before what goes on by itself. */
  private get current(): Work | undefined {
    const works = [...this.running.values()];
    return works.findLast(({ title }) => activity(title) !== "indexing") ?? works.at(-1);
  }

  private draw(): void {
    const work = this.current;
    this.item.text = this.waiting ? "$(shield) Reread: waits for your answer" : this.text(work);
    const warns = this.state === "stopped" || this.waiting;
    this.item.backgroundColor = warns ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.command = this.waiting ? "reread.answerConsent" : "reread.status";
    const idle = this.isPaused ? "paused: nothing is analysed" : this.state;
    const state = this.waiting || (work ? describe(work) : `Reread: ${idle}`);
    const trust = vscode.workspace.isTrusted
      ? ""
      : "This folder is not trusted: the built-in rules run, without its own rules and settings, index, model and other tools.";
    const click = this.waiting ? "Click to answer." : "Click for the menu.";
    this.item.tooltip = [state, this.detail, trust, click].filter(Boolean).join("\n");
    const words = this.item.text.replace(/\$\([^)]*\) /, "");
    this.item.accessibilityInformation = { label: `${words}. ${this.item.tooltip}`, role: "button" };
    this.changed.fire();
  }

  private text(work: Work | undefined): string {
    if (this.state === "stopped") {
      return "$(circle-slash) Reread: stopped";
    }
    if (this.state === "starting") {
      return "$(loading~spin) Reread: starting";
    }
    if (!work) {
      if (this.attention.isPaused) {
        return "$(debug-pause) Reread: paused";
      }
      return vscode.workspace.isTrusted ? "$(eye) Reread" : "$(shield) Reread: restricted";
    }
    const percentage = work.percentage === undefined ? "" : ` ${Math.round(work.percentage)}%`;
    return `$(loading~spin) Reread: ${activity(work.title)}${percentage}`;
  }
}

/** One line about the work, with all that is known. */
export function describe({ title, message }: Work): string {
  return message ? `${title}: ${message}` : title;
}

/** "Reread: indexing" → "indexing": space is short down there. */
function activity(title: string): string {
  const words = title.replace(/^Reread:?\s*/, "");
  return words.split(/[\s:]/)[0]!.toLowerCase();
}
