--- The commands of the server, run for the place where the cursor is.
local client = require("reread.client")

local M = {}

--- The position in a line as the client and the server agreed to count it.
local function character(text, byte, encoding)
  if encoding == "utf-8" then
    return byte
  end
  local utf32, utf16 = vim.str_utfindex(text, math.min(byte, #text))
  return encoding == "utf-32" and utf32 or utf16
end

--- The cursor as an empty LSP range, or whole lines when `first` and `last` (from 1) are given.
local function range(buffer, encoding, first, last)
  if first then
    return { start = { line = first - 1, character = 0 }, ["end"] = { line = last, character = 0 } }
  end
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local text = vim.api.nvim_buf_get_lines(buffer, row - 1, row, false)[1] or ""
  local position = { line = row - 1, character = character(text, column, encoding) }
  return { start = position, ["end"] = position }
end

--- What the server added to the finding under the cursor, or to the only one on its line, to find it again.
local function finding(buffer)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local on_line = vim.tbl_filter(function(diagnostic)
    return diagnostic.source == "Reread"
  end, vim.diagnostic.get(buffer, { lnum = row - 1 }))
  local chosen = #on_line == 1 and on_line[1] or nil
  for _, diagnostic in ipairs(on_line) do
    local last_line = diagnostic.end_lnum ~= diagnostic.lnum
    if diagnostic.col <= column and (last_line or column <= diagnostic.end_col) then
      chosen = diagnostic
    end
  end
  return chosen and vim.tbl_get(chosen, "user_data", "lsp", "data") or {}
end

--- Runs a command of the server, for example "reread.reviewFile".
function M.run(command, first, last)
  local buffer = vim.api.nvim_get_current_buf()
  local server = client.of(buffer)
  if not server then
    vim.notify("Reread: the server does not run for this file", vim.log.levels.WARN)
    return
  end
  local place = vim.tbl_extend("force", finding(buffer), {
    uri = vim.uri_from_bufnr(buffer),
    range = range(buffer, server.offset_encoding, first, last),
  })
  vim.lsp.buf_request(buffer, "workspace/executeCommand", { command = command, arguments = { place } }, function(problem)
    if problem then
      vim.notify("Reread: " .. problem.message, vim.log.levels.ERROR)
    end
  end)
end

--- Applies all safe fixes of the buffer.
function M.fix_all()
  local buffer = vim.api.nvim_get_current_buf()
  local server = client.of(buffer)
  if not server then
    vim.notify("Reread: the server does not run for this file", vim.log.levels.WARN)
    return
  end
  local parameters = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = range(buffer, server.offset_encoding, 1, vim.api.nvim_buf_line_count(buffer)),
    context = { diagnostics = {}, only = { "source.fixAll.reread" } },
  }
  local function apply(action)
    if action and action.edit then
      vim.lsp.util.apply_workspace_edit(action.edit, server.offset_encoding)
    else
      vim.notify("Reread: nothing to fix")
    end
  end
  vim.lsp.buf_request(buffer, "textDocument/codeAction", parameters, function(problem, actions)
    local action = not problem and actions and actions[1]
    if action and not action.edit then
      vim.lsp.buf_request(buffer, "codeAction/resolve", action, function(_, resolved)
        apply(resolved)
      end)
    else
      apply(action)
    end
  end)
end

return M
