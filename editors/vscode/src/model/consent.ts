import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";

import type { ConsentQuestion } from "../protocol";

const allow = "Allow";
const refuse = "Refuse";
const later = "Later";

interface Waiting {
  readonly question: ConsentQuestion;
  readonly answer: (allowed: boolean) => void;
}

/**
 * The question whether code may be sent. It is asked in a dialogue; closed without an answer it goes on waiting, to be
 * seen in the status bar, and a click there asks again.
 */
export class ConsentDialogue implements vscode.Disposable {
  private readonly waiting: Waiting[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly command = vscode.commands.registerCommand("reread.answerConsent", (folder?: string) =>
    this.next(folder),
  );

  /** What waits for an answer; undefined where nothing does. */
  get open(): ConsentQuestion | undefined {
    return this.waiting[0]?.question;
  }

  ask(question: ConsentQuestion): Promise<{ allowed: boolean | null }> {
    return new Promise((resolve) => {
      const answer = (allowed: boolean | null): void => resolve({ allowed });
      this.waiting.push({ question, answer });
      this.changed.fire();
      void this.next();
    });
  }

  /** The server ended: nobody waits any more. */
  clear(): void {
    this.waiting.length = 0;
    this.changed.fire();
  }

  dispose(): void {
    this.command.dispose();
    this.changed.dispose();
  }

  /** Asks what waits: for this folder (its URI) where one is meant. Where nothing does, the server is to ask again. */
  private async next(named?: unknown): Promise<void> {
    const uris = typeof named === "string" ? [named] : [];
    const paths = uris.map((uri) => vscode.Uri.parse(uri).fsPath);
    const first = this.waiting.find(({ question }) => paths.length === 0 || paths.includes(question.folder));
    if (!first) {
      await vscode.commands.executeCommand("reread.consent", ...uris);
      return;
    }
    const { folder, recipients } = first.question;
    const message = `May changed code of this folder be sent to ${recipients.join(" and ")} for review?`;
    const detail = `Folder: ${shortened(folder)}\nRecipient: ${recipients.join(", ")}\n\nSecrets are taken out first. The command "reread audit" shows what was sent, and you can change your answer at any time.`;
    // The first one has the focus, for someone who is typing when the question appears: Enter must not answer. As what
    // closes the dialogue (`isCloseAffordance`), it would leave the focus to the next one.
    const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, later, allow, refuse);
    const place = this.waiting.indexOf(first);
    if (chosen && chosen !== later && place >= 0) {
      this.waiting.splice(place, 1);
      first.answer(chosen === allow);
      this.changed.fire();
    }
  }
}

/** A folder as people know it: below their own one by `~`. */
function shortened(folder: string): string {
  const relative = path.relative(os.homedir(), folder);
  return relative && !relative.startsWith("..") && !path.isAbsolute(relative) ? path.join("~", relative) : folder;
}
