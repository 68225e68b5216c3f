import * as vscode from "vscode";

const known = "keys.variables";

/**
 * Keys of providers, in the editor's secret storage. The server gets them in its environment: they are in no setting,
 * no file of ours, and in no message that could be logged.
 */
export class Keys {
  constructor(private readonly context: vscode.ExtensionContext) {}

  /** The variables of the environment for the server's process. */
  async environment(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const variable of this.variables) {
      const key = await this.context.secrets.get(name(variable));
      if (key) {
        found[variable] = key;
      }
    }
    return found;
  }

  async keep(variable: string, key: string): Promise<void> {
    await this.context.globalState.update(known, [...new Set([...this.variables, variable])]);
    await this.context.secrets.store(name(variable), key);
  }

  async forget(variable: string): Promise<void> {
    await this.context.globalState.update(known, this.variables.filter((each) => each !== variable));
    await this.context.secrets.delete(name(variable));
  }

  /** Calls back when a key was entered, changed or deleted, in this window or in another one. */
  onDidChange(changed: () => void): vscode.Disposable {
    return this.context.secrets.onDidChange(({ key }) => key.startsWith(name("")) && changed());
  }

  /** The names of the variables, which are no secret. */
  get variables(): string[] {
    return this.context.globalState.get<string[]>(known, []);
  }
}

function name(variable: string): string {
  return `reread.key.${variable}`;
}
