import * as vscode from "vscode";

import { type Finding, type Findings, referenceTo } from "../findings/store";
import { type Ask, rangeOf, type Reply } from "../protocol";

/** Lines before and after a remark that a question about it takes along. */
const linesAround = 15;

/** What a model remarked, as comment threads in the code: to apply, dismiss, have explained, or answer with a reason. */
export class Remarks implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController("reread.remarks", "Reread");
  private readonly threads = new Map<string, Map<string, vscode.CommentThread>>();
  private readonly meant = new WeakMap<vscode.CommentThread, Finding>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly findings: Findings,
    private readonly ask: Ask,
  ) {
    this.controller.options = { placeHolder: "A question about this remark, or why it is dismissed", prompt: "Reply" };
    const command = (name: string, act: (finding: Finding) => unknown): vscode.Disposable =>
      vscode.commands.registerCommand(name, (thread: vscode.CommentThread) => {
        const finding = this.meant.get(thread);
        return finding && act(finding);
      });
    this.subscriptions = [
      this.controller,
      findings.onDidChange((uri) => this.update(uri)),
      command("reread.remark.apply", (finding) => run("reread.previewFix", { ...referenceTo(finding), fix: 0 })),
      command("reread.remark.fix", (finding) => run("reread.fixWithModel", referenceTo(finding))),
      command("reread.remark.explain", (finding) => run("reread.explain", referenceTo(finding))),
      command("reread.remark.dismiss", (finding) => run("reread.dismiss", referenceTo(finding))),
      vscode.commands.registerCommand("reread.remark.ask", (reply: vscode.CommentReply) => this.reply(reply)),
      vscode.commands.registerCommand("reread.remark.reply", ({ thread, text }: vscode.CommentReply) => {
        const finding = this.meant.get(thread);
        const reason = text.trim();
        return finding && reason ? run("reread.dismiss", { ...referenceTo(finding), reason }) : undefined;
      }),
    ];
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  /** Asks the model about the remark; question and answer stay in the thread. */
  private async reply({ thread, text }: vscode.CommentReply): Promise<void> {
    const finding = this.meant.get(thread);
    if (!finding || !text.trim()) {
      return;
    }
    const { uri, diagnostic } = finding;
    const { start, end } = diagnostic.range;
    const asked = [...thread.comments, comment("You", escaped(text))];
    const show = (answer: string): void => {
      thread.comments = [...asked, comment("Reread", answer)];
    };
    show("…");
    const place = `${vscode.workspace.asRelativePath(uri)}:${start.line + 1}`;
    const question = `A review remarks on ${place}: "${diagnostic.message}" About this remark: ${text}`;
    const range = rangeOf(new vscode.Range(Math.max(0, start.line - linesAround), 0, end.line + linesAround, 0));
    const answer = await this.ask<Reply>("reread/ask", { uri: uri.toString(), question, range }, ({ page }) =>
      show(withoutHeading(page ?? "…")),
    );
    show(answer?.page ? withoutHeading(answer.page) : escaped(`No answer: ${answer?.problem ?? "it was cancelled"}.`));
  }

  private update(uri: vscode.Uri): void {
    const before = this.threads.get(uri.toString());
    const remarks = this.findings.of(uri).filter(({ data }) => data.source === "model");
    if (!before && remarks.length === 0) {
      return;
    }
    const now = new Map<string, vscode.CommentThread>();
    for (const finding of remarks) {
      const thread = before?.get(finding.data.fingerprint) ?? this.thread(finding);
      thread.range = finding.diagnostic.range;
      const kind = finding.data.fixes ? "remark.fixable" : "remark";
      if (thread.contextValue !== kind) {
        // Whatever is set here is drawn anew, and may close a thread that somebody has just opened.
        thread.contextValue = kind;
      }
      this.meant.set(thread, finding);
      now.set(finding.data.fingerprint, thread);
    }
    before?.forEach((thread, fingerprint) => now.has(fingerprint) || thread.dispose());
    this.threads.set(uri.toString(), now);
  }

  private thread({ uri, diagnostic, data }: Finding): vscode.CommentThread {
    const body = new vscode.MarkdownString();
    body.appendMarkdown(escaped(diagnostic.message));
    for (const fix of data.fixes ?? []) {
      body.appendMarkdown(`\n\nProposed: ${escaped(fix)}`);
    }
    const first = { ...comment("Reread", body.value), label: data.rule };
    const thread = this.controller.createCommentThread(uri, diagnostic.range, [first]);
    thread.label = `Review remark: ${data.rule}`;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    thread.canReply = true;
    return thread;
  }
}

function comment(name: string, markdown: string): vscode.Comment {
  return { author: { name }, body: new vscode.MarkdownString(markdown), mode: vscode.CommentMode.Preview };
}

/** The page of an answer without the question, which stands above it in the thread. */
function withoutHeading(page: string): string {
  return page.replace(/^# .*\n+/, "");
}

/**
 * The text as Markdown that shows it as it is, with as few marks as that needs: a screen reader is given them all.
 * (`appendText` makes spaces that no line breaks at.)
 */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|<>&~]|\.(?=\w)|:(?=\/\/)/g, "\\$&")
    .replace(/^(\s*)([#+\-=])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2");
}

function run(command: string, reference: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand(command, reference);
}
