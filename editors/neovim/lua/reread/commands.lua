--- The commands of the server, run for the place where the cursor is.
local client = require("reread.client")
local findings = require("reread.findings")
local positions = require("reread.positions")

local M = {}

--- Where the cursor is and what is found there, as the server's commands take it.
local function place(server, first, last)
  local buffer = vim.api.nvim_get_current_buf()
  return vim.tbl_extend("force", findings.reference(), {
    uri = vim.uri_from_bufnr(buffer),
    range = positions.range(buffer, server.offset_encoding, first, last),
  })
end

local function execute(server, command, arguments)
  client.request(server, "workspace/executeCommand", { command = command, arguments = arguments })
end

--- What runs a command of the server for the place where the cursor is now; nil where no server runs, which is said.
--- It may be called later, from a dialogue, with more to give to the command.
function M.prepared(command, first, last)
  local server = client.here()
  local now = server and place(server, first, last)
  return server and function(more)
    execute(server, command, { vim.tbl_extend("force", now, more or {}) })
  end
end

--- Runs a command of the server, for example "reread.reviewFile".
function M.run(command, first, last)
  local go = M.prepared(command, first, last)
  if go then
    go()
  end
end

--- Shows what the server knows about itself.
function M.debug()
  local server = client.here()
  if server then
    local parameters = { command = "reread.printDebugInformation", arguments = {} }
    client.request(server, "workspace/executeCommand", parameters, require("reread.pages").show)
  end
end

--- Makes the edit of an action and runs its command, both of which only the server that offered it knows.
local function carry_out(server, action)
  if action.disabled then
    client.say(action.disabled.reason)
    return
  end
  if action.edit then
    vim.lsp.util.apply_workspace_edit(action.edit, server.offset_encoding)
  end
  if type(action.command) == "table" then
    execute(server, action.command.command, action.command.arguments)
  end
end

--- Carries out the first action in a range that is wanted; says `nothing` where there is none.
local function act(range, kind, wanted, nothing)
  local server = client.here()
  if not server then
    return
  end
  local parameters = {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    range = range(server.offset_encoding),
    context = { diagnostics = {}, only = { kind } },
  }
  client.request(server, "textDocument/codeAction", parameters, function(actions)
    local action = vim.tbl_filter(wanted, actions or {})[1]
    if not action then
      client.say(nothing)
    elseif action.edit or action.disabled then
      carry_out(server, action)
    else
      client.request(server, "codeAction/resolve", action, function(resolved)
        carry_out(server, resolved)
      end)
    end
  end)
end

--- Applies all safe fixes of the buffer.
function M.fix_all()
  local function whole(encoding)
    return positions.range(0, encoding, 1, vim.api.nvim_buf_line_count(0))
  end
  act(whole, "source.fixAll.reread", function()
    return true
  end, "nothing to fix")
end

--- Writes a comment that has the finding under the cursor ignored, on its "line" or in its "file", and selects the place
--- for the reason.
function M.ignore(scope)
  local finding = findings.here()
  if not finding then
    client.say(findings.NOTHING)
    return
  end
  local fingerprint = findings.reference().fingerprint
  local function there(encoding)
    return positions.empty_range(0, finding.lnum, finding.col, encoding)
  end
  act(there, "quickfix", function(action)
    local data = action.data or {}
    return data["do"] == "ignore" and data.scope == scope and data.fingerprint == fingerprint
  end, "a comment cannot be added here")
end

return M
