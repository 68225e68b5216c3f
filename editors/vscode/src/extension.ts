import * as path from "node:path";
import * as vscode from "vscode";
import { type LanguageClient, WorkDoneProgressCancelNotification } from "vscode-languageclient/node";

import { createClient } from "./client";
import { onInterpreterChange } from "./interpreter";
import { findServer } from "./launch";
import { describe, Status } from "./status";

const restartingSettings = ["reread.path", "reread.interpreter"];

/** The one server of this window, and what people are told about it. */
class Server {
  private client: LanguageClient | undefined;
  private pending: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
    private readonly status: Status,
  ) {}

  /** Starts the server, or starts it anew. Calls are worked off one after the other. */
  restart(): Promise<void> {
    this.pending = this.pending.then(() => this.stop()).then(() => this.start());
    return this.pending;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // Stopping fails if the server is dead already, which is what is wanted.
    await client?.dispose().catch((error) => this.output.debug(String(error)));
    this.status.update("stopped", "");
  }

  /** Offers to cancel what the server is busy with; shows the log if there is nothing to cancel. */
  async showStatus(): Promise<void> {
    const works = this.status.cancellable;
    if (works.length === 0) {
      this.output.show(true);
      return;
    }
    const log = { label: "$(output) Show the Log" };
    const cancels = works.map((work) => ({ label: `$(stop-circle) Cancel ${describe(work)}`, token: work.token }));
    const choice = await vscode.window.showQuickPick<{ label: string; token?: number | string }>([...cancels, log]);
    if (choice?.token !== undefined) {
      await this.client?.sendNotification(WorkDoneProgressCancelNotification.type, { token: choice.token });
    } else if (choice) {
      this.output.show(true);
    }
  }

  private async start(): Promise<void> {
    this.status.update("starting", "");
    const reasons: string[] = [];
    const launch = await findServer(path.join(this.context.extensionPath, "bundled"), (line) => {
      reasons.push(line);
      this.output.info(line);
    });
    if (!launch) {
      this.status.update("stopped", reasons.join("\n"));
      this.tellMissing(reasons);
      return;
    }
    // Arguments are left out: someone may have put a key there.
    this.output.info(`starting ${launch.command} (from ${launch.origin})`);
    this.client = createClient(this.context, launch, this.output, this.status, () =>
      this.tell("The Reread server ended several times in a row and was not started again."),
    );
    this.status.update("starting", `Server from ${launch.origin}: ${launch.command}`);
    try {
      await this.client.start();
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      this.status.update("stopped");
      this.tell(`The Reread server could not be started from ${launch.origin}.`);
    }
  }

  private tell(message: string): void {
    const log = "Show Log";
    const again = "Restart";
    void vscode.window.showErrorMessage(message, again, log).then((choice) => {
      if (choice === log) {
        this.output.show();
      } else if (choice === again) {
        void this.restart();
      }
    });
  }

  private tellMissing(reasons: readonly string[]): void {
    const how = "How to Install";
    const settings = "Open Settings";
    const log = "Show Log";
    const reason = reasons.find((line) => line.startsWith("reread.path")) ?? reasons.at(-1) ?? "";
    const message = `Reread's server was not found: ${reason}. Install it, or say where it is in the settings.`;
    void vscode.window.showErrorMessage(message, how, settings, log).then(async (choice) => {
      if (choice === how) {
        await vscode.commands.executeCommand("extension.open", this.context.extension.id);
      } else if (choice === settings) {
        await vscode.commands.executeCommand("workbench.action.openSettings", "reread.path reread.interpreter");
      } else if (choice === log) {
        this.output.show();
      }
    });
  }
}

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Reread", { log: true });
  const status = new Status();
  const running = new Server(context, output, status);
  server = running;
  context.subscriptions.push(
    output,
    status,
    vscode.commands.registerCommand("reread.restart", () => running.restart()),
    vscode.commands.registerCommand("reread.showLogs", () => output.show(true)),
    vscode.commands.registerCommand("reread.status", () => running.showStatus()),
    vscode.commands.registerCommand("reread.fixAll", () =>
      vscode.commands.executeCommand("editor.action.sourceAction", { kind: "source.fixAll.reread", apply: "first" }),
    ),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (restartingSettings.some((setting) => change.affectsConfiguration(setting))) {
        void running.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  );
  await running.restart();
  const interpreter = await onInterpreterChange(() => void running.restart());
  if (interpreter) {
    context.subscriptions.push(interpreter);
  }
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
