--- Dismissing findings for everyone who works on the project, and taking that back.
local client = require("reread.client")
local commands = require("reread.commands")
local config = require("reread.config")
local findings = require("reread.findings")

local M = {}

local reasons = { "Not a problem here", "Intended", "Not worth a change" }
local another = "Another reason…"
local question = "Why is this finding dismissed, for everyone here?"

--- The reasons that begin as is typed.
function M.complete(typed)
  return vim.tbl_filter(function(reason)
    return vim.startswith(reason, typed)
  end, reasons)
end

--- Dismisses the finding under the cursor; asks for the reason where none is given. Without a reason nothing is done.
function M.dismiss(reason)
  local go = commands.prepared("reread.dismiss")
  if not go then
    return
  end
  if not findings.here() then
    client.say(findings.NOTHING)
    return
  end
  local function with(chosen)
    chosen = vim.trim(chosen or "")
    if chosen ~= "" then
      go({ reason = chosen })
      client.say("dismissed; :RereadUndoDismiss takes it back")
    end
  end
  if reason and reason ~= "" then
    with(reason)
    return
  end
  vim.ui.select(vim.list_extend(vim.deepcopy(reasons), { another }), { prompt = question }, function(chosen)
    if chosen == another then
      vim.ui.input({ prompt = question .. " " }, with)
    else
      with(chosen)
    end
  end)
end

--- Runs the program in a folder; `done` gets what it wrote. Where it fails, its words are said.
local function run(folder, arguments, done)
  local output, said = {}, {}
  vim.fn.jobstart(config.program(arguments), {
    cwd = folder,
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, lines)
      output = lines
    end,
    on_stderr = function(_, lines)
      said = lines
    end,
    on_exit = function(_, code)
      if code == 0 then
        done(table.concat(output, "\n"))
      else
        client.say(vim.trim(table.concat(said, "\n")), "ERROR")
      end
    end,
  })
end

--- The server is told of the file itself: not every version of Neovim watches files.
local function tell(server, folder)
  local change = { uri = vim.uri_from_fname(folder .. "/.reread/feedback.jsonl"), type = 2 }
  client.call(server, "notify", "workspace/didChangeWatchedFiles", { changes = { change } })
end

local function described(verdict)
  local who = verdict.who and verdict.who ~= "" and " by " .. verdict.who or ""
  return ("%s %s in %s%s: %s"):format(verdict.at:sub(1, 10), verdict.rule, verdict.path, who, verdict.reason or "")
end

--- Takes back a dismissal that is chosen from those of the project, the newest first.
function M.undo()
  local server = client.here()
  if not server then
    return
  end
  local folder = server.config.root_dir
  run(folder, { "feedback", "list", "--format", "json" }, function(output)
    local dismissed = vim.tbl_filter(function(verdict)
      return verdict.verdict == "dismissed"
    end, vim.json.decode(output).verdicts)
    if #dismissed == 0 then
      client.say("nothing is dismissed here")
      return
    end
    table.sort(dismissed, function(one, other)
      return one.at > other.at
    end)
    local options = { prompt = "Which finding is to be reported again?", format_item = described }
    vim.ui.select(dismissed, options, function(verdict)
      if verdict then
        run(folder, { "feedback", "undo", verdict.id }, function()
          tell(server, folder)
          client.say(verdict.rule .. " in " .. verdict.path .. " is reported again")
        end)
      end
    end)
  end)
end

return M
