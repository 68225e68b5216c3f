import * as vscode from "vscode";
import type {
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from "vscode-languageclient/node";

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

/** The item in the status bar: what the server does right now. A click shows the log, or what can be cancelled. */
export class Status implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly running = new Map<ProgressToken, Work>();
  private state: ServerState = "stopped";
  private detail = "";

  constructor() {
    this.item = vscode.window.createStatusBarItem("reread.status", vscode.StatusBarAlignment.Right, 100);
    this.item.name = "Reread";
    this.item.command = "reread.status";
    this.draw();
    this.item.show();
  }

  /** What can be cancelled. */
  get cancellable(): Work[] {
    return [...this.running.values()].filter((work) => work.cancellable);
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
  }

  private draw(): void {
    const works = [...this.running.values()];
    // What a person asked for comes before what goes on by itself.
    const work = works.findLast(({ title }) => activity(title) !== "indexing") ?? works.at(-1);
    this.item.text = this.text(work);
    this.item.backgroundColor =
      this.state === "stopped" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    const click = this.cancellable.length > 0 ? "Click to cancel, or to show the log." : "Click to show the log.";
    this.item.tooltip = [work ? describe(work) : `Reread: ${this.state}`, this.detail, click]
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

/** One line about the work, with all that is known. */
export function describe({ title, message }: Work): string {
  return message ? `${title}: ${message}` : title;
}

/** "Reread: indexing" → "indexing": space is short down there. */
function activity(title: string): string {
  const words = title.replace(/^Reread:?\s*/, "");
  return words.split(/[\s:]/)[0]!.toLowerCase();
}
