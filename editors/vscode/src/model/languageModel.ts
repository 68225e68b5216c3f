import * as vscode from "vscode";

import type { ModelAnswer, ModelQuestion } from "../protocol";

const justification = "Reread asks it to review changed code.";

/** Has one of the editor's language models answer. The editor asks once whether the extension may use them. */
export async function askModel(question: ModelQuestion, token: vscode.CancellationToken): Promise<ModelAnswer> {
  const models = await vscode.lm.selectChatModels();
  const model = question.model ? models.find((each) => isNamed(each, question.model)) : models[0];
  if (!model) {
    const known = [...new Set(models.map(({ family }) => family))].join(", ");
    return { problem: known ? `the editor has no model ${question.model}; it has ${known}` : "the editor has no language model" };
  }
  // There is no role for the system prompt: it comes first.
  const messages = [question.system, question.user].map((text) => vscode.LanguageModelChatMessage.User(text));
  const modelOptions = { max_tokens: question.maxOutputTokens };
  try {
    const answer = await model.sendRequest(messages, { justification, modelOptions }, token);
    let text = "";
    for await (const piece of answer.text) {
      text += piece;
    }
    return { text };
  } catch (error) {
    if (error instanceof vscode.LanguageModelError) {
      return { problem: `${model.name}: ${error.message || error.code}` };
    }
    throw error;
  }
}

function isNamed(model: vscode.LanguageModelChat, name: string): boolean {
  return [model.id, model.family, model.name].includes(name);
}
