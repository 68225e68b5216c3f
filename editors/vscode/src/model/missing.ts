import * as vscode from "vscode";

import { activeFolder } from "../folders";
import type { Ask, ServerStatus } from "../protocol";

/** True when a model can be asked. Else says what is missing, with buttons that lead to it. */
export async function modelIsThere(ask: Ask): Promise<boolean> {
  if (!vscode.workspace.isTrusted) {
    return offer("Reread: nothing of a folder that you do not trust is sent to a model. The built-in rules go on.", {
      "Manage Trust": ["workbench.trust.manage"],
    });
  }
  const folders = (await ask<ServerStatus>("reread/status", {}))?.folders ?? [];
  const path = activeFolder()?.uri.fsPath;
  const model = (folders.find((folder) => folder.path === path) ?? folders[0])?.model;
  if (!model || model.available) {
    return true;
  }
  if (model.message.includes("review.enable")) {
    return offer("Reread: model review is switched off.", { "Open Settings": ["workbench.action.openSettings", "reread.review.enable"] });
  }
  if (model.message.includes("reread setup")) {
    return offer("Reread: the part for model review is not installed.", { Install: ["reread.setup", "model"] });
  }
  return offer("Reread: no model is set up to review with. Rules go on without one.", {
    "Choose a Model": ["reread.setUpModel"],
    "Enter a Key": ["reread.enterKey"],
  });
}

async function offer(message: string, ways: Readonly<Record<string, readonly string[]>>): Promise<false> {
  const chosen = await vscode.window.showWarningMessage(message, ...Object.keys(ways));
  const [command, ...args] = (chosen && ways[chosen]) || [];
  if (command) {
    await vscode.commands.executeCommand(command, ...args);
  }
  return false;
}
