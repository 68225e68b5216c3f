--- Starts the server and finds it again: `vim.lsp.config` from Neovim 0.11 on, `vim.lsp.start_client` before.
local config = require("reread.config")
local pages = require("reread.pages")

local M = {}

--- The folder above the file that holds one of the root markers; else the folder of the file.
local function root_of(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  -- Messages of commits and other files of git lie in a folder of git's own, which may be anywhere.
  local in_git = vim.startswith(vim.bo[buffer].filetype, "git")
  local start = name ~= "" and not in_git and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd()
  local folder = start
  while true do
    for _, marker in ipairs(config.options.root_markers) do
      local path = folder .. "/" .. marker
      if vim.fn.isdirectory(path) == 1 or vim.fn.filereadable(path) == 1 then
        return folder
      end
    end
    local above = vim.fn.fnamemodify(folder, ":h")
    if above == folder then
      return start
    end
    folder = above
  end
end

--- What Neovim can do, what is handled here, and what its older versions do without declaring it.
local function capabilities()
  local ours = {
    window = { showDocument = { support = true } },
    workspace = { configuration = true },
    textDocument = { publishDiagnostics = { dataSupport = true } },
  }
  local theirs = vim.lsp.protocol.make_client_capabilities()
  return vim.tbl_deep_extend("force", theirs, ours, config.options.capabilities or {})
end

local function client_config(root)
  return {
    name = "reread",
    cmd = config.options.cmd,
    cmd_env = config.environment,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = vim.fn.fnamemodify(root, ":t") } },
    -- An empty Lua table alone would be sent as an empty list.
    settings = { reread = next(config.options.settings) and config.options.settings or vim.empty_dict() },
    capabilities = capabilities(),
    get_language_id = function(_, filetype)
      return M.language_id(filetype)
    end,
    handlers = { ["window/showDocument"] = pages.show_document },
    on_attach = config.options.on_attach,
  }
end

--- Where Neovim's name of a file type is not the protocol's name of the language.
local language_ids = { cs = "csharp", cuda = "cuda-cpp", sh = "shellscript" }

function M.language_id(filetype)
  return language_ids[filetype] or filetype
end

--- True for files and new buffers; not for terminals, or for buffers that are named by an address of a plug-in's own.
local function has_file(buffer)
  return vim.bo[buffer].buftype == "" and not vim.api.nvim_buf_get_name(buffer):match("^%a[%w+.-]+://")
end

--- All clients of this plug-in.
local function running()
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  return vim.tbl_filter(function(client)
    return client.name == "reread"
  end, vim.tbl_values(get()))
end

--- The client that works on the buffer, or nil.
function M.of(buffer)
  buffer = (buffer == nil or buffer == 0) and vim.api.nvim_get_current_buf() or buffer
  for _, client in ipairs(running()) do
    if vim.lsp.buf_is_attached(buffer, client.id) then
      return client
    end
  end
end

--- Calls a function of a client, which from Neovim 0.11 on is a method.
function M.call(server, name, ...)
  if vim.fn.has("nvim-0.11") == 1 then
    return server[name](server, ...)
  end
  return server[name](...)
end

--- Says something to the person; by default it is only information.
function M.say(text, level)
  vim.notify("Reread: " .. text, vim.log.levels[level or "INFO"])
end

--- Asks one server, where `vim.lsp.buf_request` would ask every server of the buffer. `done` gets the result; an error is
--- said, and then `done` is not called.
function M.request(server, method, parameters, done)
  local function answered(problem, result)
    if problem then
      M.say(problem.message or vim.inspect(problem), "ERROR")
    elseif done then
      done(result)
    end
  end
  M.call(server, "request", method, parameters, answered, vim.api.nvim_get_current_buf())
end

--- The server of the current buffer; else says that there is none.
function M.here()
  local server = M.of(0)
  if not server then
    M.say("the server does not run for this file", "WARN")
  end
  return server
end

local started = {}

local function start_without_buffer(root)
  if vim.fn.has("nvim-0.11") == 1 then
    return vim.lsp.start(client_config(root), { attach = false })
  end
  started[root] = vim.lsp.start_client(client_config(root))
  return started[root]
end

--- The server of the current buffer, else the one of its project, which is started if need be: for what is about a
--- project. Without a program, says so.
function M.of_project()
  local server = M.of(0)
  if server or not M.has_program(true) then
    return server
  end
  local root = root_of(vim.api.nvim_get_current_buf())
  for _, client in ipairs(running()) do
    server = server or (client.config.root_dir == root and client or nil)
  end
  server = server or vim.lsp.get_client_by_id(start_without_buffer(root))
  if server then
    vim.wait(20000, function()
      return server.initialized
    end, 10)
  end
  return server
end

--- Whether the program is there that starts the server. Says that it is not: once, as it is asked with every file, unless
--- a command wants it.
function M.has_program(wanted)
  if vim.fn.executable(config.options.cmd[1]) == 1 then
    return true
  end
  local say = wanted and vim.notify or vim.notify_once
  say("Reread: there is no program " .. config.options.cmd[1] .. "; see :help reread-install", vim.log.levels.ERROR)
  return false
end

--- Starts the server for the project of the buffer, or attaches the one that runs there already.
function M.start(buffer, wanted)
  buffer = (buffer == nil or buffer == 0) and vim.api.nvim_get_current_buf() or buffer
  if not has_file(buffer) or M.of(buffer) or not M.has_program(wanted) then
    return
  end
  local root = root_of(buffer)
  if vim.lsp.start then
    vim.lsp.start(client_config(root), { bufnr = buffer })
    return
  end
  local id = started[root]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(client_config(root))
    started[root] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

--- Stops every server and starts it again for the buffers that it worked on.
function M.restart()
  local buffers = vim.tbl_filter(function(buffer)
    return vim.api.nvim_buf_is_loaded(buffer) and M.of(buffer) ~= nil
  end, vim.api.nvim_list_bufs())
  for _, client in ipairs(running()) do
    M.call(client, "stop", true)
  end
  started = {}
  if #buffers == 0 then
    buffers = { vim.api.nvim_get_current_buf() }
  end
  vim.wait(5000, function()
    return #running() == 0
  end, 20)
  for _, buffer in ipairs(buffers) do
    M.start(buffer)
  end
end

--- Tells Neovim how the server is started, where it keeps that itself.
function M.configure()
  if vim.lsp.config and vim.lsp.enable then
    local base = client_config(vim.fn.getcwd())
    base.root_dir = function(buffer, use)
      if has_file(buffer) then
        use(root_of(buffer))
      end
    end
    base.workspace_folders = nil
    base.filetypes = config.options.filetypes
    vim.lsp.config("reread", base)
  end
end

--- Has the server started with every file of the types in the options.
function M.enable()
  local newer = vim.lsp.config and vim.lsp.enable
  local group = vim.api.nvim_create_augroup("reread", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = config.options.filetypes,
    callback = function(event)
      -- Newer versions start the server themselves, and say nothing where there is no program.
      if newer then
        M.has_program()
      else
        M.start(event.buf)
      end
    end,
  })
  if newer then
    M.configure()
    vim.lsp.enable("reread")
    return
  end
  -- Files that were opened before the plug-in was set up.
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(config.options.filetypes, vim.bo[buffer].filetype) then
      M.start(buffer)
    end
  end
end

return M
