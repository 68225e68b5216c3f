import * as path from "node:path";
import * as vscode from "vscode";
import {
  DidChangeConfigurationNotification,
  type LanguageClient,
  LSPErrorCodes,
  ProgressType,
  ResponseError,
  State,
  WorkDoneProgressCancelNotification,
} from "vscode-languageclient/node";

import { type Answers, createClient } from "./client";
import { findServer, type Launch } from "./launch";
import type { Keys } from "./model/keys";
import type { Status, Work } from "./status";

/** The one server of this window, and what people are told about it. */
export class Server {
  private client: LanguageClient | undefined;
  private pending: Promise<void> = Promise.resolve();
  private asked = 0;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
    private readonly status: Status,
    private readonly keys: Keys,
    private readonly answers: Answers,
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

  /**
   * The answer to a request of ours; undefined while the server does not run, and when a person cancelled it. `onPartial`
   * is given what there is of the answer while it is being made.
   */
  ask = async <Answer>(
    method: string,
    params: object,
    onPartial?: (answer: Answer) => void,
  ): Promise<Answer | undefined> => {
    const client = this.client;
    if (client?.state !== State.Running) {
      return undefined;
    }
    const partialResultToken = onPartial && `reread-answer-${++this.asked}`;
    const listening = partialResultToken
      ? client.onProgress(new ProgressType<Answer>(), partialResultToken, onPartial)
      : undefined;
    try {
      return await client.sendRequest<Answer>(method, { ...params, partialResultToken });
    } catch (error) {
      if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) {
        return undefined;
      }
      throw error;
    } finally {
      listening?.dispose();
    }
  };

  async cancel({ token }: Work): Promise<void> {
    await this.client?.sendNotification(WorkDoneProgressCancelNotification.type, { token });
  }

  /** The server asks for its settings anew: what they are has changed by something else than the settings. */
  async settingsChanged(): Promise<void> {
    if (this.client?.state === State.Running) {
      await this.client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
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
    const environment = { ...launch.environment, ...(await this.keys.environment()) };
    const withKeys: Launch = { ...launch, environment };
    this.client = createClient(this.context, withKeys, this.output, this.status, this.answers, () =>
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
        await vscode.commands.executeCommand("reread.gettingStarted");
      } else if (choice === settings) {
        await vscode.commands.executeCommand("workbench.action.openSettings", "reread.path reread.interpreter");
      } else if (choice === log) {
        this.output.show();
      }
    });
  }
}
