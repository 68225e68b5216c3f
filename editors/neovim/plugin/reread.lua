if vim.g.loaded_reread then
  return
end
vim.g.loaded_reread = true

local define = vim.api.nvim_create_user_command

--- Commands that the server runs for the place of the cursor.
for name, command in pairs({
  RereadExplain = { "reread.explain", "Explain the finding under the cursor" },
  RereadReview = { "reread.reviewFile", "Have the model review this file" },
  RereadReviewChanges = { "reread.reviewChanges", "Have the model review what is not committed yet" },
  RereadContext = { "reread.showContext", "Show what the review of this place would see" },
  RereadFixWithModel = { "reread.fixWithModel", "Have the model fix the finding under the cursor" },
  RereadPreviewFix = { "reread.previewFix", "Show what the fix of the finding under the cursor would do" },
  RereadSuggestTest = { "reread.suggestTest", "Have the model write a test for the finding under the cursor" },
  RereadConsent = { "reread.consent", "Change the consent to send code to a model" },
  RereadIndex = { "reread.index", "Bring the index of the workspace up to date" },
  RereadRebuildIndex = { "reread.rebuildIndex", "Delete the index and build it again" },
  RereadPauseIndexing = { "reread.pauseIndexing", "Stop indexing until it is resumed" },
  RereadResumeIndexing = { "reread.resumeIndexing", "Go on with indexing" },
  RereadClearCache = { "reread.clearCache", "Forget the answers of the model" },
  RereadSetup = { "reread.setup", "Install index and model review where they are missing" },
}) do
  define(name, function()
    require("reread").run(command[1])
  end, { bar = true, desc = command[2] })
end

define("RereadReviewSelection", function(arguments)
  require("reread").run("reread.reviewSelection", arguments.line1, arguments.line2)
end, { bar = true, range = true, desc = "Have the model review the selected lines" })
define("RereadReviewStaged", function()
  require("reread.model").review_staged()
end, { bar = true, desc = "Review what is staged, as a commit hook would" })
define("RereadAsk", function(arguments)
  local lines = arguments.range > 0
  require("reread.model").ask(arguments.args, lines and arguments.line1 or nil, lines and arguments.line2 or nil)
end, { nargs = "*", range = true, desc = "Ask about the code, or about the selected lines" })
define("RereadCommitMessage", function()
  require("reread.model").commit_message()
end, { bar = true, desc = "Have the model write a message for what is staged" })
define("RereadModel", function()
  require("reread.model").choose()
end, { bar = true, desc = "Choose the model that reviews" })
define("RereadKey", function()
  require("reread.model").enter_key()
end, { bar = true, desc = "Enter the key of a provider" })
define("RereadDismiss", function(arguments)
  require("reread.verdicts").dismiss(arguments.args)
end, {
  nargs = "*",
  complete = function(typed)
    return require("reread.verdicts").complete(typed)
  end,
  desc = "Dismiss the finding under the cursor for everyone",
})
define("RereadUndoDismiss", function()
  require("reread.verdicts").undo()
end, { bar = true, desc = "Take a dismissal back" })
define("RereadIgnore", function(arguments)
  require("reread.commands").ignore(arguments.bang and "file" or "line")
end, { bang = true, bar = true, desc = "Ignore the finding under the cursor by a comment; with !, in the whole file" })
define("RereadFixAll", function()
  require("reread").fix_all()
end, { bar = true, desc = "Apply all safe fixes of this file" })
define("RereadStart", function()
  require("reread").start()
end, { bar = true, desc = "Start the server for this file" })
define("RereadRestart", function()
  require("reread").restart()
end, { bar = true, desc = "Restart the server" })
define("RereadLog", function()
  vim.cmd("split " .. vim.fn.fnameescape(require("vim.lsp.log").get_filename()))
end, { bar = true, desc = "Show the log of the language servers" })
define("RereadDebug", function()
  require("reread.commands").debug()
end, { bar = true, desc = "Show what the server knows about itself" })
define("RereadQuickfix", function()
  require("reread.findings").to_quickfix()
end, { bar = true, desc = "List the findings of the workspace" })
define("RereadLocationList", function()
  require("reread.findings").to_location_list()
end, { bar = true, desc = "List the findings of this file" })
define("RereadPick", function()
  require("reread.findings").pick()
end, { bar = true, desc = "List the findings of the workspace in a picker" })

--- `:Reread explain` is `:RereadExplain`: the names without their first word, with hyphens.
local function commands()
  local found = {}
  for _, name in ipairs(vim.fn.getcompletion("Reread", "command")) do
    if name ~= "Reread" then
      found[name:sub(#"Reread" + 1):gsub("(%l)(%u)", "%1-%2"):lower()] = name
    end
  end
  return found
end

local function names(typed)
  local found = vim.tbl_filter(function(name)
    return vim.startswith(name, typed)
  end, vim.tbl_keys(commands()))
  table.sort(found)
  return found
end

define("Reread", function(arguments)
  local short, rest = arguments.args:match("^(%S+)%s*(.*)$")
  local name = commands()[short:lower()]
  if not name then
    local message = "Reread: there is no command " .. short .. "; one of " .. table.concat(names(""), ", ")
    vim.notify(message, vim.log.levels.ERROR)
    return
  end
  local lines = arguments.range > 0 and arguments.line1 .. "," .. arguments.line2 or ""
  vim.cmd(lines .. name .. (arguments.bang and "!" or "") .. " " .. rest)
end, {
  nargs = "+",
  bang = true,
  range = true,
  complete = function(typed, line)
    local before = line:match("Reread!?%s+(%S+)%s")
    if before then
      return commands()[before] == "RereadDismiss" and require("reread.verdicts").complete(typed) or {}
    end
    return names(typed)
  end,
  desc = "Run a command of Reread",
})
