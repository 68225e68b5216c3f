import * as vscode from "vscode";
import type {
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from "vscode-languageclient/node";

export type ServerState = "starting" | "running" | "stopped";

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

interface Work {
  readonly title: string;
  readonly cancellable: boolean;
  percentage?: number;
}

/** The item in the status bar: what the server does right now. A click shows the log. */
export class Status implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly works = new Map<ProgressToken, Work>();
  private state: ServerState = "stopped";
  private detail = "";

  constructor() {
    this.item = vscode.window.createStatusBarItem("reread.status", vscode.StatusBarAlignment.Right, 100);
    this.item.name = "Reread";
    this.item.command = "reread.showLogs";
    this.draw();
    this.item.show();
  }

  /** `detail` is shown in the tooltip: where the server comes from, or why there is none. */
  update(state: ServerState, detail = this.detail): void {
    this.state = state;
    this.detail = detail;
    if (state !== "running") {
      this.works.clear();
    }
    this.draw();
  }

  /** Shows the progress; the answer is whether that work can be cancelled. */
  progress(token: ProgressToken, progress: Progress): boolean {
    if (progress.kind === "begin") {
      const { title, percentage, cancellable = false } = progress;
      this.works.set(token, { title, percentage, cancellable });
    } else if (progress.kind === "report") {
      const work = this.works.get(token);
      if (work) {
        work.percentage = progress.percentage ?? work.percentage;
      }
    } else {
      this.works.delete(token);
    }
    this.draw();
    return this.works.get(token)?.cancellable ?? false;
  }

  dispose(): void {
    this.item.dispose();
  }

  private draw(): void {
    const work = [...this.works.values()].at(-1);
    this.item.text = this.text(work);
    this.item.backgroundColor =
      this.state === "stopped" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.tooltip = [`Reread: ${work?.title ?? this.state}`, this.detail, "Click to show the log."]
      .filter(Boolean)
      .join("\n");
  }

  private text(work: Work | undefined): string {
    if (this.state === "stopped") {
      return "$(circle-slash) Reread: stopped";
    }
    if (this.state === "starting") {
      return "$(loading~spin) Reread: starting";
    }
    if (!work) {
      return "$(eye) Reread";
    }
    const percentage = work.percentage === undefined ? "" : ` ${Math.round(work.percentage)}%`;
    return `$(loading~spin) Reread: ${activity(work.title)}${percentage}`;
  }
}

/** "Indexing my-project" → "indexing": the first word of a title says what is done, and space is short down there. */
function activity(title: string): string {
  const words = title.replace(/^Reread:?\s*/, "");
  return words.split(/[\s:]/)[0]!.toLowerCase();
}
