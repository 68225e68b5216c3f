import * as vscode from "vscode";
import type { HandleDiagnosticsSignature } from "vscode-languageclient";

import type { Findings } from "./findings/store";

/** Keeps what the server publishes, and lets the rule of each finding lead to the rule's own page. */
export const publish =
  (findings: Findings) =>
  (uri: vscode.Uri, diagnostics: vscode.Diagnostic[], next: HandleDiagnosticsSignature): void => {
    for (const diagnostic of diagnostics) {
      const rule = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
      if (typeof rule === "string") {
        const page = encodeURIComponent(JSON.stringify([{ rule }]));
        diagnostic.code = { value: rule, target: vscode.Uri.parse(`command:reread.explain?${page}`) };
      }
    }
    if (findings.unchanged.is(uri, diagnostics)) {
      return;
    }
    next(uri, diagnostics);
    findings.set(uri, diagnostics);
  };
